internal import CMPFR

/// The numbers `log(1 + i/16^k)` for the digits i below 16 and the first places k, in fixed point, kept for ever.
///
/// Those of a place come one after another, by `log (c + 1)/(c - 1) = 2 artanh(1/c)` from the one before.
/// Unchecked because nothing writes to them any more once they are made.
struct DigitLogarithms: @unchecked Sendable {
  /// The number of places.
  let levels: Int
  /// The fraction limbs of each.
  private let limbs: Int
  private let numbers: UnsafeMutablePointer<mp_limb_t>

  static let digitBits = 4
  static let digitCount = 1 << digitBits

  init(limbs: Int, levels: Int) {
    self.limbs = limbs
    self.levels = levels
    numbers = .allocate(capacity: levels * Self.digitCount * limbs)
    fill()
  }

  /// The first `n` fraction limbs, from the last to the first, of the logarithm of 1 plus a digit above 0 of a level; for the
  /// digit 0 of the first level those of log 2.
  func limbs(_ n: Int, _ level: Int, _ digit: Int) -> UnsafePointer<mp_limb_t> {
    UnsafePointer(numbers + (level * Self.digitCount + digit) * limbs + (limbs - n))
  }

  /// Computes all with a limb to spare.
  private func fill() {
    let count = limbs + 1
    // The fractions 1/3, 1/5, ...: no series has more terms than that of 1/33.
    let terms = 64 * count / 10 + 1
    let capacity = terms * count + 2 * (count + 1)
    withUnsafeTemporaryAllocation(of: mp_limb_t.self, capacity: capacity) { buffer in
      // A buffer of at least five limbs has an address.
      let reciprocals = buffer.baseAddress!
      let series = reciprocals + terms * count
      let sum = series + count + 1
      for k in 0..<terms { Self.storeReciprocal(mp_limb_t(2 * k + 3), reciprocals + k * count, series, count: count) }
      for level in 0..<levels {
        sum.update(repeating: 0, count: count)
        (numbers + level * Self.digitCount * limbs).update(repeating: 0, count: limbs)
        let unit: mp_limb_t = 1 << mp_limb_t(Self.digitBits * (level + 1))
        for i in 1...(level == 0 ? Self.digitCount : Self.digitCount - 1) {
          Self.storeTwiceArtanh(2 * (unit + mp_limb_t(i)) - 1, series, reciprocals, count: count)
          __gmpn_add_n(sum, sum, series, count)
          // After the last digit of the first level comes log 2, in the place of log 1.
          let place = level * Self.digitCount + i % Self.digitCount
          (numbers + place * limbs).update(from: sum + 1, count: limbs)
        }
      }
    }
  }

  private static func storeReciprocal(
    _ d: mp_limb_t, _ result: UnsafeMutablePointer<mp_limb_t>, _ scratch: UnsafeMutablePointer<mp_limb_t>, count: Int
  ) {
    scratch.update(repeating: 0, count: count)
    scratch[count] = 1
    __gmpn_divrem_1(scratch, 0, scratch, count + 1, d)
    result.update(from: scratch, count: count)
  }

  /// `2 artanh(1/c) = (2 + 2 (1/3 + (1/5 + ...)/c^2)/c^2)/c` for an odd c from 33 to 2^53; one limb of the integer part is
  /// for the work.
  private static func storeTwiceArtanh(
    _ c: mp_limb_t, _ result: UnsafeMutablePointer<mp_limb_t>, _ reciprocals: UnsafePointer<mp_limb_t>, count: Int
  ) {
    let square = c.multipliedReportingOverflow(by: c)
    let bits = 2 * (mp_limb_t.bitWidth - 1 - c.leadingZeroBitCount)
    result.update(repeating: 0, count: count + 1)
    for k in stride(from: 64 * count / bits, through: 1, by: -1) {
      // What stands here is divided by c^(2k) yet.
      let skipped = min(k * bits / 64, count - 1)
      let (sum, length) = (result + skipped, count - skipped)
      __gmpn_add_n(sum, sum, reciprocals + ((k - 1) * count + skipped), length)
      if square.overflow {
        for _ in 0..<2 { __gmpn_divrem_1(sum, 0, sum, length, c) }
      } else {
        __gmpn_divrem_1(sum, 0, sum, length, square.partialValue)
      }
    }
    result[count] = 2 + __gmpn_lshift(result, result, count, 1)
    __gmpn_divrem_1(result, 0, result, count + 1, c)
  }
}
