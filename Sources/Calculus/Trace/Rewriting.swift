public import Expressions

/// What a rule made of an expression.
public struct Rewriting {
  /// A value that fills a slot of the rule's sentence.
  public struct Binding {
    /// The slot's name.
    public let name: String
    /// The expression that fills it.
    public let value: Expr

    /// Creates a binding.
    public init(_ name: String, _ value: Expr) {
      self.name = name
      self.value = value
    }
  }

  /// The new expression.
  public let after: Expr
  /// The values of the sentence's slots.
  public let bindings: [Binding]
  /// The conditions under which the new expression equals the old one.
  public let conditions: [Condition]

  /// Creates a rewriting.
  public init(_ after: Expr, bindings: [Binding] = [], conditions: [Condition] = []) {
    self.after = after
    self.bindings = bindings
    self.conditions = conditions
  }
}
