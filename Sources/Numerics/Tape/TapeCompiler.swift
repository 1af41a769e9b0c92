public import Expressions
internal import Multiprecision

/// Compiles expressions of one store to a tape.
///
/// The store's handles are shared, so every sub-expression that occurs twice, in whatever outputs, is computed once. Sums
/// and products are regrouped by level, so that what depends on parameters alone leaves the loop over nodes.
public struct TapeCompiler {
  let store: ExpressionStore
  let isLattice: Bool
  var tape = Tape()
  var slots: [Expr: Slot] = [:]

  /// The variables that are positive wherever the tape is run, and whose logarithms come with them.
  private let positive: [Expr]

  /// Where the value of an expression is kept, and the level at which it is known.
  struct Slot {
    let index: Int
    let level: Int
  }

  /// Creates a compiler for expressions in `parameters` and `variables`.
  ///
  /// - Parameter isLattice: whether the variables range over isolated points, where a factor that is exactly 0 makes a
  ///   logarithm of 0 vanish (the limit `x log x -> 0`), and `0^0 = 1`.
  public init(_ store: ExpressionStore, parameters: [Expr], variables: [Expr], isLattice: Bool = false) {
    self.init(store, parameters: parameters, variables: variables.map { TapeVariable($0) }, isLattice: isLattice)
  }

  /// Creates a compiler for tapes whose positive variables come with their logarithms.
  init(_ store: ExpressionStore, parameters: [Expr], variables: [TapeVariable], isLattice: Bool = false) {
    self.store = store
    self.isLattice = isLattice
    positive = variables.flatMap { [$0.isPositive ? $0.symbol : nil, $0.rest].compactMap { $0 } }
    tape.levels = Array(repeating: [], count: variables.count + 1)
    for parameter in parameters { tape.parameterSlots.append(bind(parameter, level: 0)) }
    for (position, variable) in variables.enumerated() {
      let level = position + 1
      var slots = Tape.VariableSlots(value: bind(variable.symbol, level: level))
      if variable.isPositive { slots.logarithm = bind(store.log(variable.symbol), level: level) }
      if let rest = variable.rest {
        slots.rest = bind(rest, level: level)
        slots.restLogarithm = bind(store.log(rest), level: level)
      }
      tape.variables.append(slots)
    }
  }

  private mutating func bind(_ symbol: Expr, level: Int) -> Int {
    let slot = newSlot(level: level)
    slots[symbol] = slot
    return slot.index
  }

  /// The tape that evaluates `outputs`, in this order.
  public mutating func compile(_ outputs: [Expr]) throws -> Tape {
    tape.outputSlots = []
    for (position, output) in outputs.enumerated() {
      let slot = try compile(output)
      tape.outputSlots.append(slot.index)
      if position == 0 { tape.firstOutputLengths = tape.levels.map(\.count) }
    }
    return tape
  }

  mutating func compile(_ e: Expr) throws -> Slot {
    if let known = slots[e] { return known }
    let slot: Slot
    switch store.op(e) {
    case .number: slot = constant(store.numberValue(e) ?? Rational(0))
    case .symbol: throw TapeError.unboundSymbol(store.symbolName(e) ?? "")
    case .sum: slot = try compileSum(e)
    case .product: slot = try compileProduct(e)
    case .power: slot = try compilePower(store.operand(e, at: 0), store.operand(e, at: 1))
    case .call: slot = try compileCall(e)
    }
    slots[e] = slot
    return slot
  }

  mutating func constant(_ value: Rational) -> Slot {
    let slot = newSlot(level: 0)
    tape.constants.append(Tape.Constant(slot: slot.index, value: value))
    return slot
  }

  mutating func newSlot(level: Int) -> Slot {
    defer { tape.slotCount += 1 }
    return Slot(index: tape.slotCount, level: level)
  }

  /// Appends an instruction at a level and returns where its result lies.
  mutating func emit(_ operation: Tape.Operation, level: Int, _ left: Int, _ right: Int = 0, extra: Int = 0) -> Slot {
    let slot = newSlot(level: level)
    tape.levels[level].append(
      Tape.Instruction(operation: operation, result: slot.index, left: left, right: right, extra: extra))
    return slot
  }

  mutating func emit(_ operation: Tape.Operation, _ a: Slot, _ b: Slot) -> Slot {
    emit(operation, level: max(a.level, b.level), a.index, b.index)
  }

  mutating func emit(_ operation: Tape.Operation, _ a: Slot) -> Slot { emit(operation, level: a.level, a.index) }

  private mutating func compileCall(_ e: Expr) throws -> Slot {
    if let argument = store.exponentialArgument(e) { return emit(.exp, try compile(argument)) }
    if let argument = store.logarithmArgument(e) { return try compileLogarithm(argument) }
    if let sum = store.indexedSum(e) { return try compileSum(sum) }
    if let nameless = store.namelessDerivative(e) { return try compile(nameless) }
    guard let definition = store.function(e), let evaluator = definition.evaluate else {
      throw TapeError.functionWithoutEvaluator(store.functionName(e) ?? "")
    }
    return try emitCall(evaluator, store.operands(e))
  }

  /// Appends a call of an evaluator at the level of its last argument.
  mutating func emitCall(_ evaluator: RealFunction, _ operands: [Expr]) throws -> Slot {
    var arguments: [Int] = []
    var level = 0
    for operand in operands {
      let slot = try compile(operand)
      arguments.append(slot.index)
      level = max(level, slot.level)
    }
    tape.functions.append(evaluator)
    tape.argumentLists.append(arguments)
    return emit(.call, level: level, tape.argumentLists.count - 1, extra: tape.functions.count - 1)
  }
}

extension TapeCompiler {
  /// `log(c v^n) = log c + n log v` for a positive variable v whose logarithm is at hand: where c is not positive, both sides
  /// have no finite value.
  private mutating func compileLogarithm(_ argument: Expr) throws -> Slot {
    for v in positive {
      guard let (n, rest) = monomial(argument, in: v), let logarithm = slots[store.log(v)] else { continue }
      let multiple = n.isOne ? logarithm : emit(.multiply, logarithm, constant(n))
      if rest == store.one { return multiple }
      return emit(.add, try compile(store.log(rest)), multiple)
    }
    if let logarithm = try compileLogarithmOfTail(argument) { return logarithm }
    return emit(.log, try compile(argument))
  }

  /// The exponent n and the factor c of `c v^n`, if the expression is of this form.
  private func monomial(_ e: Expr, in v: Expr) -> (exponent: Rational, rest: Expr)? {
    var power: Rational?
    var rest: [Expr] = []
    for factor in store.factors(e) {
      let (base, exponent) = store.baseAndExponent(factor)
      if base == v, let n = store.numberValue(exponent) {
        power = n
      } else if store.contains(factor, v) {
        return nil
      } else {
        rest.append(factor)
      }
    }
    guard let power else { return nil }
    return (power, store.product(rest))
  }

  func isVariableSymbol(_ e: Expr) -> Bool { store.op(e) == .symbol && isVariable(e) }

  /// Whether an expression contains a variable.
  func isVariable(_ e: Expr) -> Bool {
    store.freeSymbols(e).contains { (slots[$0]?.level ?? 0) > 0 }
  }
}
