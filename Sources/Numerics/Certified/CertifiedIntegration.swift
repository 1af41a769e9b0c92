internal import Multiprecision

/// Integrals by trapezoidal sums in ball arithmetic, so that their errors are proven: of periodic integrands over a period,
/// and of polynomials times a Gaussian over the line.
struct CertifiedIntegration {
  private let tape: Tape
  private let setting: NumericSetting
  private let bound: any TrapezoidalBound

  private static let guardBits = 40
  /// The sums are closer to the integrals than is wanted by this many bits.
  private static let marginBits = 4
  private static let attempts = 4

  /// Nil where nothing bounds the error.
  init?(_ program: AxisProgram, _ setting: NumericSetting) throws {
    guard program.source.remaining.count == 1, program.source.outer.isEmpty, program.frame.hasNoKinks,
      case .terms(let tape) = try program.pointwise(), tape.isProvable
    else { return nil }
    if let found = try GaussianLine(program, setting) {
      bound = found
    } else if let found = try PeriodicStrip(program, setting) {
      bound = found
    } else {
      return nil
    }
    self.tape = tape
    self.setting = setting
  }

  /// The outcomes of the entries; nil unless all are proven to be as accurate as wanted.
  func outcomes() throws -> [PieceOutcome]? {
    var allowed = Array(repeating: -setting.bits - Self.marginBits, count: setting.entryCount)
    var precision = PieceIntegration.rounded(setting.bits + Self.guardBits + setting.bitsOfParameters)
    for _ in 0..<Self.attempts {
      guard let found = try outcomes(allowed, precision) else { return nil }
      let missing = found.map { $0.missingBits(setting.bits) }.max() ?? 0
      if missing <= 0 { return found }
      precision = PieceIntegration.rounded(precision + missing + 16)
      guard precision <= PieceIntegration.largestPrecision else { return nil }
      allowed = zip(allowed, found).map { old, outcome in
        outcome.scale.isZero ? old : min(old, outcome.scale.exponent - setting.bits - Self.marginBits)
      }
    }
    return nil
  }

  private func outcomes(_ allowed: [Int], _ precision: Int) throws -> [PieceOutcome]? {
    guard let grid = bound.grid(allowed: allowed, precision: precision) else { return nil }
    var sums = CertifiedTerms(tape, setting, precision: precision)
    for k in grid.nodes {
      try setting.meter.count()
      guard sums.add(grid.node(k)) else { return nil }
    }
    sums.scale(by: grid.step)
    return sums.outcomes(leavingOut: grid.errors)
  }
}
