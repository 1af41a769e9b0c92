internal import CMPFR
internal import Synchronization

/// What exponential and logarithm in fixed point of a number of limbs need: computed on first use and kept for ever.
///
/// It is found by its address, because counting references would cost a twentieth of an exponential.
struct ElementaryTable {
  /// The number of fraction limbs.
  let limbs: Int
  /// `exp(i/256)/4` for `i` up to `256 log 2`, and `exp(j/65536)/2`.
  private let coarse: UnsafeMutablePointer<mp_limb_t>
  private let fine: UnsafeMutablePointer<mp_limb_t>
  /// The fraction limbs of log 2.
  private let logTwo: UnsafeMutablePointer<mp_limb_t>
  private let exponentialTerms: Int
  private let exponential: PowerSeries
  private let logarithm: PowerSeries
  /// The limbs of scratch that the functions need.
  let scratchCount: Int

  private static let coarseCount = 178
  private static let fineCount = 256
  /// What is left of an argument is below two to minus this.
  private static let reducedBits = 16
  /// The argument of the logarithm's series is below two to minus this.
  static let logarithmBits = 14
  /// Numbers of more limbs take other algorithms.
  private static let mostLimbs = 66

  /// Where the table of a number of limbs lies, once it is made.
  ///
  /// Unchecked because nothing writes to a table any more once its address is there.
  private final class Slot: @unchecked Sendable {
    private let address = Atomic<UnsafePointer<ElementaryTable>?>(nil)

    func table(limbs: Int) -> UnsafePointer<ElementaryTable> {
      if let known = address.load(ordering: .acquiring) { return known }
      let made = UnsafeMutablePointer<ElementaryTable>.allocate(capacity: 1)
      made.initialize(to: ElementaryTable(limbs: limbs))
      let (isFirst, other) = address.compareExchange(
        expected: nil, desired: UnsafePointer(made), ordering: .acquiringAndReleasing)
      // A table that another thread has made meanwhile is as good.
      return isFirst ? UnsafePointer(made) : other ?? UnsafePointer(made)
    }
  }

  private static let slots = (0...mostLimbs).map { _ in Slot() }

  /// The table for results of `precision` bits; nil if that is too many.
  ///
  /// The error of a function is below a thousandth of a unit of the last place: of the 34 bits to spare, up to 23 go into
  /// the multiple of log 2.
  static func table(precision: Int) -> UnsafePointer<ElementaryTable>? {
    let limbs = max((precision + 34 + 63) / 64, 2)
    return limbs <= mostLimbs ? slots[limbs].table(limbs: limbs) : nil
  }

  private init(limbs n: Int) {
    limbs = n
    (coarse, fine) = (.allocate(capacity: Self.coarseCount * n), .allocate(capacity: Self.fineCount * n))
    logTwo = .allocate(capacity: n)
    var (terms, bits) = (1, 0.0)
    while bits < Double(64 * n) {
      bits += Double(Self.reducedBits) + Double(Self.binaryLogarithm(terms))
      terms += 1
    }
    exponentialTerms = terms
    exponential = .exponential(count: terms)
    let logarithmTerms = 64 * n / Self.logarithmBits + 2
    logarithm = .logarithm(count: logarithmTerms)
    scratchCount = max(
      4 * n + 2, PowerSeries.scratchCount(limbs: n, terms: terms),
      PowerSeries.scratchCount(limbs: n, terms: logarithmTerms))
    fill()
  }

  /// The integer part of the binary logarithm.
  private static func binaryLogarithm(_ n: Int) -> Int { Int.bitWidth - 1 - n.leadingZeroBitCount }

  private func fill() {
    var registers = Registers(count: 3, precision: 64 * (limbs + 2))
    for (table, count, shift) in [(coarse, Self.coarseCount, 8), (fine, Self.fineCount, 16)] {
      registers.set(0, integer: 1)
      registers.multiplyByPowerOfTwo(0, 0, -shift)
      mpfr_exp(registers.cell(0), registers.cell(0), MPFR_RNDN)
      registers.set(1, integer: 1)
      for i in 0..<count {
        registers.multiplyByPowerOfTwo(2, 1, shift == 8 ? -2 : -1)
        store(registers, 2, table + i * limbs)
        registers.multiply(1, 1, 0)
      }
    }
    registers.logTwo(0)
    store(registers, 0, logTwo)
  }

