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
  /// What the judge says of each pair.
  func verdicts(on pairs: [(Expr, Expr)]) -> [EqualityVerdict]
}

/// What an oracle says of one equality.
public enum EqualityVerdict: Hashable, Sendable {
  /// The two sides agree wherever they were compared.
  case agrees
  /// The two sides differ; the text gives both.
  case differs(String)
  /// The two sides could not be compared, for a reason.
  case unjudged(String)
}

/// A step that did not pass its check.
public struct TraceDefect: Error {
  /// The topic of the derivation that holds the step.
  public let topic: Derivation.Topic
  /// The rule that was applied.
  public let ruleID: String
  /// What went wrong.
  public let reason: String
  /// Whether the step is known to be wrong, a defect of the rule that made it, and not only unjudged.
  public let isContradiction: Bool
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
          throw TraceDefect(
            topic: derivation.topic, ruleID: step.rule.id, reason: "the step does not replay",
            isContradiction: true)
        }
        pairs.append((step.before, step.after))
      }
    }
    var verdicts = oracle.verdicts(on: pairs)[...]
    for derivation in derivations {
      for step in derivation.steps {
        switch verdicts.popFirst() ?? .unjudged("the step was not judged") {
        case .agrees: continue
        case .differs(let reason):
          throw TraceDefect(topic: derivation.topic, ruleID: step.rule.id, reason: reason, isContradiction: true)
        case .unjudged(let reason):
          throw TraceDefect(topic: derivation.topic, ruleID: step.rule.id, reason: reason, isContradiction: false)
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
