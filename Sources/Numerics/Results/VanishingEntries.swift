/// Recognises entries that are 0 by cancellation, of which every precision shows nothing but rounding.
///
/// More bits make such an entry smaller by as many bits; it is known to be below what is left of it, and no precision will
/// show a digit.
struct VanishingEntries {
  private var last: (precision: Int, scales: [Int])?
  /// With fewer bits than these nothing is said.
  private let leastPrecision: Int

  /// Where each term is cheap, so many bits of cancellation settle it.
  static let settlingBits = 1024

  init(leastPrecision: Int = 0) { self.leastPrecision = leastPrecision }

  /// For each entry, whether it fell with the precision as only rounding does.
  mutating func found(in outcomes: [PieceOutcome], precision: Int) -> [Bool] {
    // Of an entry that has come to 0 there is nothing left but what rounding may have taken.
    let scales = outcomes.map { $0.scale.isZero ? $0.errorExponent : $0.scale.exponent }
    defer { last = (precision, scales) }
    guard let last, precision > last.precision, precision >= leastPrecision else { return outcomes.map { _ in false } }
    return zip(last.scales, zip(scales, outcomes)).map { before, now in
      let (scale, outcome) = now
      guard before > Int.min, before < Int.max, scale > Int.min, scale < Int.max else { return false }
      return before - scale >= (precision - last.precision) / 2 && outcome.errorExponent >= scale - Self.noise
    }
  }

  /// A value with fewer bits than this is taken for rounding alone.
  private static let noise = 8
}
