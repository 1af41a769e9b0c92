internal import Calculus
internal import Expressions

extension DensitySetting {
  /// The points of the range that brackets `0^(x - a)` in the density single out, in the order of their first occurrence;
  /// nil where a bracket is of another form, or where two points are not known to differ.
  func bracketPoints(of observed: Observed) -> [Expr]? {
    var points: [Expr] = []
    for bracket in DensityParts(self, observed.variable).parts(where: { store.isBracket($0) }) {
      let exponent = store.baseAndExponent(bracket).1
      guard let (slope, offset) = store.affine(exponent, in: observed.variable, simplifier),
        assumptions.isNonzero(slope) == .yes
      else { return nil }
      let point = simplifier.normal(store.negated(store.quotient(offset, slope)))
      let isInside = assumptions.holds(.membership(point, observed.range))
      if points.contains(point) || isInside == .no { continue }
      guard isInside == .yes,
        points.allSatisfy({ assumptions.isNonzero(simplifier.normal(store.difference($0, point))) == .yes })
      else { return nil }
      points.append(point)
    }
    return points
  }

  /// A function at a point of a lattice, brackets resolved; nil where it is not proved to be finite there.
  func value(of g: Expr, _ variable: Expr, at point: Expr) -> Expr? {
    let value = store.substitute(resolvingBrackets(g, variable, at: point), [(variable, point)])
    return assumptions.isReal(value) == .yes ? value : nil
  }

  /// The density at a point of a lattice; nil where what depends on the variable is not proved to be finite there. The rest is
  /// a factor of the density everywhere.
  func mass(of variable: Expr, at point: Expr) -> Expr? {
    let terms = store.terms(logDensity)
    let varying = store.exp(store.sum(terms.filter { store.contains($0, variable) }))
    let constant = store.exp(store.sum(terms.filter { !store.contains($0, variable) }))
    return value(of: varying, variable, at: point).map { store.product([constant, $0]) }
  }

  /// A function with the brackets of a variable resolved: at a point, or off every point that one singles out.
  func resolvingBrackets(_ g: Expr, _ variable: Expr, at point: Expr?) -> Expr {
    guard store.contains(g, variable) else { return g }
    if store.isBracket(g) {
      guard let point else { return store.zero }
      let exponent = simplifier.normal(store.substitute(store.baseAndExponent(g).1, [(variable, point)]))
      return exponent == store.zero ? store.one : store.zero
    }
    return store.mapOperands(g) { resolvingBrackets($0, variable, at: point) }
  }
}

extension ExpressionStore {
  /// Whether a bracket occurs in an expression.
  func containsBracket(_ e: Expr) -> Bool { isBracket(e) || operands(e).contains { containsBracket($0) } }
}
