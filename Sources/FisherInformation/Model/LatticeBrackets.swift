internal import Expressions
internal import Multiprecision

/// Brackets of an integer variable, written so that the point at which one changes belongs to what lies above it:
/// `[x > 2]` is `[x >= 3]`, and `[x <= 2]` is `[x < 3]`.
///
/// The support can then be cut into ranges that begin where the brackets change.
struct LatticeBrackets {
  let store: ExpressionStore
  let variable: Expr
  let assumptions: Assumptions

  /// An expression with its brackets rewritten.
  func aligned(_ e: Expr) -> Expr {
    guard store.contains(e, variable) else { return e }
    return aligned(bracket: e) ?? store.mapOperands(e) { aligned($0) }
  }

  private func aligned(bracket e: Expr) -> Expr? {
    guard case .relation(let margin, let relation, _)? = store.indicatedCondition(e),
      let (slope, offset) = store.affineParts(of: margin, in: variable), slope == store.one || slope == store.minusOne
    else { return nil }
    let sign = slope == store.one ? 1 : -1
    let bound = sign > 0 ? store.negated(offset) : offset
    guard let first = firstAbove(bound, excluded: (relation == .greater) == (sign > 0)) else { return nil }
    return sign > 0
      ? store.bracket(variable, .greaterOrEqual, first) : store.bracket(variable, .less, first)
  }

  /// The smallest integer at or above a bound, the bound itself left out where it is excluded.
  private func firstAbove(_ bound: Expr, excluded: Bool) -> Expr? {
    if let value = store.numberValue(bound), !value.isInteger {
      return store.number(Rational(value.floor + Integer(1)))
    }
    guard assumptions.isInteger(bound) == .yes else { return nil }
    return excluded ? store.sum([bound, store.one]) : bound
  }
}
