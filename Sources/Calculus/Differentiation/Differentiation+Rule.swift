public import Expressions

extension ExpressionStore {
  /// The inert derivative of an expression by a symbol.
  public func diff(_ e: Expr, _ symbol: Expr) -> Expr { call("diff", [e, symbol]) }
}

extension Differentiation {
  /// Carries out an inert derivative: `diff(f, s)` becomes the partial derivative of f by s.
  public var rule: Rule {
    Rule(id: "differentiate", sentence: "by differentiation") { e in
      guard store.functionName(e) == "diff",
        let result = try? gradient(of: store.operand(e, at: 0), by: [store.operand(e, at: 1)])
      else { return nil }
      return Rewriting(result[0])
    }
  }
}
