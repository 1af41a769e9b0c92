internal import Multiprecision

/// Sums over finitely many integers in ball arithmetic, so that the errors of the sums are proven.
struct CertifiedSummation {
  private let tape: Tape
  private let setting: NumericSetting

  /// A sum of at most this many terms is taken.
  static let longest = 1500
  private static let guardBits = 40

  /// Nil where further variables are summed or integrated inside.
  init?(_ program: AxisProgram, _ setting: NumericSetting) throws {
    guard program.source.outer.isEmpty, case .terms(let tape) = try program.pointwise() else { return nil }
    self.tape = tape
    self.setting = setting
  }

  /// The outcomes of the entries; nil unless all are proven to be as accurate as wanted.
  func outcomes(_ points: [Int]) throws -> [PieceOutcome]? {
    guard points.count <= Self.longest else { return nil }
    var precision = PieceIntegration.rounded(setting.bits + Self.guardBits)
    for _ in 0..<3 {
      guard let found = try outcomes(points, precision) else { return nil }
      let missing = found.map { $0.missingBits(setting.bits) }.max() ?? 0
      if missing <= 0 { return found }
      precision = PieceIntegration.rounded(precision + missing + 16)
    }
    return nil
  }

  private func outcomes(_ points: [Int], _ precision: Int) throws -> [PieceOutcome]? {
    let count = setting.entryCount
    // The weight, a term, its magnitude, and for each entry the sum and that of the magnitudes.
    var machine = BallMachine(tape, parameters: setting.parameters, precision: precision, extra: 2 + 2 * count)
    let weight = machine.firstExtra
    let (term, sums) = (weight + 1, weight + 2)
    for k in points {
      try setting.meter.count()
      machine.set(level: 1, integer: k)
      machine.exp(weight, tape.outputSlots[0])
      guard !machine.radius(weight).isInfinite else { return nil }
      if machine.isExactlyZero(weight) { continue }
      for entry in 0..<count {
        if entry == 0 {
          machine.copy(term, weight)
        } else {
          machine.multiply(term, weight, tape.outputSlots[entry])
        }
        guard !machine.radius(term).isInfinite else { return nil }
        machine.add(sums + entry, sums + entry, term)
        machine.absolute(term, term)
        machine.add(sums + count + entry, sums + count + entry, term)
      }
    }
    var outcomes: [PieceOutcome] = []
    for entry in 0..<count {
      guard var outcome = machine.outcome(sums + entry), let scale = machine.outcome(sums + count + entry) else {
        return nil
      }
      outcome.scale = scale.value
      outcomes.append(outcome)
    }
    return outcomes
  }
}
