internal import Multiprecision

/// Runs the part of a tape that the first output needs at its last level in machine arithmetic, with a running bound for
/// the error: enough to look for peaks, for a fraction of the time that floating-point numbers of many digits take.
///
/// What earlier levels have computed is taken over from a machine of any precision. Source of the bounds: N. J. Higham,
/// Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.3.
struct ScanMachine {
  private let instructions: [Tape.Instruction]
  private let functions: [RealFunction]
  private let argumentLists: [[Int]]
  private let variable: Tape.VariableSlots
  private let output: Int
  /// The slots that the instructions take from earlier levels.
  private let inputs: [Int]
  private var values: [Double]
  private var errors: [Double]

  /// A number with a bound for its error.
  private struct Bounded {
    var value: Double
    var error: Double
  }

  /// The values of a variable and of what comes with it; unused ones are not numbers.
  struct Node {
    var value: Double
    var logarithm = Double.nan
    var rest = Double.nan
    var restLogarithm = Double.nan
  }

  private static let unit = 0x1p-53
  /// Values with larger errors are not given, unless they are so far from the reference that their size alone matters.
  private static let largestError = 0x1p-6
  private static let largestRelativeError = 0x1p-20

  init(_ tape: Tape) {
    let level = tape.variables.count
    instructions = Array(tape.levels[level].prefix(tape.firstOutputLengths[level]))
    (functions, argumentLists) = (tape.functions, tape.argumentLists)
    variable = tape.variables[level - 1]
    output = tape.outputSlots[0]
    values = Array(repeating: 0, count: tape.slotCount)
    errors = values
    var made = Set(instructions.map(\.result))
    for slot in [variable.value, variable.logarithm, variable.rest, variable.restLogarithm].compactMap({ $0 }) {
      made.insert(slot)
    }
    var needed: Set<Int> = [output]
    for i in instructions { needed.formUnion(i.operands(tape.argumentLists)) }
    inputs = needed.subtracting(made).sorted()
  }

  /// Takes over what earlier levels have computed.
  mutating func load(_ registers: borrowing Registers) {
    for slot in inputs {
      values[slot] = registers.double(slot)
      errors[slot] = values[slot].magnitude * Self.unit
    }
  }

  /// The first output less a reference; nil where machine arithmetic does not resolve it.
  mutating func value(at node: Node, reference: Double) -> Double? {
    place(variable.value, node.value)
    if let slot = variable.logarithm { place(slot, node.logarithm) }
    if let slot = variable.rest { place(slot, node.rest) }
    if let slot = variable.restLogarithm { place(slot, node.restLogarithm) }
    for i in instructions {
      let result = result(of: i)
      values[i.result] = result.value
      errors[i.result] = result.error + result.value.magnitude * Self.unit
    }
    let error = errors[output] + (values[output].magnitude + 2 * reference.magnitude) * Self.unit
    let difference = values[output] - reference
    let isResolved = error < Self.largestError || error < difference.magnitude * Self.largestRelativeError
    return isResolved && difference.isFinite ? difference : nil
  }

  private mutating func place(_ slot: Int, _ value: Double) {
    values[slot] = value
    errors[slot] = value.magnitude * 2 * Self.unit
  }

  private func operand(_ slot: Int) -> Bounded { Bounded(value: values[slot], error: errors[slot]) }

  private func result(of i: Tape.Instruction) -> Bounded {
    let (a, b) = (operand(i.left), operand(i.operation.isBinary ? i.right : i.left))
    switch i.operation {
    case .add: return Bounded(value: a.value + b.value, error: a.error + b.error)
    case .subtract: return Bounded(value: a.value - b.value, error: a.error + b.error)
    case .multiply, .select, .multiplyVanishing: return Self.product(a, b)
    case .divide:
      let quotient = a.value / b.value
      return Bounded(value: quotient, error: Self.relative(a.error + quotient.magnitude * b.error, to: b))
    case .negate: return Bounded(value: -a.value, error: a.error)
    case .square: return Self.product(a, a)
    case .squareRoot:
      let root = a.value.squareRoot()
      return Bounded(value: root, error: Self.relative(a.error * root, to: a))
    case .exp: return Self.exponential(a)
    case .log:
      return Bounded(value: a.value.naturalLogarithm, error: Self.relative(a.error, to: a) + Self.unit)
    case .log1p:
      let successor = Bounded(value: 1 + a.value, error: a.error)
      let value = a.value.logarithmOfSuccessor
      return Bounded(value: value, error: Self.relative(a.error, to: successor) + value.magnitude * Self.unit)
    case .complement:
      let value = Double.complement(a.value, logarithm: b.value)
      let error = b.value.magnitude < 1 ? 3 * b.error : a.error
      return Bounded(value: value, error: error + value.magnitude * Self.unit)
    case .powerInteger: return Self.power(a, Bounded(value: Double(i.extra), error: 0))
    case .power, .powerSharingLogarithm: return Self.power(a, b)
    case .call: return call(functions[i.extra], argumentLists[i.left])
    }
  }

  private static func product(_ a: Bounded, _ b: Bounded) -> Bounded {
    Bounded(
      value: a.value * b.value,
      error: a.value.magnitude * b.error + b.value.magnitude * a.error + a.error * b.error)
  }

  /// An error divided by a number, which is to be larger than its own error.
  private static func relative(_ error: Double, to a: Bounded) -> Double {
    let least = a.value.magnitude - a.error
    return least > 0 ? error / least : error == 0 ? 0 : .infinity
  }

  private static func exponential(_ a: Bounded) -> Bounded {
    let value = a.value.exponential
    return Bounded(value: value, error: value * (a.error.exponential - 1) + value * unit)
  }

  private static func power(_ a: Bounded, _ b: Bounded) -> Bounded {
    let value = a.value.raised(to: b.value)
    let logarithm = a.value.magnitude.naturalLogarithm.magnitude
    let change = b.value.magnitude * relative(a.error, to: a) + (b.error == 0 ? 0 : logarithm * b.error)
    return Bounded(value: value, error: value.magnitude * (change.exponential - 1) + value.magnitude * unit)
  }

  /// A function of the table by its own machine value. Its slope is not known: arguments have to be as good as exact.
  private func call(_ function: RealFunction, _ arguments: [Int]) -> Bounded {
    guard let machine = function.machine, arguments.count == 1 else { return Bounded(value: .nan, error: .infinity) }
    let a = operand(arguments[0])
    guard a.error <= a.value.magnitude * 8 * Self.unit else { return Bounded(value: .nan, error: .infinity) }
    let value = machine(a.value)
    return Bounded(value: value, error: 64 * Self.unit * (value.magnitude + a.value.magnitude + 1))
  }
}

extension Tape.Instruction {
  /// The slots that an instruction reads.
  func operands(_ argumentLists: [[Int]]) -> [Int] {
    switch operation {
    case .call: argumentLists[left]
    case .powerSharingLogarithm: [left, right, extra]
    default: operation.isBinary ? [left, right] : [left]
    }
  }
}

extension Tape.Operation {
  /// Whether the right operand is a slot.
  var isBinary: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .multiplyVanishing, .select, .power, .powerSharingLogarithm, .complement:
      true
    case .negate, .square, .squareRoot, .exp, .log, .log1p, .powerInteger, .call: false
    }
  }
}
