public import Multiprecision

/// Runs a tape in floating-point numbers of any precision.
///
/// The registers are those of the tape, followed by `extra` ones for the caller's sums.
public struct Machine: ~Copyable {
  let tape: Tape
  var registers: Registers
  /// The first of the caller's own registers.
  let firstExtra: Int
  /// Whether results that are rounded are moved; see `bindPerturbed`.
  var isPerturbed = false
  /// Values that functions of parameters have had in other machines, while the prologue runs.
  private var calls: RememberedCalls?

  /// Creates a machine with `precision` bits.
  public init(_ tape: Tape, precision: Int) { self.init(tape, precision: precision, extra: 0) }

  init(_ tape: Tape, precision: Int, extra: Int) {
    self.tape = tape
    firstExtra = tape.slotCount
    registers = Registers(count: tape.slotCount + extra, precision: precision)
    for constant in tape.constants { registers.set(constant.slot, constant.value) }
  }

  /// The precision in bits.
  public var precision: Int { registers.precision }

  /// Sets the parameters, correctly rounded, and runs the prologue.
  public mutating func bind(parameters: [Rational]) { bind(parameters: parameters, remembering: nil) }

  /// The same with the values of functions that other machines have found.
  mutating func bind(parameters: [Rational], remembering calls: RememberedCalls?) {
    precondition(parameters.count == tape.parameterSlots.count, "wrong number of parameters")
    for (slot, value) in zip(tape.parameterSlots, parameters) { registers.set(slot, value) }
    self.calls = calls
    run(level: 0)
    self.calls = nil
  }

  /// Sets the parameters, rounded if they have more digits, and runs the prologue.
  public mutating func bind(parameters: [Real]) {
    precondition(parameters.count == tape.parameterSlots.count, "wrong number of parameters")
    for (slot, value) in zip(tape.parameterSlots, parameters) { registers.set(slot, value) }
    run(level: 0)
  }

  /// Whether some number that depends on parameters alone is above two to a power, or below its inverse.
  func hasNumber(beyond exponent: Int) -> Bool {
    let slots = tape.constants.map(\.slot) + tape.parameterSlots + tape.levels[0].map(\.result)
    return slots.contains { slot in
      registers.isFinite(slot) && !registers.isZero(slot) && abs(registers.exponent(slot)) > exponent
    }
  }

  /// Sets all variables and runs every level after the prologue.
  public mutating func run(variables: [Rational]) {
    precondition(variables.count == tape.variables.count, "wrong number of variables")
    for (variable, value) in zip(tape.variables, variables) { registers.set(variable.value, value) }
    for level in 1..<max(tape.levels.count, 1) { run(level: level) }
  }

  /// Sets all variables and runs every level after the prologue.
  public mutating func run(variables: [Real]) {
    precondition(variables.count == tape.variables.count, "wrong number of variables")
    for (variable, value) in zip(tape.variables, variables) { registers.set(variable.value, value) }
    for level in 1..<max(tape.levels.count, 1) { run(level: level) }
  }

  /// Sets one variable, with what comes with it, and runs its level.
  mutating func set(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    place(level: level, from: desk, node)
    run(level: level)
  }

  /// Sets one variable, with what comes with it.
  mutating func place(level: Int, from desk: borrowing Registers, _ node: NodeValue) {
    let variable = tape.variables[level - 1]
    registers.set(variable.value, from: desk, node.value)
    if let slot = variable.logarithm, let value = node.logarithm { registers.set(slot, from: desk, value) }
    if let slot = variable.rest, let value = node.rest { registers.set(slot, from: desk, value) }
    if let slot = variable.restLogarithm, let value = node.restLogarithm { registers.set(slot, from: desk, value) }
  }

  /// The value of an output after a run.
  public func output(_ position: Int) -> Real { registers.real(tape.outputSlots[position]) }

  /// Runs the instructions of a level; with `firstOutputOnly` just those that the first output needs.
  mutating func run(level: Int, firstOutputOnly: Bool = false) {
    run(level: level, 0..<(firstOutputOnly ? tape.firstOutputLengths[level] : tape.levels[level].count))
  }

  /// Runs the first instructions of a level.
  mutating func run(level: Int, count: Int) { run(level: level, 0..<count) }

  /// Runs the instructions of a level that the first output does not need.
  mutating func runRest(level: Int) {
    run(level: level, tape.firstOutputLengths[level]..<tape.levels[level].count)
  }

  @inline(__always)
  private mutating func run(level: Int, _ positions: Range<Int>) {
    if isPerturbed {
      for position in positions { executePerturbed(tape.levels[level][position]) }
    } else {
      for position in positions { execute(tape.levels[level][position]) }
    }
  }

  /// Runs one instruction.
  @inline(__always)
  mutating func execute(_ i: Tape.Instruction) {
    switch i.operation {
    case .add: registers.add(i.result, i.left, i.right)
    case .subtract: registers.subtract(i.result, i.left, i.right)
    case .multiply: registers.multiply(i.result, i.left, i.right)
    case .divide: registers.divide(i.result, i.left, i.right)
    case .negate: registers.negate(i.result, i.left)
    case .square: registers.square(i.result, i.left)
    case .squareRoot: registers.squareRoot(i.result, i.left)
    case .exp: registers.exp(i.result, i.left)
    case .log: registers.log(i.result, i.left)
    case .log1p: registers.log1p(i.result, i.left)
    case .complement: executeComplement(i)
    case .powerInteger: registers.powerInteger(i.result, i.left, i.extra)
    case .power: registers.power(i.result, i.left, i.right)
    case .powerSharingLogarithm: executeSharedPower(i)
    case .multiplyVanishing: executeVanishingProduct(i)
    case .select:
      if registers.isZero(i.left) {
        registers.set(i.result, integer: 0)
      } else {
        registers.multiply(i.result, i.left, i.right)
      }
    case .call: executeCall(i)
    }
  }

  private mutating func executeCall(_ i: Tape.Instruction) {
    let (function, arguments) = (tape.functions[i.extra], tape.argumentLists[i.left])
    if let calls {
      calls.apply(function, &registers, i.result, arguments)
    } else {
      function.apply(&registers, i.result, arguments)
    }
  }

  private mutating func executeSharedPower(_ i: Tape.Instruction) {
    // Only a positive base has the logarithm; an integer exponent that arises at this point may take any base.
    guard registers.sign(i.left) > 0 else { return registers.power(i.result, i.left, i.right) }
    registers.multiply(i.result, i.right, i.extra)
    registers.exp(i.result, i.result)
  }

  private mutating func executeComplement(_ i: Tape.Instruction) {
    if registers.exponent(i.right) < Tape.cancellingExponent {
      registers.expm1(i.result, i.right)
      registers.negate(i.result, i.result)
    } else {
      registers.set(i.result, integer: 1)
      registers.subtract(i.result, i.result, i.left)
    }
  }

  private mutating func executeVanishingProduct(_ i: Tape.Instruction) {
    if registers.isZero(i.left), !registers.isFinite(i.right), !registers.isNaN(i.right) {
      registers.set(i.result, integer: 0)
    } else {
      registers.multiply(i.result, i.left, i.right)
    }
  }
}
