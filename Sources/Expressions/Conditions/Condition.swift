/// A statement about expressions that may hold or fail at a point.
public enum Condition: Hashable, Sendable {
  /// A comparison, e.g. `p1 + p2 < 1`.
  case relation(Expr, Relation, Expr)
  /// A membership, e.g. `n in {1,2,...}`.
  case membership(Expr, NumberSet)
}

extension Condition {
  /// Whether the condition is that two expressions differ, which excludes single points only.
  public var excludesPoint: Bool {
    if case .relation(_, .notEqual, _) = self { return true }
    return false
  }

  /// The condition with sub-expressions replaced.
  public func substituting(_ replacements: [(Expr, Expr)], in store: ExpressionStore) -> Condition {
    switch self {
    case .relation(let a, let relation, let b):
      .relation(store.substitute(a, replacements), relation, store.substitute(b, replacements))
    case .membership(let e, let set):
      .membership(store.substitute(e, replacements), set.substituting(replacements, in: store))
    }
  }
}
