extension ExpressionStore {
  /// The distinct expressions of which an expression is made, itself first, each before its operands.
  public func subexpressions(of e: Expr) -> [Expr] {
    var result: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ node: Expr) {
      guard seen.insert(node).inserted else { return }
      result.append(node)
      for k in 0..<operandCount(node) { visit(operand(node, at: k)) }
    }
    visit(e)
    return result
  }
}
