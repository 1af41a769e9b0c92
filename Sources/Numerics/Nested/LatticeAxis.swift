internal import Multiprecision

/// Sums over the integers between two bounds, where the variables before have values.
final class LatticeAxis: AxisEvaluator {
  private let program: AxisProgram
  private let setting: NumericSetting
  private let precision: Int
  private let evaluator: PointEvaluator
  private let scout: PointEvaluator
  private var outer: OuterValues
  private var frame: Machine

  init(_ program: AxisProgram, _ setting: NumericSetting, precision: Int, outer: consuming OuterValues) throws {
    self.program = program
    self.setting = setting
    self.precision = precision
    evaluator = try PointEvaluator(program, setting, precision: precision, outer: outer)
    scout = try PointEvaluator(program, setting, precision: LatticeSummation.scanPrecision, outer: outer)
    frame = Machine(program.frame.tape, precision: PieceIntegration.framePrecision)
    frame.bind(parameters: setting.parameters)
    self.outer = outer
    self.outer.place { frame.set(level: $0, from: $1, $2) }
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    outer.set(level: level, from: desk, node)
    frame.set(level: level, from: desk, node)
    evaluator.sums.setVariable(level: level, from: desk, node)
    scout.sums.setVariable(level: level, from: desk, node)
  }

  func outcomes(floors: [Int]) throws -> [PieceOutcome] {
    let summation = try LatticeSummation(program, setting, guardBits: InnerPiece.guardBits, frame)
    guard !summation.isEmpty else { return PieceOutcome.nothing(setting.entryCount) }
    guard let plan = summation.plan(scout) else { return try summation.unboundedOutcomes(scout) }
    evaluator.sums.reset()
    evaluator.sums.floors = floors
    if plan.isShort { return try summation.directOutcomes(evaluator, plan: plan).outcomes }
    let smooth = SmoothSummation(
      summation: summation, mode: plan.mode,
      evaluator: { try PointEvaluator(self.program, self.setting, precision: $0, outer: self.outer) },
      integral: { try self.integral(from: $0, to: $1).outcomes(floors: floors) })
    return try smooth.outcomes()
  }

  /// The integral that continues the sum between two integers.
  private func integral(from low: Int?, to high: Int?) throws -> InnerPiece {
    let bounds = OuterValues(outer, followedBy: [low ?? 0, high ?? 0], precision: precision)
    return try InnerPiece(
      try program.continuation(hasLower: low != nil, hasUpper: high != nil), setting, precision: precision,
      outer: bounds)
  }

  func logMass() -> Real {
    guard let summation = try? LatticeSummation(program, setting, frame), !summation.isEmpty,
      let plan = summation.plan(scout)
    else { return Real(-Double.infinity) }
    let width = Double(plan.core.count)
    return scout.logMass(Real(Double(plan.mode))) + Real(width.naturalLogarithm)
  }
}
