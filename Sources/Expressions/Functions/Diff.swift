internal import Multiprecision

extension FunctionDefinition {
  /// The inert partial derivative of its first argument by the symbol that is its second.
  static let diff = FunctionDefinition(
    name: "diff", parameters: ["f", "s"], derivative: ["", ""],
    notation: FunctionNotation(latex: #"\partial"#, mathML: "∂", unicode: "∂", style: .derivative),
    evaluate: nil)
}

extension ExpressionStore {
  /// The inert derivative of an expression by a symbol.
  public func diff(_ e: Expr, _ symbol: Expr) -> Expr { call(FunctionDefinition.diff.name, [e, symbol]) }

  /// The function and the symbol of an inert derivative; nil for anything else.
  public func inertDerivative(_ e: Expr) -> (function: Expr, symbol: Expr)? {
    guard functionName(e) == FunctionDefinition.diff.name else { return nil }
    return (operand(e, at: 0), operand(e, at: 1))
  }

  /// An inert derivative of a single call by an argument whose derivative has no name, as of besselk(nu/2, x) by nu; nil for
  /// anything else.
  ///
  /// The symbol stands in that argument alone, with a rational factor: only then are the derivatives by both the same up to
  /// powers of the factor.
  public func namelessDerivative(_ e: Expr) -> NamelessDerivative? {
    var (call, order) = (e, 0)
    var symbol: Expr?
    while let (inner, by) = inertDerivative(call) {
      guard symbol == nil || symbol == by else { return nil }
      (call, symbol, order) = (inner, by, order + 1)
    }
    guard let symbol, op(symbol) == .symbol, let definition = function(call) else { return nil }
    let operands = operands(call)
    let positions = operands.indices.filter { contains(operands[$0], symbol) }
    guard positions.count == 1, definition.namelessDerivatives[positions[0]] != nil,
      let factor = rationalSlope(operands[positions[0]], symbol)
    else { return nil }
    return NamelessDerivative(call: call, position: positions[0], order: order, symbol: symbol, factor: factor)
  }

  /// An expression with `symbol + step` for a symbol, also behind inert derivatives by that symbol: the derivative of f at
  /// s + h by s is that of f(s + h).
  public func translated(_ e: Expr, _ symbol: Expr, by step: Expr) -> Expr {
    let places = inertDerivatives(in: e).enumerated().map { (derivative: $1, place: self.symbol("translated.\($0)")) }
    let opened = substitute(e, places.map { ($0.derivative, $0.place) })
    let moved = substitute(opened, [(symbol, sum([symbol, step]))])
    let closed = places.compactMap { derivative, place -> (Expr, Expr)? in
      guard let (function, by) = inertDerivative(derivative) else { return nil }
      return (place, diff(translated(function, symbol, by: step), by))
    }
    return substitute(moved, closed)
  }

  /// The outermost inert derivatives of an expression, each once.
  public func inertDerivatives(in e: Expr) -> [Expr] {
    var found: [Expr] = []
    var seen: Set<Expr> = []
    var stack = [e]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted else { continue }
      if inertDerivative(next) != nil { found.append(next) } else { stack += operands(next) }
    }
    return found
  }

  /// The number c where an expression is `c s + d` with d free of the symbol s.
  private func rationalSlope(_ e: Expr, _ symbol: Expr) -> Rational? {
    var slope: Rational?
    for term in terms(e) where contains(term, symbol) {
      let (coefficient, rest) = coefficientAndRest(term)
      guard slope == nil, rest == symbol else { return nil }
      slope = coefficient
    }
    return slope
  }
}
