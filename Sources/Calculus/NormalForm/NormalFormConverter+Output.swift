internal import Expressions
internal import Multiprecision

extension NormalFormConverter {
  /// A polynomial as an expression with either sign, and which of the two is preferred.
  struct SignedForms {
    let plus: Expr
    let minus: Expr
    /// Whether the polynomial as it stands is the preferred form.
    let prefersPlus: Bool
    /// Whether the other sign would do as well.
    let isEven: Bool
    /// Whether there are terms of either sign.
    let isMixed: Bool

    func preferred(flipped: Bool) -> Expr { prefersPlus != flipped ? plus : minus }
  }

  /// Arguments with more terms are not factored.
  private static var longestFactoredArgument: Int { 60 }

  /// The expression of a quotient: a sum of terms where nothing is divided by, else one fraction.
  func expression(_ a: RationalFunction) -> Expr {
    if a.isZero { return store.zero }
    if a.isPolynomial || a.numerator.isOne && a.denominator.isEmpty { return sum(a) }
    return product(written(a), numerators: a.numerator.isOne ? [] : [(signedForms(a.numerator), 1)])
  }

  /// The expression of a quotient as a product with a factored numerator.
  func factoredExpression(_ a: RationalFunction) -> Expr {
    if a.isZero { return store.zero }
    let factors = field.factorization(of: a.numerator).map { (field.polynomial($0.factor), $0.multiplicity) }
    return product(written(a), numerators: rootsGathered(factors).map { (signedForms($0.0), $0.1) })
  }

  /// The form in which a quotient stands as an argument or a base: factored where it has several factors.
  func argument(_ a: RationalFunction) -> Expr {
    if a.isZero || a.numerator.isOne || a.numerator.termCount > Self.longestFactoredArgument { return expression(a) }
    guard a.isPolynomial else {
      let parts = field.parts(of: a)
      return product(parts, numerators: parts.numerator.isOne ? [] : [(signedForms(parts.numerator), 1)])
    }
    let factors = field.factorization(of: a.numerator)
    let isWhole = factors.count == 1 && factors[0].multiplicity == 1 || factorsHideBinomial(a.numerator)
    if a.monomial.isEmpty, isWhole { return sum(a) }
    return isWhole ? product(written(a), numerators: [(signedForms(a.numerator), 1)]) : factoredExpression(a)
  }

  /// Whether a binomial has other factors than the two of a difference of squares: those of 1 - x^3, of which one is
  /// 1 + x + x^2, or of 1 - x^4 hide that it is a power's.
  func factorsHideBinomial(_ p: Polynomial) -> Bool {
    guard p.termCount == 2 else { return false }
    let factors = field.factorization(of: p)
    return factors.count > 2 || factors.contains { field.polynomial($0.factor).termCount > 2 }
  }

  /// The terms of a quotient, each over the common denominator.
  func termExpressions(_ a: RationalFunction) -> [Expr] {
    if a.isZero { return [] }
    var scale = a.scale
    var divisor: [Expr] = []
    for (factor, multiplicity) in written(a).divisors {
      let form = signedForms(factor)
      if !form.prefersPlus, multiplicity % 2 != 0 { scale = -scale }
      divisor.append(store.power(form.preferred(flipped: false), store.integer(-multiplicity)))
    }
    return a.numerator.terms.map { coefficient, powers in
      let monomial = RationalField.merged(a.monomial, powers)
      return store.product([store.number(scale * Rational(coefficient))] + monomial.map(power) + divisor)
    }
  }

  private func sum(_ a: RationalFunction) -> Expr { store.sum(termExpressions(a)) }

  private func power(_ p: RationalFunction.Power) -> Expr {
    store.power(generators[Int(p.variable)], store.integer(p.exponent))
  }

  /// The quotient as it stands.
  private func written(_ a: RationalFunction) -> QuotientParts {
    QuotientParts(
      scale: a.scale, monomial: a.monomial, numerator: a.numerator,
      divisors: rootsGathered(a.denominator.map { (field.polynomial($0.factor), $0.multiplicity) }))
  }

