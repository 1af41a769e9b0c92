/// A statement about expressions that may hold or fail at a point.
public enum Condition: Hashable, Sendable {
  /// A comparison, e.g. `p1 + p2 < 1`.
  case relation(Expr, Relation, Expr)
  /// A membership, e.g. `n in {1,2,...}`.
  case membership(Expr, NumberSet)
}

extension Condition {
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
