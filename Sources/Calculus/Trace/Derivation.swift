public import Expressions

/// A chain of equalities from a subject to a result, each made by a rule.
///
/// Steps can only be added by applying a rule: the derivation computes what the expression becomes, so a reader sees the
/// steps that were taken and no others.
public struct Derivation {
  /// What is derived, e.g. `score`, `information`, `moment`.
  public let topic: Topic
  /// The expression that the chain starts from.
  public let subject: Expr
  /// The steps so far.
  public private(set) var steps: [Step] = []
  /// The expression that the chain has reached.
  public private(set) var result: Expr

  /// The kinds of statement that a derivation can be about; indices count from 0 in the order of the parameters.
  public enum Topic: Hashable, Sendable {
    case logDensity
    case score(Int)
    case hessian(Int, Int)
    case normalizer
    case moment
    case expectedScore(Int)
    case expectedScoreOuter(Int, Int)
    case expectedNegativeHessian(Int, Int)
    /// Something that follows from score and information.
    case consequence
  }

  /// Starts a derivation at a subject.
  public init(_ topic: Topic, from subject: Expr) {
    self.topic = topic
    self.subject = subject
    result = subject
  }

  /// Applies a rule at a path of the current expression and records the step.
  ///
  /// - Returns: whether the rule applied; a rule that changes nothing leaves no step.
  @discardableResult
  public mutating func apply(_ rule: Rule, at path: [Int] = [], in store: ExpressionStore) -> Bool {
    guard let target = store.subexpression(of: result, at: path), let rewriting = rule.rewrite(target),
      let after = store.replacing(in: result, at: path[...], with: rewriting.after)
    else { return false }
    if after == result { return true }
    steps.append(
      Step(
        rule: rule, path: path, bindings: rewriting.bindings, before: result, after: after,
        conditions: rewriting.conditions))
    result = after
    return true
  }
}