  /// The fraction limbs of a number in (0, 1).
  private func store(_ registers: borrowing Registers, _ a: Int, _ place: UnsafeMutablePointer<mp_limb_t>) {
    Self.fixed(registers.cell(a), place, limbs: limbs, integerLimbs: 0)
  }

  /// Writes the magnitude of a number, cut off, as `n` fraction limbs and, after them, limbs of the integer part.
  static func fixed(
    _ x: mpfr_srcptr, _ place: UnsafeMutablePointer<mp_limb_t>, limbs n: Int, integerLimbs: Int
  ) {
    let own = (x.pointee._mpfr_prec + 63) / 64
    let count = n + integerLimbs
    place.update(repeating: 0, count: count)
    guard let source = x.pointee._mpfr_d else { return }
    let shift = x.pointee._mpfr_exp + 64 * (n - own)
    let (move, bits) = (shift >> 6, UInt32(shift & 63))
    // The limb i of the number becomes, moved up by `bits`, the limb i + move, with the rest in the next.
    let first = max(0, -move - 1)
    guard first < own else { return }
    for i in first..<own {
      let limb = source[i]
      let target = i + move
      if target >= 0, target < count { place[target] |= limb << mp_limb_t(bits) }
      if bits > 0, target + 1 >= 0, target + 1 < count { place[target + 1] |= limb >> mp_limb_t(64 - bits) }
    }
  }

  /// `exp` of `sign` times the fixed-point number in `x`, which is below 2^22, as a fraction of 1/16 or more.
  ///
  /// - Parameters:
  ///   - x: `limbs` fraction limbs and one of the integer part; destroyed.
  ///   - approximation: the magnitude as a floating-point number.
  ///   - scratch: `scratchCount` limbs.
  /// - Returns: the exponent of two that the fraction is to be multiplied by.
  func exponential(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ x: UnsafeMutablePointer<mp_limb_t>, isNegative: Bool,
    approximation: Double, scratch: UnsafeMutablePointer<mp_limb_t>
  ) -> Int {
    let n = limbs
    let ratio = approximation * 1.442_695_040_888_963_4
    var multiple = Int(isNegative ? ratio.rounded(.up) : ratio.rounded(.down))
    scratch[n] = __gmpn_mul_1(scratch, logTwo, n, mp_limb_t(multiple))
    let isBelow =
      isNegative ? __gmpn_sub_n(x, scratch, x, n + 1) != 0 : __gmpn_sub_n(x, x, scratch, n + 1) != 0
    if isBelow {
      let carry = __gmpn_add_n(x, x, logTwo, n)
      x[n] &+= carry
      multiple += isNegative ? 1 : -1
    }
    let top = x[n - 1]
    let (i, j) = (min(Int(top >> 56), Self.coarseCount - 1), Int((top >> 48) & 255))
    x[n - 1] = top & ((1 << 48) - 1)
    exponential.sum(
      result, x, limbs: n, bits: Self.reducedBits, terms: exponentialTerms, scratch: scratch)
    __gmpn_rshift(result, result, n + 1, 1)
    __gmpn_mul_n(scratch, result, fine + j * n, n)
    __gmpn_mul_n(scratch + 2 * n, scratch + n, coarse + i * n, n)
    result.update(from: scratch + 3 * n, count: n)
    return (isNegative ? -multiple : multiple) + 4
  }

  /// `-log(1 - x)/x` for the fraction `x` in `(0, 2^-14)`: `limbs` fraction limbs and one of the integer part.
  func logarithmicQuotient(
    _ result: UnsafeMutablePointer<mp_limb_t>, _ x: UnsafePointer<mp_limb_t>,
    scratch: UnsafeMutablePointer<mp_limb_t>
  ) {
    let n = limbs
    var (zeros, top) = (0, n - 1)
    while top > 0, x[top] == 0 { (zeros, top) = (zeros + 64, top - 1) }
    let bits = max(Self.logarithmBits, zeros + x[top].leadingZeroBitCount)
    logarithm.sum(result, x, limbs: n, bits: bits, terms: 64 * n / bits + 1, scratch: scratch)
  }
}
