internal import CMPFR
internal import Synchronization

/// What exponential and logarithm in fixed point of a number of limbs need: computed on first use and kept for ever.
///
/// Both split their argument at products of `1 + i 2^(-4 k)`, with a digit i below 16 for each k: their logarithms are
/// looked up, and multiplying by them takes a pass for each limb of their fractions. What is left is so close to 1 that its
/// series is short.
///
/// It is found by its address, because counting references would cost a twentieth of an exponential.
struct ElementaryTable {
  /// The number of fraction limbs.
  let limbs: Int
  /// The number of digits that an argument is split into.
  var levels: Int { logarithms.levels }
  private let logarithms: DigitLogarithms
  let exponentialTerms: Int
  let exponential: PowerSeries
  let logarithm: PowerSeries
  /// The limbs of scratch that the functions need.
  let scratchCount: Int

  static let digitBits = DigitLogarithms.digitBits
  static let digitCount = DigitLogarithms.digitCount
  /// Numbers of more limbs take other algorithms.
  private static let mostLimbs = 130

  /// What is left of an argument is below two to minus this: of the last bit not even an error of the digits takes more.
  var reducedBits: Int { Self.digitBits * levels - 1 }

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
  /// The error of a function is below a hundredth of a unit of the last place: of the 34 bits to spare, up to 23 go into the
  /// multiple of log 2 before an exponential, or 25 into the series and the smallness of a logarithm.
  static func table(precision: Int) -> UnsafePointer<ElementaryTable>? {
    let limbs = max((precision + 34 + 63) / 64, 2)
    return limbs <= mostLimbs ? slots[limbs].table(limbs: limbs) : nil
  }

  /// Tables of up to eight limbs, of which every report takes some, have the logarithms of their digits in common.
  private static let fewLimbs = 8
  private static let shortLogarithms = DigitLogarithms(limbs: fewLimbs, levels: 4)

  /// The number of levels at which the series and the passes of the digits take least time together.
  private static func levels(limbs n: Int) -> Int { n <= 12 ? 6 : n <= 24 ? 10 : 14 }

  private init(limbs n: Int) {
    limbs = n
    logarithms = n <= Self.fewLimbs ? Self.shortLogarithms : DigitLogarithms(limbs: n, levels: Self.levels(limbs: n))
    let reducedBits = Self.digitBits * logarithms.levels - 1
    var (terms, bits) = (1, 0.0)
    while bits < Double(64 * n) {
      bits += Double(reducedBits) + Double(Self.binaryLogarithm(terms))
      terms += 1
    }
    exponentialTerms = terms
    exponential = .exponential(count: terms)
    let logarithmTerms = 64 * n / reducedBits + 2
    logarithm = .logarithm(count: logarithmTerms)
    scratchCount = max(
      2 * n + 2, PowerSeries.scratchCount(limbs: n, terms: terms),
      PowerSeries.scratchCount(limbs: n, terms: logarithmTerms))
  }

  /// The integer part of the binary logarithm.
  private static func binaryLogarithm(_ n: Int) -> Int { Int.bitWidth - 1 - n.leadingZeroBitCount }

  /// The fraction limbs of log 2.
  var logTwo: UnsafePointer<mp_limb_t> { logarithms.limbs(limbs, 0, 0) }

  /// The fraction limbs of `log(1 + i 2^(-4 (level + 1)))` for a digit i above 0.
  func logarithm(_ level: Int, _ i: Int) -> UnsafePointer<mp_limb_t> { logarithms.limbs(limbs, level, i) }

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
}
