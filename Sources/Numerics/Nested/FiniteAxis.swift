internal import Multiprecision

/// Sums over listed points, where the variables before have values.
final class FiniteAxis: AxisEvaluator {
  private let program: AxisProgram
  private let setting: NumericSetting
  private let evaluator: PointEvaluator
  private var frame: Machine

  init(_ program: AxisProgram, _ setting: NumericSetting, precision: Int, outer: borrowing OuterValues) throws {
    self.program = program
    self.setting = setting
    evaluator = try PointEvaluator(program, setting, precision: precision, outer: outer)
    frame = Machine(program.frame.tape, precision: precision)
    frame.bind(parameters: setting.parameters)
    outer.place { frame.set(level: $0, from: $1, $2) }
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    frame.set(level: level, from: desk, node)
    evaluator.sums.setVariable(level: level, from: desk, node)
  }

  func outcomes(floors: [Int]) throws -> [PieceOutcome] {
    evaluator.sums.reset()
    evaluator.sums.floors = floors
    for point in 0..<frame.tape.outputCount {
      try setting.meter.count()
      let x = frame.output(point)
      if let bad = try evaluator.add(x) {
        throw program.source.names.error(entry: bad.entry, at: x.description(digits: 6))
      }
    }
    return evaluator.outcomes()
  }

  func logMass() -> Real {
    var largest = Real(-Double.infinity)
    for point in 0..<frame.tape.outputCount {
      let mass = evaluator.logMass(frame.output(point))
      if mass > largest { largest = mass }
    }
    return largest
  }
}
