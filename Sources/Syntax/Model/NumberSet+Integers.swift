internal import Expressions

extension NumberSet {
  /// The first and the last integer in an interval whose ends are integers.
  static func integers(
    lower: Expr?, upper: Expr?, lowerClosed: Bool, upperClosed: Bool, _ store: ExpressionStore
  ) -> (lower: Expr?, upper: Expr?) {
    (
      lower.map { lowerClosed ? $0 : store.sum([$0, store.one]) },
      upper.map { upperClosed ? $0 : store.sum([$0, store.minusOne]) }
    )
  }
}
