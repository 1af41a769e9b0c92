internal import Calculus
internal import Expressions

extension DensitySetting {
  /// Whether a condition follows from what is assumed, as it stands or simplified.
  func holds(_ condition: Condition) -> Truth { simplifier.holds(condition) }
}

extension Simplifier {
  /// Whether a condition follows from what is assumed, as it stands or with its sides subtracted and brought to normal
  /// form: `exp(log(m) - log(k + m)) < 1` is `k/(k + m) > 0`.
  func holds(_ condition: Condition) -> Truth {
    let answer = assumptions.holds(condition)
    guard answer == .unknown, case .relation(let left, let relation, let right) = condition else { return answer }
    let difference = normal(store.difference(right, left))
    return assumptions.holds(.relation(difference, relation.mirrored, store.zero))
  }

  /// Whether a formula may be used under a condition: it is known to hold, or it keeps the formula from a removable point, where
  /// its limit is the value, and does not fail everywhere.
  func admits(_ condition: Condition) -> Bool {
    let answer = holds(condition)
    guard case .relation(_, .notEqual, _) = condition else { return answer == .yes }
    return answer != .no
  }
}
