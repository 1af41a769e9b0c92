internal import Expressions

/// A transformation of single nodes that holds under conditions; a condition that is not known to hold stops it.
///
/// A rule sees a node whose operands have been rewritten already.
protocol RewriteRule: Sendable {
  /// The stable name, e.g. `log.product`.
  var id: String { get }

  /// What the node becomes, or nil where the rule does not apply or its conditions are not known to hold.
  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting?
}

/// What a rule may consult.
struct RewriteContext {
  let store: ExpressionStore
  let assumptions: Assumptions
  let formulas: FunctionFormulas

  /// Whether an expression is known to be positive.
  func isPositive(_ e: Expr) -> Bool { assumptions.isPositive(e) == .yes }

  /// Whether an expression is known to be negative.
  func isNegative(_ e: Expr) -> Bool { assumptions.isNegative(e) == .yes }
}
