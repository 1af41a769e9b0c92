internal import Calculus
internal import Expressions

extension Simplifier {
  /// Logarithms expanded, and the arguments of sines and cosines.
  func expandedAngles(_ e: Expr) -> Expr {
    guard let circular = CircularFunctions(store) else { return expandedLogarithms(e) }
    func visit(_ e: Expr) -> Expr {
      circular.argument(of: e) == nil ? store.mapOperands(e, visit) : store.mapOperands(e) { expanded($0) }
    }
    return expandedLogarithms(visit(e))
  }

  /// Even powers of sines written through cosines: sin(a)^2 = 1 - cos(a)^2.
  func sinesAsCosines(_ e: Expr) -> Expr {
    guard let circular = CircularFunctions(store) else { return e }
    func visit(_ e: Expr) -> Expr {
      let (base, exponent) = store.baseAndExponent(e)
      if let angle = circular.argument(of: base), base == circular.sine(of: angle),
        let n = store.integerValue(exponent), n.isMultiple(of: 2), n != 0
      {
        let square = store.difference(store.one, store.square(circular.cosine(of: angle)))
        return store.power(square, store.integer(n / 2))
      }
      return store.mapOperands(e, visit)
    }
    return visit(e)
  }
}
