internal import Multiprecision

/// Signs of polynomials in a single symbol or function, from the number of their roots between the bounds of that one.
extension SignAnalysis {
  /// Larger degrees are not tried.
  private static let largestDegree = 24

  /// The signs of a polynomial without roots between the bounds that its variable is known to have; nil where it has some, or
  /// where the form is no polynomial in one variable.
  func polynomialSigns(_ form: LinearForm) -> Signs? {
    guard let (variable, polynomial) = polynomial(form) else { return nil }
    let bounds = bounds(of: variable)
    if let lower = bounds.lower, let upper = bounds.upper, lower.value >= upper.value { return nil }
    let count = polynomial.rootCount(above: bounds.lower?.value, below: bounds.upper?.value)
    guard count == 0 else { return nil }
    let places = [bounds.lower, bounds.upper].compactMap { $0?.isStrict == false ? $0?.value : nil } + [bounds.inside]
    return places.reduce(Signs()) { $0.union(Signs(signum: polynomial.signum(at: $1))) }
  }

  /// The form as a polynomial of degree 2 or more.
  private func polynomial(_ form: LinearForm) -> (variable: Expr, UnivariatePolynomial)? {
    var variable: Expr?
    var coefficients = [Rational](repeating: Rational(0), count: Self.largestDegree + 1)
    coefficients[0] = form.constant
    for (monomial, coefficient) in form.support {
      let (base, exponent) = store.baseAndExponent(monomial)
      guard store.op(monomial) != .product, base == variable ?? base,
        let n = store.integerValue(exponent), (1...Self.largestDegree).contains(n)
      else { return nil }
      variable = base
      coefficients[n] = coefficient
    }
    let polynomial = UnivariatePolynomial(coefficients)
    guard let variable, polynomial.degree > 1 else { return nil }
    return (variable, polynomial)
  }

  /// Bounds of a real number.
  private struct Bounds {
    typealias End = (value: Rational, isStrict: Bool)
    var lower: End?
    var upper: End?

    /// Takes up `a x + b >= 0`, or `> 0`.
    mutating func add(slope a: Rational, constant b: Rational, isStrict: Bool) {
      let value = -b / a
      if a.signum > 0 {
        if let known = lower, known.value > value || (known.value == value && known.isStrict) { return }
        lower = (value, isStrict)
      } else {
        if let known = upper, known.value < value || (known.value == value && known.isStrict) { return }
        upper = (value, isStrict)
      }
    }

    /// A number between the bounds.
    var inside: Rational {
      switch (lower?.value, upper?.value) {
      case (let a?, let b?): (a + b) / Rational(2)
      case (let a?, nil): a + Rational(1)
      case (nil, let b?): b - Rational(1)
      case (nil, nil): Rational(0)
      }
    }
  }

  /// What the assumptions, and what is known of an expression by itself, say in numbers.
  private func bounds(of e: Expr) -> Bounds {
    var bounds = Bounds()
    for fact in inequalities.map(\.inequality) + SignProof(analysis: self).monomialFacts(e) {
      let support = fact.form.support
      guard support.count == 1, support[0].monomial == e else { continue }
      bounds.add(slope: support[0].coefficient, constant: fact.form.constant, isStrict: fact.isStrict)
    }
    return bounds
  }
}
