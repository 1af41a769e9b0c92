public import Expressions

/// A transformation of single nodes that holds under conditions; a condition that is not known to hold stops it.
///
/// A rule sees a node whose operands have been rewritten already.
public protocol RewriteRule: Sendable {
  /// The stable name, e.g. `log.product`.
  var id: String { get }

  /// What the node becomes, or nil where the rule does not apply or its conditions are not known to hold.
  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting?
}

/// What a rule may consult.
public struct RewriteContext {
  /// The store of all handles.
  public let store: ExpressionStore
  /// What is assumed of the symbols.
  public let assumptions: Assumptions
  /// The parsed formulas of the function table.
  public let formulas: FunctionFormulas
  /// The normal form of the field that the functions generate.
  public let rational: RationalNormalForm

  /// Whether an expression is known to be positive.
  public func isPositive(_ e: Expr) -> Bool { assumptions.isPositive(e) == .yes }

  /// Whether an expression is known to be negative.
  public func isNegative(_ e: Expr) -> Bool { assumptions.isNegative(e) == .yes }
}
