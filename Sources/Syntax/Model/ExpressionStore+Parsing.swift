public import Diagnostics
public import Expressions

extension ExpressionStore {
  /// The expression that a text states in the log-density language; names that are no functions are symbols.
  ///
  /// `declaring` lists names that are symbols although they could be read otherwise, such as `e`.
  public func parse(_ text: String, declaring names: Set<String> = []) throws(DiagnosticList) -> Expr {
    try ModelParser(store: self).parseExpression(SourceText(text: text), declaring: names)
  }

  /// The condition that a text states: one comparison or membership.
  public func parseCondition(_ text: String, declaring names: Set<String> = []) throws(DiagnosticList) -> Condition {
    let source = SourceText(text: text)
    let found = try ModelParser(store: self).conditions(source, nil, names, .formula)
    guard found.count == 1 else { throw DiagnosticList([.chainedCondition(source.wholeSpan)]) }
    return found[0].condition
  }
}
