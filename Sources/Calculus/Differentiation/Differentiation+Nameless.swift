internal import Expressions

/// Derivatives without a name, such as that of a Bessel function by its order: they stay inert.
extension Differentiation {
  /// The slope of a call by the argument at a position, through the inert derivative by a symbol in it; nil where no symbol
  /// stands in that argument alone with a rational factor.
  func namelessSlope(of call: Expr, at position: Int) -> Expr? {
    for symbol in store.freeSymbols(store.operand(call, at: position)) {
      let inert = store.diff(call, symbol)
      guard let derivative = store.namelessDerivative(inert), derivative.position == position else { continue }
      return store.quotient(inert, store.number(derivative.factor))
    }
    return nil
  }

  /// The derivative by a symbol of an inert derivative; nil for any other expression.
  func derivative(ofNameless e: Expr, by symbol: Expr) throws(Unnamed) -> Expr? {
    guard let nameless = store.namelessDerivative(e), let (function, own) = store.inertDerivative(e) else { return nil }
    if !store.contains(function, symbol) { return store.zero }
    if symbol == nameless.symbol { return store.diff(e, symbol) }
    // The order of the two does not matter, and the other derivative is the one with a name.
    let moved = try gradient(of: function, by: [symbol])[0]
    return try gradient(of: moved, by: [own])[0]
  }
}
