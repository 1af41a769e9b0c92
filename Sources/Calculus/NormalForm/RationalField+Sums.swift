internal import Multiprecision

extension RationalField {
  /// Longer sums of fractions are added in halves.
  private static var mostTermsAtOnce: Int { 8 }

  /// The sum of any number of quotients over one common denominator, in lowest terms.
  func sum(_ parts: [RationalFunction]) throws(RationalFieldError) -> RationalFunction {
    let terms = parts.filter { !$0.isZero }
    if terms.count < 2 { return terms.first ?? .zero }
    if terms.count > Self.mostTermsAtOnce, terms.contains(where: { !$0.denominator.isEmpty }) {
      // Halves with few common factors are brought together cheaply; all at once each term would meet every factor.
      let middle = terms.count / 2
      return try sum([sum(Array(terms[..<middle])), sum(Array(terms[middle...]))])
    }
    let monomial = Self.commonMonomial(terms)
    var (denominator, isShared) = Self.commonDenominator(terms)
    var scaleDenominator: Integer = 1
    for term in terms where !term.scale.isInteger {
      scaleDenominator = Integer.lcm(scaleDenominator, term.scale.denominator)
    }
    var polynomials: [Polynomial] = []
    polynomials.reserveCapacity(terms.count)
    for term in terms {
      let factor = term.scale.numerator * scaleDenominator.exactlyDivided(by: term.scale.denominator)
      polynomials.append(try brought(term, over: denominator, monomial).scaled(by: factor))
    }
    let total = Polynomial.sum(polynomials)
    if total.isZero { return .zero }
    guard total.termCount <= Self.largestTermCount else { throw .tooLarge }
    let content = total.content
    let powers = total.monomialContent
    var numerator = total.divided(by: content).divided(byMonomial: powers)
    var scale = Rational(content, scaleDenominator)
    cancelShared(&numerator, &denominator, isShared, &scale)
    return RationalFunction(
      scale: scale, monomial: Self.merged(monomial, powers.map { ($0.variable, $0.exponent) }), numerator: numerator,
      denominator: denominator)
  }

  /// The numerator of a term over a larger denominator and without a monomial that divides it.
  private func brought(
    _ term: RationalFunction, over denominator: [RationalFunction.DenominatorFactor], _ common: [RationalFunction.Power]
  ) throws(RationalFieldError) -> Polynomial {
    var result = term.numerator
    var k = 0
    for (factor, multiplicity) in denominator {
      var missing = multiplicity
      if k < term.denominator.count, term.denominator[k].factor == factor {
        missing -= term.denominator[k].multiplicity
        k += 1
      }
      if missing > 0 { result = try multiplied(result, expanded([(factor, missing)])) }
    }
    let extra = Self.merged(term.monomial, common.map { ($0.variable, -$0.exponent) })
    if extra.isEmpty { return result }
    guard extra.allSatisfy({ $0.exponent < Polynomial.largestExponent / 4 }) else { throw .tooLarge }
    return try multiplied(result, Polynomial(monomial: extra))
  }

  /// For each variable its least exponent in any term.
  private static func commonMonomial(_ terms: [RationalFunction]) -> [RationalFunction.Power] {
    if terms.allSatisfy({ $0.monomial.isEmpty }) { return [] }
    var variables: [Int32] = []
    for term in terms { variables = Polynomial.union(variables, term.monomial.map(\.variable)) }
    var result: [RationalFunction.Power] = []
    for variable in variables {
      var least = Int.max
      for term in terms {
        least = min(least, term.monomial.first { $0.variable == variable }?.exponent ?? 0)
      }
      if least != 0 { result.append((variable, least)) }
    }
    return result
  }

  /// For each factor its largest multiplicity, and whether several terms reach it: only then can a sum lose the factor.
  private static func commonDenominator(
    _ terms: [RationalFunction]
  ) -> (factors: [RationalFunction.DenominatorFactor], isShared: [Bool]) {
    var factors: [RationalFunction.DenominatorFactor] = []
    var isShared: [Bool] = []
    for term in terms {
      for (factor, multiplicity) in term.denominator {
        let place = factors.firstIndex { $0.factor >= factor } ?? factors.count
        if place == factors.count || factors[place].factor != factor {
          factors.insert((factor, multiplicity), at: place)
          isShared.insert(false, at: place)
        } else if factors[place].multiplicity == multiplicity {
          isShared[place] = true
        } else if factors[place].multiplicity < multiplicity {
          factors[place].multiplicity = multiplicity
          isShared[place] = false
        }
      }
    }
    return (factors, isShared)
  }

  private func cancelShared(
    _ n: inout Polynomial, _ d: inout [RationalFunction.DenominatorFactor], _ isShared: [Bool], _ scale: inout Rational
  ) {
    if d.isEmpty { return }
    var candidates: [RationalFunction.DenominatorFactor] = []
    var others: [RationalFunction.DenominatorFactor] = []
    for (k, factor) in d.enumerated() {
      if isShared[k] || !isProvedIrreducible(factor.factor) { candidates.append(factor) } else { others.append(factor) }
    }
    if candidates.isEmpty { return }
    cancel(&n, &candidates, &scale)
    d = Self.merged(others, candidates)
  }
}
