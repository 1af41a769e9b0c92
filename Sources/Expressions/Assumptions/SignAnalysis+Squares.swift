internal import Multiprecision

/// Signs of polynomials of degree 2 in one of their symbols, by completing the square.
extension SignAnalysis {
  /// Sums with more terms are not tried.
  private static let mostTerms = 12

  /// With `F = a x^2 + b x + c`: `4 a F = (2 a x + b)^2 + 4 a c - b^2`, so F has the sign of a where that rest is positive.
  ///
  /// - Returns: the signs that the first symbol leaves for which this says anything, nil where none does.
  func squareSigns(_ form: LinearForm) -> Signs? {
    guard form.support.count <= Self.mostTerms else { return nil }
    var tried: Set<Expr> = []
    for (monomial, _) in form.support {
      for factor in store.factors(monomial) {
        let (x, exponent) = store.baseAndExponent(factor)
        guard exponent == store.two, store.op(x) == .symbol, tried.insert(x).inserted,
          let coefficients = quadraticCoefficients(form, x), let signs = squareSigns(coefficients)
        else { continue }
        return signs
      }
    }
    return nil
  }

  private func squareSigns(_ coefficients: [LinearForm]) -> Signs? {
    let parts = coefficients.map { store.expression($0) }
    let leading = signs(parts[2])
    guard leading == .positive || leading == .negative else { return nil }
    let rest: Signs
    if parts[1] == store.zero {
      rest = signs(parts[0]).multiplied(by: leading)
    } else {
      guard let product = coefficients[2].multiplied(by: coefficients[0], in: store),
        let square = coefficients[1].multiplied(by: coefficients[1], in: store)
      else { return nil }
      var discriminant = product.scaled(by: Rational(4), in: store)
      discriminant.add(Rational(-1), square, in: store)
      guard discriminant.support.count <= 2 * Self.mostTerms else { return nil }
      rest = signs(store.expression(discriminant))
    }
    if rest == .positive { return leading }
    guard rest.isSubset(of: .nonnegative) else { return nil }
    return leading.union(.zero)
  }

  /// `c - d*u^2` with a rational root of c/d has the signs of `(r - u)*(r + u)`: those of `1 - cos(x)^2` follow from the bounds of
  /// the cosine.
  func differenceOfSquaresSigns(_ form: LinearForm) -> Signs? {
    guard form.support.count == 1, form.constant.signum > 0, form.support[0].coefficient.signum < 0 else { return nil }
    let (u, exponent) = store.baseAndExponent(form.support[0].monomial)
    guard exponent == store.two, let root = (form.constant / -form.support[0].coefficient).exactRoot(2) else {
      return nil
    }
    let r = store.number(root)
    return signs(store.difference(r, u)).multiplied(by: signs(store.sum([r, u]))).intersection(.real)
  }

  /// The coefficients of 1, x and x^2; nil where x occurs in another way.
  private func quadraticCoefficients(_ form: LinearForm, _ x: Expr) -> [LinearForm]? {
    var result = [LinearForm(form.constant), LinearForm(), LinearForm()]
    for (monomial, coefficient) in form.support {
      let powers = store.factors(monomial).filter { store.contains($0, x) }
      guard powers.count <= 1 else { return nil }
      let (base, exponent) = powers.first.map { store.baseAndExponent($0) } ?? (x, store.zero)
      guard base == x, let n = store.integerValue(exponent), (0...2).contains(n) else { return nil }
      let rest = store.product(store.factors(monomial).filter { !store.contains($0, x) })
      result[n].add(coefficient, rest, in: store)
    }
    return result
  }
}
