public import Diagnostics
public import Expressions

/// A condition of a model with the place where it was typed.
public struct ParsedCondition: Sendable, Hashable {
  /// What is to hold.
  public let condition: Condition
  /// Where it stands; of a chained comparison, the two sides that it compares.
  public let span: SourceSpan
  /// Whether no clause states it: it is what the cases of the formula cover.
  public let isInferred: Bool

  /// Creates a parsed condition.
  public init(condition: Condition, span: SourceSpan, isInferred: Bool = false) {
    self.condition = condition
    self.span = span
    self.isInferred = isInferred
  }
}
