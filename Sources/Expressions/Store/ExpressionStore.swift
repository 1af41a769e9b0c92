public import Multiprecision

/// A hash-consed arena of expressions: one for each problem, dropped whole.
///
/// Constructors normalise silently by a short closed list (flatten, sort, fold rationals, unit elements, merge like terms
/// and like powers, integer powers of powers and products, `exp(log(x)) = x`); every other transformation is a named rule
/// elsewhere. The order of operands is structural, so that the same input gives the same bytes in every run.
public final class ExpressionStore {
  /// The functions that calls refer to.
  public let functions: FunctionTable

  // A store belongs to one thread and no method calls out while it changes these, so the run-time checks of exclusive
  // access, which took half the time of a large Hessian, could find nothing.
  @exclusivity(unchecked) var operators: [Operator] = []
  @exclusivity(unchecked) var payloads: [Int32] = []
  @exclusivity(unchecked) var operandStarts: [Int32] = []
  @exclusivity(unchecked) var operandArena: [Expr] = []
  @exclusivity(unchecked) var rationals: [Rational] = []
  @exclusivity(unchecked) var symbolNames: [String] = []
  @exclusivity(unchecked) private var rationalIndex: [Rational: Expr] = [:]
  @exclusivity(unchecked) private var symbolIndex: [String: Expr] = [:]
  @exclusivity(unchecked) private var table = InternTable()
  @exclusivity(unchecked) var sizes: [Int] = []

  let expID: FunctionID
  let logID: FunctionID

  /// The number 0.
  public let zero = Expr(id: 0)
  /// The number 1.
  public let one = Expr(id: 1)
  /// The number -1.
  public let minusOne = Expr(id: 2)
  /// The number 2.
  public let two = Expr(id: 3)
  /// The number 1/2.
  public let half = Expr(id: 4)
  /// The constant `inf`.
  public let infinity = Expr(id: 5)

  /// Creates an empty store over a function table.
  public init(functions: FunctionTable = .standard) {
    self.functions = functions
    expID = functions.exponential
    logID = functions.logarithm
    // The first nodes, in the order of the handles above.
    let first = [0, 1, -1, 2].map { number(Rational($0)) } + [number(Rational(1, 2)), call(functions.infinity, [])]
    precondition(first == [zero, one, minusOne, two, half, infinity], "the constants are the first nodes")
  }

  /// The number of distinct expressions made so far.
  public var count: Int { operators.count }

  /// The expression for an exact rational number.
  public func number(_ value: Rational) -> Expr {
    if let known = rationalIndex[value] { return known }
    let made = append(.number, payload: rationals.count, operands: [])
    rationals.append(value)
    rationalIndex[value] = made
    return made
  }

  /// The expression for an integer.
  public func integer(_ value: Int) -> Expr {
    switch value {
    case 0: zero
    case 1: one
    case -1: minusOne
    case 2: two
    default: number(Rational(value))
    }
  }

  /// The symbol with a name; the same name gives the same handle.
  public func symbol(_ name: String) -> Expr {
    if let known = symbolIndex[name] { return known }
    let made = append(.symbol, payload: symbolNames.count, operands: [])
    symbolNames.append(name)
    symbolIndex[name] = made
    return made
  }

  /// The node with exactly these parts, shared if it exists; the caller has made the operands canonical.
  func interned(_ op: Operator, payload: Int = 0, _ operands: [Expr]) -> Expr {
    let hash = InternTable.hash(op, payload, operands)
    let found = table.find(hash) { candidate in
      let i = Int(candidate)
      guard operators[i] == op, payloads[i] == Int32(truncatingIfNeeded: payload) else { return false }
      let start = Int(operandStarts[i])
      guard operandEnd(i) - start == operands.count else { return false }
      for k in operands.indices where operandArena[start + k] != operands[k] { return false }
      return true
    }
    if let found { return Expr(id: found) }
    let made = append(op, payload: payload, operands: operands)
    table.insert(hash, made.id)
    return made
  }

  private func append(_ op: Operator, payload: Int, operands: [Expr]) -> Expr {
    let made = Expr(index: operators.count)
    operators.append(op)
    payloads.append(Int32(truncatingIfNeeded: payload))
    operandStarts.append(Int32(truncatingIfNeeded: operandArena.count))
    operandArena.append(contentsOf: operands)
    var size = 1
    for operand in operands { size = min(size + sizes[operand.index], 1 << 40) }
    sizes.append(size)
    return made
  }

  func operandEnd(_ index: Int) -> Int {
    index + 1 < operandStarts.count ? Int(operandStarts[index + 1]) : operandArena.count
  }
}
