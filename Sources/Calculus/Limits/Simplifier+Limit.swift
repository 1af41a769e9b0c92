public import Expressions

extension Simplifier {
  /// Series with more coefficients than this are not tried.
  private static let mostCoefficients = 12

  /// The limit of an expression as a symbol tends to a value at which parts of it may have poles that cancel.
  ///
  /// The expression is expanded in powers of the distance, with as many coefficients as the poles ask for; the expression has
  /// to be meromorphic in the symbol there.
  ///
  /// - Returns: nil where it has no finite limit, or none is found.
  public func limit(of e: Expr, as symbol: Expr, to value: Expr) -> Expr? {
    let step = store.symbol("limit.step")
    let moved = store.substitute(e, [(symbol, store.sum([value, step]))])
    var order = 3
    while order <= Self.mostCoefficients {
      var expansion = LaurentExpansion(in: step, order: order, self)
      guard let series = expansion.series(of: moved) else { return nil }
      if series.valuation < 0, !series.coefficients.isEmpty { return nil }
      if let value = series.coefficient(of: 0) { return normal(value) }
      order += max(1, 1 - series.precision)
    }
    return nil
  }
}
