internal import Multiprecision

/// A quotient about to be written, where roots may stand below the line: what stands above, and the factors below.
struct QuotientParts {
  var scale: Rational
  var monomial: [RationalFunction.Power]
  var numerator: Polynomial
  var divisors: [(polynomial: Polynomial, multiplicity: Int)]
}

extension RationalField {
  /// What stands above and below the line, roots below it where that takes them out of a divisor: `1/sqrt(-t)` for
  /// `-sqrt(-t)/t`.
  func parts(of quotient: RationalFunction) -> QuotientParts {
    let a = withRootsBelow(quotient)
    var parts = QuotientParts(
      scale: a.scale, monomial: a.monomial, numerator: a.numerator,
      divisors: a.denominator.map { (polynomial($0.factor), $0.multiplicity) })
    guard hasRelations, !parts.divisors.isEmpty else { return parts }
    for root in a.numerator.variables + a.monomial.map(\.variable) { lower(&parts, root) }
    for variable in relations.indices where relations[variable]?.isFunction == true {
      replaceDivisors(&parts, Int32(variable))
    }
    return parts
  }

  /// `1/sin(x)^2` for `1/(1 - cos(x)^2)`, which next to a zero cancels more digits than any precision has.
  private func replaceDivisors(_ parts: inout QuotientParts, _ root: Int32) {
    guard let relation = relation(of: root), relation.value.isPolynomial, relation.value.monomial.isEmpty,
      relation.value.scale.magnitude.isOne, !relation.value.numerator.isOne
    else { return }
    let factors = factorization(of: relation.value.numerator).map { (polynomial($0.factor), $0.multiplicity) }
    let count =
      factors.map { factor, multiplicity in
        (parts.divisors.first { $0.polynomial == factor }?.multiplicity ?? 0) / multiplicity
      }.min() ?? 0
    guard count > 0 else { return }
    for (factor, multiplicity) in factors {
      guard let place = parts.divisors.firstIndex(where: { $0.polynomial == factor }) else { continue }
      parts.divisors[place].multiplicity -= count * multiplicity
    }
    parts.divisors.removeAll { $0.multiplicity == 0 }
    parts.scale = parts.scale * relation.value.scale.power(count)
    parts.monomial = Self.merged(parts.monomial, [(root, -relation.degree * count)])
  }

  /// `(b*r + c)/r` for `(b*p + c*r)/p` with the square root r of a polynomial p, such as sin(x) of 1 - cos(x)^2: the root
  /// goes below the line, where p has the zeros of r twice.
  private func lower(_ parts: inout QuotientParts, _ root: Int32) {
    guard let relation = relation(of: root), relation.degree == 2, relation.value.denominator.isEmpty,
      relation.value.monomial.isEmpty, relation.value.scale.magnitude.isOne, !relation.value.numerator.isOne
    else { return }
    var divisors = parts.divisors
    for (factor, power) in factorization(of: relation.value.numerator) {
      guard let place = divisors.firstIndex(where: { $0.polynomial == polynomial(factor) }),
        divisors[place].multiplicity >= power
      else { return }
      divisors[place].multiplicity -= power
    }
    let exponent = parts.monomial.first { $0.variable == root }?.exponent ?? 0
    let free = parts.numerator.coefficient(of: root, exponent: 0)
    let slope = parts.numerator.coefficient(of: root, exponent: 1)
    let isNegative = relation.value.scale.signum < 0
    let numerator: Polynomial
    if exponent == 1, slope.isZero {
      numerator = isNegative ? -free : free
    } else if exponent == 0, !slope.isZero, let quotient = free.exactQuotient(by: relation.value.numerator) {
      numerator = (isNegative ? -slope : slope) + quotient * Polynomial(variable: root)
    } else {
      return
    }
    let above = self.quotient(numerator)
    parts = QuotientParts(
      scale: parts.scale * above.scale,
      monomial: Self.merged(Self.merged(parts.monomial, above.monomial), [(root, exponent == 1 ? -2 : -1)]),
      numerator: above.numerator, divisors: divisors.filter { $0.multiplicity > 0 })
  }

  /// A root of a multiple of a single variable: `root^degree = scale * variable`.
  private struct Radicand {
    let root: Int32
    let degree: Int
    let scale: Rational
    let variable: Int32
  }

  /// Nil for roots of sums and products.
  private func radicand(of root: Int32) -> Radicand? {
    guard let relation = relation(of: root), relation.value.isPolynomial, relation.value.numerator.isOne,
      relation.value.monomial.count == 1, relation.value.monomial[0].exponent == 1
    else { return nil }
    return Radicand(
      root: root, degree: relation.degree, scale: relation.value.scale, variable: relation.value.monomial[0].variable)
  }

  /// `1/sqrt(-t)` for `-sqrt(-t)/t`: a root goes below the line with the divisor of which it is the root.
  private func withRootsBelow(_ a: RationalFunction) -> RationalFunction {
    guard hasRelations else { return a }
    var result = a
    for (root, exponent) in a.monomial where exponent > 0 {
      guard let radicand = radicand(of: root),
        let divisor = result.monomial.first(where: { $0.variable == radicand.variable }), divisor.exponent < 0
      else { continue }
      result.scale = result.scale * radicand.scale
      result.monomial = Self.merged(result.monomial, [(divisor.variable, 1), (root, -radicand.degree)])
    }
    return result
  }
}
