public import Expressions

extension ExpressionStore {
  /// The inert expectation of a function of the observed variables.
  public func expectation(of g: Expr) -> Expr { call("expectation", [g]) }

  /// The argument of `expectation(g)`, else nil.
  public func expectationArgument(_ e: Expr) -> Expr? {
    functionName(e) == "expectation" ? operand(e, at: 0) : nil
  }

  /// Whether an expectation without closed form is left in an expression.
  public func containsExpectation(_ e: Expr) -> Bool {
    if expectationArgument(e) != nil { return true }
    return operands(e).contains { containsExpectation($0) }
  }

  /// The arguments of all expectations in an expression.
  func expectationArguments(_ e: Expr) -> [Expr] {
    if let argument = expectationArgument(e) { return [argument] }
    return operands(e).flatMap { expectationArguments($0) }
  }
}
