/// A statement about expressions that may hold or fail at a point.
public enum Condition: Hashable, Sendable {
  /// A comparison, e.g. `p1 + p2 < 1`.
  case relation(Expr, Relation, Expr)
  /// A membership, e.g. `n in {1,2,...}`.
  case membership(Expr, NumberSet)
}
