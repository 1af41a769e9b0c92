internal import Multiprecision

/// A comparison of one symbol with a number, read off `a*s + c` compared with 0.
struct NumericBound {
  let symbol: Expr
  let relation: Relation
  let value: Rational

  /// The bound that `form relation 0` states; nil if the form is not affine in a single symbol.
  init?(_ form: LinearForm, _ relation: Relation, in store: ExpressionStore) {
    let support = form.support
    guard support.count == 1, store.op(support[0].monomial) == .symbol else { return nil }
    symbol = support[0].monomial
    self.relation = support[0].coefficient.signum > 0 ? relation : relation.mirrored
    value = -form.constant / support[0].coefficient
  }
}
