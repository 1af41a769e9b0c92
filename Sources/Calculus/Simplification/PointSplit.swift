internal import Expressions

/// A function taken apart at the points of a symbol that brackets single out: `f = Σ [x = a] f(a) + (1 - Σ [x = a]) f`, with
/// the brackets resolved in every part.
///
/// The part off the points need have no value at them, as `log(x)` and `1/x` at 0; the parts must not be multiplied out
/// then: `[x = 0] x = 0` and `x/x = 1` do not go together.
struct PointSplit {
  /// The symbol.
  let symbol: Expr
  /// What it is at the points.
  let places: [Expr]
  /// The brackets and the values of the function where they are 1.
  let points: [(bracket: Expr, value: Expr)]
  /// The function where all of them are 0.
  let rest: Expr
  /// Whether that function has a value at each of the points as well.
  let isDefinedThroughout: Bool

  /// The whole again, with each part in another form, and perhaps the part off the points in one of its own.
  func joined(_ store: ExpressionStore, off formOff: ((Expr) -> Expr)? = nil, _ form: (Expr) -> Expr) -> Expr {
    let off = store.difference(store.one, store.sum(points.map(\.bracket)))
    let parts = points.map { store.product([$0.bracket, form($0.value)]) }
    return store.sum(parts + [store.product([off, formOff.map { $0(rest) } ?? form(rest)])])
  }
}
