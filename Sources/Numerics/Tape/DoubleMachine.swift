internal import Multiprecision

/// Runs a tape in machine doubles, for plots and data; functions without a native counterpart take a 64-bit detour.
public struct DoubleMachine: ~Copyable {
  let tape: Tape
  private var values: [Double]
  private var scratch: Registers

  /// Creates a machine.
  public init(_ tape: Tape) {
    self.tape = tape
    values = Array(repeating: 0, count: tape.slotCount)
    let widest = tape.argumentLists.map(\.count).max() ?? 0
    scratch = Registers(count: widest + 1, precision: 64)
    for constant in tape.constants { values[constant.slot] = constant.value.doubleValue }
  }

  /// Sets the parameters and runs the prologue.
  public mutating func bind(parameters: [Double]) {
    precondition(parameters.count == tape.parameterSlots.count, "wrong number of parameters")
    for (slot, value) in zip(tape.parameterSlots, parameters) { values[slot] = value }
    run(level: 0)
  }

  /// Sets all variables and runs every level after the prologue.
  public mutating func run(variables: [Double]) {
    precondition(variables.count == tape.variables.count, "wrong number of variables")
    for (variable, value) in zip(tape.variables, variables) { values[variable.value] = value }
    for level in 1..<max(tape.levels.count, 1) { run(level: level) }
  }

  /// The value of an output after a run.
  public func output(_ position: Int) -> Double { values[tape.outputSlots[position]] }

  private mutating func run(level: Int) {
    for i in tape.levels[level] { values[i.result] = value(of: i) }
  }

  private mutating func value(of i: Tape.Instruction) -> Double {
    switch i.operation {
    case .add: return values[i.left] + values[i.right]
    case .subtract: return values[i.left] - values[i.right]
    case .multiply: return values[i.left] * values[i.right]
    case .divide: return values[i.left] / values[i.right]
    case .negate: return -values[i.left]
    case .square: return values[i.left] * values[i.left]
    case .squareRoot: return values[i.left].squareRoot()
    case .exp: return values[i.left].exponential
    case .log: return values[i.left].naturalLogarithm
    case .log1p: return values[i.left].logarithmOfSuccessor
    case .complement: return Double.complement(values[i.left], logarithm: values[i.right])
    case .powerInteger: return values[i.left].raised(to: Double(i.extra))
    case .power, .powerSharingLogarithm: return values[i.left].raised(to: values[i.right])
    case .multiplyVanishing:
      let isVanishing = values[i.left] == 0 && values[i.right].isInfinite
      return isVanishing ? 0 : values[i.left] * values[i.right]
    case .select: return values[i.left] == 0 ? 0 : values[i.left] * values[i.right]
    case .call: return call(tape.functions[i.extra], tape.argumentLists[i.left])
    }
  }

  private mutating func call(_ function: RealFunction, _ arguments: [Int]) -> Double {
    for (position, slot) in arguments.enumerated() { scratch.set(position + 1, values[slot]) }
    function.apply(&scratch, 0, Array(1..<arguments.count + 1))
    return scratch.double(0)
  }
}
