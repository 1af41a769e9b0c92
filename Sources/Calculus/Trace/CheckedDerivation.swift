public import Expressions

/// A derivation whose every step was replayed and compared numerically; typesetting accepts nothing else.
public struct CheckedDerivation {
  /// The derivation that passed.
  public let derivation: Derivation

  fileprivate init(_ derivation: Derivation) {
    self.derivation = derivation
  }
}

/// A judge of equalities by numbers, independent of the rules that made them.
public protocol EqualityOracle {
  /// For each pair, nil where the two sides agree wherever they were compared, else a description of the disagreement.
  func disagreements(_ pairs: [(Expr, Expr)]) -> [String?]
}

/// A step that did not survive its check: a defect of the rule that made it.
public struct TraceDefect: Error {
  /// The topic of the derivation that holds the step.
  public let topic: Derivation.Topic
  /// The rule that was applied.
  public let ruleID: String
  /// What went wrong.
  public let reason: String
}

extension Derivation {
  /// Replays every step of several derivations and has each equality judged by an oracle.
  ///
  /// - Throws: `TraceDefect` for the first step that does not replay or whose two sides differ.
  public static func checked(
    _ derivations: [Derivation], in store: ExpressionStore, by oracle: some EqualityOracle
  ) throws(TraceDefect) -> [CheckedDerivation] {
    var pairs: [(Expr, Expr)] = []
    for derivation in derivations {
      for step in derivation.steps {
        guard step.replays(in: store) else {
          throw TraceDefect(topic: derivation.topic, ruleID: step.rule.id, reason: "the step does not replay")
        }
        pairs.append((step.before, step.after))
      }
    }
    var verdicts = oracle.disagreements(pairs)[...]
    for derivation in derivations {
      for step in derivation.steps {
        if let reason = verdicts.popFirst() ?? "the step was not judged" {
          throw TraceDefect(topic: derivation.topic, ruleID: step.rule.id, reason: reason)
        }
      }
    }
    return derivations.map(CheckedDerivation.init)
  }
}

extension Step {
  /// Whether applying the rule again gives the same expression.
  func replays(in store: ExpressionStore) -> Bool {
    guard let target = store.subexpression(of: before, at: path), let rewriting = rule.rewrite(target) else {
      return false
    }
    return store.replacing(in: before, at: path[...], with: rewriting.after) == after
  }
}
