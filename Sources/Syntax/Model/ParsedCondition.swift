public import Diagnostics
public import Expressions

/// A condition of a model with the place where it was typed.
public struct ParsedCondition: Sendable, Hashable {
  /// What is to hold.
  public let condition: Condition
  /// Where it stands; of a chained comparison, the two sides that it compares.
  public let span: SourceSpan

  /// Creates a parsed condition.
  public init(condition: Condition, span: SourceSpan) {
    self.condition = condition
    self.span = span
  }
}
