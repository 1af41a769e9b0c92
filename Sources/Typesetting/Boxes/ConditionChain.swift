public import Expressions

/// Conditions gathered for display: a lower and an upper bound of the same expression become one chain `0 < p < 1`.
public enum ConditionChain {
  /// A condition that stands alone.
  case single(Condition)
  /// `lower relation middle relation upper`, both relations pointing the same way.
  case between(Expr, Relation, Expr, Relation, Expr)

  /// Pairs each lower bound with the next upper bound of the same expression, keeping the order otherwise.
  public static func gathered(_ conditions: [Condition]) -> [ConditionChain] {
    var chains: [ConditionChain] = []
    var used = Set<Int>()
    for (i, condition) in conditions.enumerated() where !used.contains(i) {
      guard let bound = Bound(condition) else {
        chains.append(.single(condition))
        continue
      }
      let partner = conditions.indices.first { j in
        j > i && !used.contains(j)
          && Bound(conditions[j]).map { $0.isLower != bound.isLower && $0.subject == bound.subject } ?? false
      }
      guard let partner, let other = Bound(conditions[partner]) else {
        chains.append(.single(condition))
        continue
      }
      used.insert(partner)
      let (lower, upper) = bound.isLower ? (bound, other) : (other, bound)
      chains.append(.between(lower.limit, lower.relation.mirrored, bound.subject, upper.relation, upper.limit))
    }
    return chains
  }

  /// `subject relation limit`, as the parser writes comparisons.
  private struct Bound {
    let subject: Expr
    let relation: Relation
    let limit: Expr

    init?(_ condition: Condition) {
      guard case .relation(let subject, let relation, let limit) = condition else { return nil }
      switch relation {
      case .equal, .notEqual: return nil
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        self.subject = subject
        self.relation = relation
        self.limit = limit
      }
    }

    var isLower: Bool { relation == .greater || relation == .greaterOrEqual }
  }
}
