internal import Multiprecision

/// Integrates over one piece, at a given precision, where the variables before have values.
final class InnerPiece {
  private let program: PieceProgram
  private let setting: NumericSetting
  private let fine: PieceEvaluator
  /// Of low precision, for scans.
  private let scout: PieceEvaluator

  /// Whether the density has peaks so far apart that the nodes of one map may miss some; seen at the first values of the
  /// variables before.
  private var isScattered: Bool?

  /// Errors of the integrals inside add up over the nodes outside.
  static let guardBits = 8
  private static let deepestLevel = 6

  init(_ program: PieceProgram, _ setting: NumericSetting, precision: Int, outer: borrowing OuterValues) throws {
    self.program = program
    self.setting = setting
    fine = try PieceEvaluator(program, setting, precision: precision, outer: outer)
    let low = min(precision, PieceIntegration.innerScanPrecision)
    scout = try PieceEvaluator(program, setting, precision: low, outer: outer)
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    scout.setVariable(level: level, from: desk, node)
    fine.setVariable(level: level, from: desk, node)
  }

  /// The outcomes of the entries, accurate relative to the larger of their scales and two to the `floors`.
  func outcomes(floors: [Int]) throws -> [PieceOutcome] {
    // Where an outer variable lies at the end of its set, rounding may leave nothing of this one's.
    if let length = scout.pieceLength, !(length > Real.zero) { return PieceOutcome.nothing(setting.entryCount) }
    fine.floors = floors
    do {
      let depth = Double(setting.bits + 8) * 0.693_147
      let map = try MapChoice(scout, depth: depth).map()
      let isScattered = self.isScattered ?? !PeakSeparation(scout, depth: depth).cuts().isEmpty
      self.isScattered = isScattered
      var rule = TrapezoidalRule(
        fine, map: map, bits: setting.bits + Self.guardBits, meter: setting.meter, names: program.names,
        deepestLevel: Self.deepestLevel)
      let found = try rule.outcomes()
      // Evenly spread nodes miss none.
      return isScattered && map.stretch != .none ? found.map { $0.unknown() } : found
    } catch let peak as MapChoice.OutOfReach {
      return try fine.outcomes(outOfReach: peak)
    }
  }

  /// The logarithm of the density's integral, roughly.
  func logMass() -> Real { MapChoice(scout, depth: 1).logMass() }
}

extension PieceOutcome {
  /// The outcomes over an empty set.
  static func nothing(_ entryCount: Int) -> [PieceOutcome] {
    Array(
      repeating: PieceOutcome(value: Real.zero, scale: Real.zero, errorExponent: Int.min, status: .converged),
      count: entryCount)
  }
}
