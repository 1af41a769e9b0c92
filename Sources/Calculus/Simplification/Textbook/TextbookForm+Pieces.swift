internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// A sum of pieces, each in its cheapest form.
  func sum(_ pieces: [RationalFunction], depth: Int) -> Expr { store.sum(pieces.map { shown($0, depth: depth) }) }

  private func shown(_ piece: RationalFunction, depth: Int) -> Expr {
    depth > 0 && piece.numerator.termCount > 1 ? form(of: piece, depth: depth - 1) : fraction(piece)
  }

  /// A common factor times the sum of what is left of the pieces.
  func product(_ common: RationalFunction, _ pieces: [RationalFunction], depth: Int) -> Expr? {
    guard let inverse = try? field.reciprocal(common) else { return nil }
    var rest: [RationalFunction] = []
    for piece in pieces {
      guard let quotient = try? field.product(piece, inverse) else { return nil }
      rest.append(quotient)
    }
    let inner = sum(rest, depth: depth)
    guard knownSign(inner) < 0 else { return store.product([fraction(common), inner]) }
    let turned = sum(rest.map { field.negated($0) }, depth: depth)
    return store.product([fraction(field.negated(common)), turned])
  }

  /// Factors that may be taken out of several pieces: what all share, or their common denominator, each with and without
  /// the rational content.
  func commonFactors(of pieces: [RationalFunction]) -> [RationalFunction] {
    var variables: [Int32] = []
    var divisors: [Int32] = []
    for piece in pieces {
      variables = Polynomial.union(variables, piece.monomial.map(\.variable))
      divisors = Polynomial.union(divisors, piece.denominator.map(\.factor))
    }
    var shared = RationalFunction.one
    var below = RationalFunction.one
    for variable in variables {
      let exponents = pieces.map { piece in piece.monomial.first { $0.variable == variable }?.exponent ?? 0 }
      guard let least = exponents.min(), let most = exponents.max() else { continue }
      if least > 0 || most < 0 { shared.monomial.append((variable, least > 0 ? least : most)) }
      if least != 0 { below.monomial.append((variable, least)) }
    }
    for factor in divisors {
      let multiplicities = pieces.map { piece in piece.denominator.first { $0.factor == factor }?.multiplicity ?? 0 }
      guard let least = multiplicities.min(), let most = multiplicities.max() else { continue }
      if least > 0 { shared.denominator.append((factor, least)) }
      below.denominator.append((factor, most))
    }
    let content = commonScale(pieces.map(\.scale))
    let isMixed = pieces.contains { $0.scale.signum > 0 } && pieces.contains { $0.scale.signum < 0 }
    var scales = content.magnitude.isOne ? [content] : [content, Rational(content.signum)]
    if isMixed { scales += scales.map { -$0 } }
    let factors = shared == below ? [shared] : [shared, below]
    return scales.flatMap { scale in
      factors.map { factor in
        var result = factor
        result.scale = scale
        return result
      }
    }.filter { $0.constantValue?.isOne != true }
  }

  /// The largest rational number of which all are whole multiples; negative where most are.
  private func commonScale(_ scales: [Rational]) -> Rational {
    var above: Integer = 0
    var below: Integer = 1
    for scale in scales {
      above = Integer.gcd(above, scale.numerator)
      below = Integer.lcm(below, scale.denominator)
    }
    let negative = scales.count { $0.signum < 0 }
    return Rational(negative * 2 > scales.count ? -above : above, below)
  }
}
