public import Expressions

extension Report {
  /// A value of a parameter at which the closed form of the information is to be read as its limit.
  public struct SpecialPoint {
    /// The parameter's value, e.g. `b = 2`.
    public let condition: Condition
    /// The information there; nil for an entry without closed form.
    public let fisher: [[Expr?]]

    /// Creates a special point.
    public init(condition: Condition, fisher: [[Expr?]]) {
      self.condition = condition
      self.fisher = fisher
    }
  }
}
