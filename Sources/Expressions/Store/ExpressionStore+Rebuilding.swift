extension ExpressionStore {
  /// The canonical expression with the operator of `e` and other operands.
  ///
  /// A bracket whose exponent becomes a number is 1 or 0 also where that number is negative: [x = 1] is 0 at x = 0.
  public func rebuilt(_ e: Expr, operands new: [Expr]) -> Expr {
    switch operators[e.index] {
    case .number, .symbol: return e
    case .sum: return sum(new)
    case .product: return product(new)
    case .power:
      if isBracket(e), new[0] == zero, isNumber(new[1]) { return new[1] == zero ? one : zero }
      return power(new[0], new[1])
    case .call: return call(FunctionID(index: Int(payloads[e.index])), new)
    }
  }

  /// The expression with a transformation applied to each operand.
  public func mapOperands(_ e: Expr, _ transform: (Expr) -> Expr) -> Expr {
    let old = operands(e)
    if old.isEmpty { return e }
    let new = old.map(transform)
    return new == old ? e : rebuilt(e, operands: new)
  }

  /// The simultaneous substitution of sub-expressions; the cost is linear in the number of distinct nodes.
  public func substitute(_ e: Expr, _ replacements: [(Expr, Expr)]) -> Expr {
    var memo: [Expr: Expr] = [:]
    for (old, new) in replacements { memo[old] = new }
    return substitute(e, memo: &memo)
  }

  private func substitute(_ e: Expr, memo: inout [Expr: Expr]) -> Expr {
    if let known = memo[e] { return known }
    let result = mapOperands(e) { substitute($0, memo: &memo) }
    memo[e] = result
    return result
  }

  /// The sub-expression at a path of operand positions, or nil where the path leaves the expression.
  public func subexpression(of e: Expr, at path: [Int]) -> Expr? {
    var current = e
    for position in path {
      guard position >= 0, position < operandCount(current) else { return nil }
      current = operand(current, at: position)
    }
    return current
  }

  /// The expression with the sub-expression at a path replaced, or nil where the path leaves the expression.
  public func replacing(in e: Expr, at path: ArraySlice<Int>, with new: Expr) -> Expr? {
    guard let position = path.first else { return new }
    var parts = operands(e)
    guard position >= 0, position < parts.count,
      let replaced = replacing(in: parts[position], at: path.dropFirst(), with: new)
    else { return nil }
    parts[position] = replaced
    return rebuilt(e, operands: parts)
  }
}
