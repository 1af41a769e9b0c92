internal import Multiprecision

/// Integrates over an interval, cut at kinks, where the variables before have values.
final class IntervalAxis: AxisEvaluator {
  private let program: AxisProgram
  private let setting: NumericSetting
  private let precision: Int
  private var outer: OuterValues
  private var frame: Machine
  private var opened: [(piece: Piece, evaluator: InnerPiece)] = []

  init(_ program: AxisProgram, _ setting: NumericSetting, precision: Int, outer: consuming OuterValues) {
    self.program = program
    self.setting = setting
    self.precision = precision
    self.outer = outer
    frame = Machine(program.frame.tape, precision: PieceIntegration.framePrecision)
    frame.bind(parameters: setting.parameters)
    self.outer.place { frame.set(level: $0, from: $1, $2) }
  }

  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    outer.set(level: level, from: desk, node)
    frame.set(level: level, from: desk, node)
    for (_, evaluator) in opened {
      evaluator.setVariable(level: level, from: desk, node)
    }
  }

  private func evaluator(_ piece: Piece) throws -> InnerPiece {
    if let known = opened.first(where: { $0.piece == piece }) { return known.evaluator }
    let made = try InnerPiece(try program.program(piece), setting, precision: precision, outer: outer)
    opened.append((piece, made))
    return made
  }

  func outcomes(floors: [Int]) throws -> [PieceOutcome] {
    var total: [PieceOutcome]?
    for piece in program.frame.pieces(frame) {
      let part = try evaluator(piece).outcomes(floors: floors)
      total = total.map { zip($0, part).map { $0 + $1 } } ?? part
    }
    return total ?? PieceOutcome.nothing(setting.entryCount)
  }

  func logMass() -> Real {
    var largest = Real(-Double.infinity)
    for piece in program.frame.pieces(frame) {
      guard let mass = try? evaluator(piece).logMass() else { continue }
      if mass > largest { largest = mass }
    }
    return largest
  }
}
