public import Multiprecision

extension ExpressionStore {
  /// The kind of node that a handle points to.
  public func op(_ e: Expr) -> Operator { operators[e.index] }

  /// The operands of a node: terms, factors (a leading number is the coefficient), base and exponent, or arguments.
  public func operands(_ e: Expr) -> [Expr] {
    Array(operandArena[Int(operandStarts[e.index])..<operandEnd(e.index)])
  }

  /// The number of operands of a node.
  public func operandCount(_ e: Expr) -> Int { operandEnd(e.index) - Int(operandStarts[e.index]) }

  /// The operand at a position counted from 0.
  public func operand(_ e: Expr, at position: Int) -> Expr { operandArena[Int(operandStarts[e.index]) + position] }

  /// The value of a number node, else nil.
  public func numberValue(_ e: Expr) -> Rational? {
    operators[e.index] == .number ? rationals[Int(payloads[e.index])] : nil
  }

  /// Whether a handle is a number node.
  public func isNumber(_ e: Expr) -> Bool { operators[e.index] == .number }

  /// The value of an integer node that fits a machine word, else nil.
  public func integerValue(_ e: Expr) -> Int? { numberValue(e)?.asInt }

  /// The name of a symbol node, else nil.
  public func symbolName(_ e: Expr) -> String? {
    operators[e.index] == .symbol ? symbolNames[Int(payloads[e.index])] : nil
  }

  /// The function that a call node applies, else nil.
  public func functionID(_ e: Expr) -> FunctionID? {
    operators[e.index] == .call ? FunctionID(index: Int(payloads[e.index])) : nil
  }

  /// The definition of the function that a call node applies, else nil.
  public func function(_ e: Expr) -> FunctionDefinition? { functionID(e).map { functions[$0] } }

  /// The name of the function that a call node applies, else nil.
  public func functionName(_ e: Expr) -> String? { function(e)?.name }

  /// The argument of `exp(a)`, else nil.
  public func exponentialArgument(_ e: Expr) -> Expr? { functionID(e) == expID ? operand(e, at: 0) : nil }

  /// The argument of `log(a)`, else nil.
  public func logarithmArgument(_ e: Expr) -> Expr? { functionID(e) == logID ? operand(e, at: 0) : nil }

  /// The rational coefficient of a term and what it multiplies: `3*x*y` is (3, x*y), `5` is (5, 1), `x` is (1, x).
  public func coefficientAndRest(_ e: Expr) -> (Rational, Expr) {
    switch operators[e.index] {
    case .number: return (rationals[Int(payloads[e.index])], one)
    case .product:
      let first = operand(e, at: 0)
      guard let c = numberValue(first) else { return (Rational(1), e) }
      let rest = Array(operands(e).dropFirst())
      return (c, rest.count == 1 ? rest[0] : interned(.product, rest))
    default: return (Rational(1), e)
    }
  }

  /// The base and exponent of a factor: `x^2` is (x, 2), `x` is (x, 1).
  public func baseAndExponent(_ e: Expr) -> (Expr, Expr) {
    operators[e.index] == .power ? (operand(e, at: 0), operand(e, at: 1)) : (e, one)
  }

  /// The terms of a sum, or the expression itself as its only term.
  public func terms(_ e: Expr) -> [Expr] { operators[e.index] == .sum ? operands(e) : [e] }

  /// The factors of a product, or the expression itself as its only factor.
  public func factors(_ e: Expr) -> [Expr] { operators[e.index] == .product ? operands(e) : [e] }

  /// The number of nodes of an expression written out as a tree (saturating at 2^40).
  public func nodeCount(_ e: Expr) -> Int { sizes[e.index] }

  /// The symbols that occur in an expression and are not bound by a sum or a product, in structural order.
  public func freeSymbols(_ e: Expr) -> [Expr] {
    var seen = Set<Expr>()
    var found: [Expr] = []
    var stack = [e]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let index = boundIndex(next) {
        for symbol in operands(next).flatMap({ freeSymbols($0) }) where symbol != index && !found.contains(symbol) {
          found.append(symbol)
        }
        continue
      }
      if operators[next.index] == .symbol, !found.contains(next) { found.append(next) }
      for i in Int(operandStarts[next.index])..<operandEnd(next.index) { stack.append(operandArena[i]) }
    }
    return found.sorted { compare($0, $1) < 0 }
  }

  /// Whether an expression contains a sub-expression (usually a symbol).
  public func contains(_ e: Expr, _ part: Expr) -> Bool {
    var seen = Set<Expr>()
    var stack = [e]
    while let next = stack.popLast() {
      if next == part { return true }
      // Operands are made before the nodes that hold them, so an older node cannot contain a younger one.
      guard next.index > part.index, seen.insert(next).inserted else { continue }
      for i in Int(operandStarts[next.index])..<operandEnd(next.index) { stack.append(operandArena[i]) }
    }
    return false
  }

  /// Whether an expression contains any of several symbols.
  public func containsAny(_ e: Expr, _ symbols: [Expr]) -> Bool { symbols.contains { contains(e, $0) } }
}
