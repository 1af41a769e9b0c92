public import Expressions

/// Conditions gathered for display: a lower and an upper bound of the same expression become one chain `0 < p < 1`.
public enum ConditionChain {
  /// A condition that stands alone.
  case single(Condition)
  /// `lower relation middle relation upper`, both relations pointing the same way.
  case between(Expr, Relation, Expr, Relation, Expr)

  /// Pairs each bound with the next opposite bound of the same expression, keeping the order otherwise.
  ///
  /// A single comparison has its number on the right: `0 < x` becomes `x > 0`.
  public static func gathered(_ conditions: [Condition], in store: ExpressionStore) -> [ConditionChain] {
    var chains: [ConditionChain] = []
    var used = Set<Int>()
    for (i, condition) in conditions.enumerated() where !used.contains(i) {
      var chain = ConditionChain.single(Bound.numberLast(condition, in: store))
      for j in conditions.indices where j > i && !used.contains(j) {
        guard let joined = joined(condition, conditions[j], in: store) else { continue }
        chain = joined
        used.insert(j)
        break
      }
      chains.append(chain)
    }
    return chains
  }

  /// Two bounds of the same expression from opposite sides as a chain.
  private static func joined(_ a: Condition, _ b: Condition, in store: ExpressionStore) -> ConditionChain? {
    for first in Bound.readings(a) {
      for second in Bound.readings(b) where first.subject == second.subject && first.isLower != second.isLower {
        if store.isNumber(first.subject) { continue }
        let (lower, upper) = first.isLower ? (first, second) : (second, first)
        return .between(lower.limit, lower.relation.mirrored, lower.subject, upper.relation, upper.limit)
      }
    }
    return nil
  }

  /// `subject relation limit`, an inequality read from one of its sides.
  private struct Bound {
    let subject: Expr
    let relation: Relation
    let limit: Expr

    var isLower: Bool { relation == .greater || relation == .greaterOrEqual }

    /// The readings of an inequality from its left and from its right side; none of any other condition.
    static func readings(_ condition: Condition) -> [Bound] {
      guard case .relation(let left, let relation, let right) = condition, relation != .equal, relation != .notEqual
      else { return [] }
      return [
        Bound(subject: left, relation: relation, limit: right),
        Bound(subject: right, relation: relation.mirrored, limit: left),
      ]
    }

    /// A comparison with its number on the right.
    static func numberLast(_ condition: Condition, in store: ExpressionStore) -> Condition {
      guard case .relation(let left, let relation, let right) = condition, store.isNumber(left), !store.isNumber(right)
      else { return condition }
      return .relation(right, relation.mirrored, left)
    }
  }
}