  /// Factors with those multiplied out again of which the product has fewer roots: 1 - u in place of 1 - sqrt(u) and 1 + sqrt(u).
  func rootsGathered(_ factors: [(Polynomial, Int)]) -> [(Polynomial, Int)] {
    guard !rootVariables.isEmpty, factors.count > 1 else { return factors }
    var result = factors
    var i = 0
    while i < result.count {
      let partner = result.indices.first { j in
        j > i && result[i].1 == result[j].1 && hasFewerRoots(result[i].0, result[j].0)
      }
      if let partner {
        result[i].0 = result[i].0 * result[partner].0
        result.remove(at: partner)
      } else {
        i += 1
      }
    }
    return result
  }

  /// Whether the product of two polynomials has a root in higher powers alone than either.
  private func hasFewerRoots(_ a: Polynomial, _ b: Polynomial) -> Bool {
    a.variables.contains { variable in
      guard let degree = rootVariables[variable], b.contains(variable), a.termCount * b.termCount <= 64 else {
        return false
      }
      func step(_ p: Polynomial) -> Int {
        p.coefficients(in: variable).reduce(degree) { Integer.gcd(Integer($0), Integer($1.exponent)).asInt ?? 1 }
      }
      return step(a * b) > max(step(a), step(b))
    }
  }

  /// Chooses signs so that the coefficient in front is positive where a factor can as well be turned round.
  private func product(_ a: QuotientParts, numerators: [(form: SignedForms, multiplicity: Int)]) -> Expr {
    let factors = numerators + a.divisors.map { (form: signedForms($0.polynomial), multiplicity: -$0.multiplicity) }
    var scale = a.scale
    for (form, multiplicity) in factors where !form.prefersPlus && multiplicity % 2 != 0 { scale = -scale }
    var turned: Int?
    if scale.signum < 0 {
      for (k, factor) in factors.enumerated() where factor.form.isEven && factor.multiplicity % 2 != 0 {
        let form = factor.form.preferred(flipped: false)
        if let best = turned, store.compare(factors[best].form.preferred(flipped: false), form) < 0 { continue }
        turned = k
      }
      if turned != nil { scale = -scale }
    }
    var parts = [store.number(scale)] + a.monomial.map(power)
    for (k, factor) in factors.enumerated() {
      let form = factor.form.preferred(flipped: k == turned)
      parts.append(store.power(form, store.integer(factor.multiplicity)))
    }
    return store.product(parts)
  }

  /// Whether a polynomial would rather be written with the opposite sign.
  func isTurned(_ a: RationalFunction) -> Bool {
    if a.numerator.isOne { return a.scale.signum < 0 }
    return signedForms(a.numerator).prefersPlus != (a.scale.signum > 0)
  }

  /// A polynomial of several terms with either sign.
  func signedForms(_ p: Polynomial) -> SignedForms {
    if let known = knownForms[p] { return known }
    let made = freshForms(p)
    knownForms[p] = made
    return made
  }

  private func freshForms(_ p: Polynomial) -> SignedForms {
    let plus = sum(RationalFunction(scale: Rational(1), numerator: p))
    let minus = sum(RationalFunction(scale: Rational(-1), numerator: p))
    // The terms may fold to a single one, e.g. where generators are tied by a relation.
    let terms = store.terms(plus)
    let negative = terms.count { store.coefficientAndRest($0).0.signum < 0 }
    let positive = terms.count - negative
    // `1 - theta` and `x - mu`: what is observed usually comes late in the alphabet.
    let guide = store.isNumber(terms[0]) ? terms[0] : terms[terms.count - 1]
    let leadsPositive = store.coefficientAndRest(guide).0.signum > 0
    return SignedForms(
      plus: plus, minus: minus, prefersPlus: positive == negative ? leadsPositive : positive > negative,
      isEven: positive == negative, isMixed: positive > 0 && negative > 0)
  }
}
