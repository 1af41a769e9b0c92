internal import Multiprecision

/// Sums over integers in ball arithmetic, so that the errors of the sums are proven: over finitely many of them, or up to
/// where a proven bound for the rest is small enough.
struct CertifiedSummation {
  private let tape: Tape
  private let setting: NumericSetting
  private let tail: GeometricTail?

  /// A sum of at most this many terms is taken.
  static let longest = 1500
  private static let guardBits = 40
  /// A sum that cancels so much that it takes more than this many times the wanted bits is not proven.
  private static let mostBits = 32
  /// What an infinite sum leaves out is smaller than the wanted error by this many bits.
  private static let tailBits = 4

  /// Nil where further variables are summed or integrated inside, or where nothing is known of an infinite sum's rest.
  init?(_ program: AxisProgram, _ setting: NumericSetting, isInfinite: Bool = false) throws {
    guard program.source.outer.isEmpty, case .terms(let tape) = try program.pointwise() else { return nil }
    self.tape = tape
    self.setting = setting
    tail = isInfinite ? try program.tail() : nil
    if isInfinite, tail == nil || !tape.isProvable { return nil }
  }

  /// The outcomes of the entries over listed integers; nil unless all are proven to be as accurate as wanted.
  func outcomes(_ points: [Int]) throws -> [PieceOutcome]? {
    guard points.count <= Self.longest else { return nil }
    return try atSufficientPrecision { precision in
      var sums = CertifiedTerms(tape, setting, precision: precision)
      for k in points {
        try setting.meter.count()
        guard sums.add(k) else { return nil }
      }
      return sums.outcomes(leavingOut: nil)
    }
  }

  /// The same over all integers from a first one.
  func outcomes(from first: Int) throws -> [PieceOutcome]? {
    guard let tail else { return nil }
    return try atSufficientPrecision { precision in
      var sums = CertifiedTerms(tape, setting, precision: precision)
      var bounds = TailBounds(tail, setting)
      for k in first..<(first + Self.longest) {
        try setting.meter.count()
        guard sums.add(k) else { return nil }
        if let rest = bounds.rest(after: k, weight: sums.weightBound),
          let found = sums.outcomes(leavingOut: rest),
          zip(found, rest).allSatisfy({ isNegligible($1, in: $0) })
        {
          return found
        }
      }
      return nil
    }
  }

  private func atSufficientPrecision(_ body: (_ precision: Int) throws -> [PieceOutcome]?) throws -> [PieceOutcome]? {
    var precision = PieceIntegration.rounded(setting.bits + Self.guardBits)
    for _ in 0..<3 {
      guard let found = try body(precision) else { return nil }
      let missing = found.map { $0.missingBits(setting.bits) }.max() ?? 0
      if missing <= 0 { return found }
      precision = PieceIntegration.rounded(precision + missing + 16)
      guard precision <= Self.mostBits * (setting.bits + Self.guardBits) else { return nil }
    }
    return nil
  }

  private func isNegligible(_ rest: Radius, in outcome: PieceOutcome) -> Bool {
    rest.isZero
      || (outcome.scale.exponent > Int.min
        && rest.binaryExponent < outcome.scale.exponent - setting.bits - Self.tailBits)
  }
}
