internal import Multiprecision

extension RationalField {
  /// The product of two quotients.
  func product(_ a: RationalFunction, _ b: RationalFunction) throws(RationalFieldError) -> RationalFunction {
    if a.isZero || b.isZero { return .zero }
    var (n, m) = (a.numerator, b.numerator)
    var (d, e) = (a.denominator, b.denominator)
    var factor = Rational(1)
    if !n.isConstant, !e.isEmpty { cancel(&n, &e, &factor) }
    if !m.isConstant, !d.isEmpty { cancel(&m, &d, &factor) }
    let result = RationalFunction(
      scale: a.scale * b.scale * factor, monomial: Self.merged(a.monomial, b.monomial),
      numerator: try multiplied(n, m), denominator: Self.merged(d, e))
    return hasRelations ? try reduced(result) : result
  }

  /// The reciprocal of a quotient.
  func reciprocal(_ a: RationalFunction) throws(RationalFieldError) -> RationalFunction {
    if a.isZero { throw .divisionByZero }
    var result = RationalFunction(
      scale: a.scale.inverse, monomial: a.monomial.map { ($0.variable, -$0.exponent) },
      numerator: try expanded(a.denominator), denominator: [])
    guard hasRelations else {
      result.denominator = factorization(of: a.numerator)
      return result
    }
    result = try reduced(result)
    if let root = a.numerator.variables.last(where: { relation(of: $0) != nil }) {
      return try product(result, rationalized(a.numerator, by: root))
    }
    return try product(result, RationalFunction(scale: Rational(1), denominator: factorization(of: a.numerator)))
  }

  /// A quotient to an integer power.
  func power(_ a: RationalFunction, _ n: Int) throws(RationalFieldError) -> RationalFunction {
    if n == 0 { return .one }
    if n < 0 { return try power(try reciprocal(a), -n) }
    if n == 1 || a.isZero { return a }
    guard n <= Polynomial.largestExponent, a.scale.isOne || max(a.scale.numerator.bitWidth, 32) * n < 1 << 18 else {
      throw .tooLarge
    }
    if hasRelations, a.numerator.variables.contains(where: { relation(of: $0) != nil }) {
      var result = a
      for _ in 1..<n { result = try product(result, a) }
      return result
    }
    let result = RationalFunction(
      scale: a.scale.power(n), monomial: a.monomial.map { ($0.variable, $0.exponent * n) },
      numerator: try raised(a.numerator, n), denominator: a.denominator.map { ($0.factor, $0.multiplicity * n) })
    return hasRelations ? try reduced(result) : result
  }

  /// The product of the factors of a denominator.
  func expanded(_ factors: [RationalFunction.DenominatorFactor]) throws(RationalFieldError) -> Polynomial {
    var result = Polynomial.one
    for (factor, multiplicity) in factors {
      result = try multiplied(result, raised(polynomial(factor), multiplicity))
    }
    return result
  }

  /// The product of two polynomials of bounded size.
  func multiplied(_ a: Polynomial, _ b: Polynomial) throws(RationalFieldError) -> Polynomial {
    if a.isOne { return b }
    if b.isOne { return a }
    guard a.termCount * b.termCount <= Self.largestTermCount * 4, a.hasSmallExponents, b.hasSmallExponents else {
      throw .tooLarge
    }
    return a * b
  }

  /// A polynomial to a power ≥ 0, of bounded size.
  private func raised(_ p: Polynomial, _ n: Int) throws(RationalFieldError) -> Polynomial {
    if n == 1 || p.isOne { return p }
    // A power of t terms has at most binomial(t + n - 1, n) of them.
    let bound = Integer.binomial(p.termCount + n - 1, n)
    guard bound <= Integer(Self.largestTermCount), p.highestExponent * n <= Polynomial.largestExponent / 2 else {
      throw .tooLarge
    }
    return p.power(n)
  }

  /// Divides a numerator and a denominator by what they share; dividing out a factor may leave a sign.
  func cancel(_ n: inout Polynomial, _ d: inout [RationalFunction.DenominatorFactor], _ scale: inout Rational) {
    var k = 0
    while k < d.count, !n.isConstant {
      let (factor, multiplicity) = d[k]
      if isProvedIrreducible(factor) {
        while d[k].multiplicity > 0, let quotient = n.exactQuotient(by: polynomial(factor)) {
          n = quotient
          d[k].multiplicity -= 1
        }
      } else {
        let common = Polynomial.gcd(n, polynomial(factor))
        if !common.isConstant, let rest = n.exactQuotient(by: common),
          let left = polynomial(factor).exactQuotient(by: common)
        {
          n = rest
          d.remove(at: k)
          let pieces = Self.merged(factorization(of: left.primitivePart), factorization(of: common))
          let lowered = factorization(of: common)
          let all = pieces.map { piece in
            let used = lowered.first { $0.factor == piece.factor }?.multiplicity ?? 0
            return (piece.factor, piece.multiplicity * multiplicity - used)
          }
          d = Self.merged(d, all.filter { $0.1 > 0 })
          k = 0
          continue
        }
      }
      k += 1
    }
    d.removeAll { $0.multiplicity == 0 }
    let content = n.content
    if !content.isOne {
      scale = scale * Rational(content)
      n = n.primitivePart
    }
  }
}

extension Polynomial {
  /// Whether the product with another such polynomial stays far from the largest exponent.
  var hasSmallExponents: Bool {
    var all: UInt64 = 0
    for word in monomials { all |= word }
    return all & 0xe000_e000_e000_e000 == 0
  }
}
