public import Expressions

/// One application of one rule: an equality of two expressions.
public struct Step {
  /// The rule that was applied.
  public let rule: Rule
  /// Where in `before` it was applied: operand positions from the root.
  public let path: [Int]
  /// The values of the slots in the rule's sentence.
  public let bindings: [Rewriting.Binding]
  /// The whole expression before the step.
  public let before: Expr
  /// The whole expression after the step.
  public let after: Expr
  /// The conditions under which the two are equal.
  public let conditions: [Condition]
}
