internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// Logarithms and powers put together where that is shorter: log(x) - log(s) is log(x/s), x^k*s^(-k) is (x/s)^k.
  func merged(_ e: Expr) -> Expr {
    if let known = cache.mergers[e] { return known }
    let result: Expr
    switch store.op(e) {
    case .sum: result = withMergedLogarithms(store.mapOperands(e) { merged($0) })
    case .product: result = withMergedPowers(withMergedRoots(store.mapOperands(e) { merged($0) }))
    case .power: result = store.mapOperands(e) { merged($0) }
    case .number, .symbol, .call: result = e
    }
    cache.mergers[e] = result
    return result
  }

  /// Logarithms with opposite coefficients in one, and with equal ones where these are fractions or one logarithm is that
  /// of a constant: log(2*pi*v)/2, but log(beta) + log(x).
  ///
  /// Where both logarithms are real, so is that of the product or quotient.
  private func withMergedLogarithms(_ e: Expr) -> Expr {
    guard store.op(e) == .sum else { return e }
    var others: [Expr] = []
    var groups: [(coefficient: Rational, arguments: [Expr])] = []
    for term in store.operands(e) {
      let (coefficient, rest) = store.coefficientAndRest(term)
      guard let argument = store.logarithmArgument(rest) else {
        others.append(term)
        continue
      }
      let place = groups.firstIndex { group in
        group.coefficient == -coefficient
          || group.coefficient == coefficient
            && (!coefficient.isInteger || isConstant(argument) || group.arguments.allSatisfy(isConstant))
      }
      if let place {
        let isSame = groups[place].coefficient == coefficient
        groups[place].arguments.append(isSame ? argument : store.reciprocal(argument))
      } else {
        groups.append((coefficient, [argument]))
      }
    }
    guard groups.contains(where: { $0.arguments.count > 1 }) else { return e }
    let merged = groups.map { group in
      // The positive coefficient is kept, so that log(x/s) does not become -log(s/x).
      let turned =
        group.coefficient.signum < 0 && group.arguments.contains { !isConstant($0) } && group.arguments.count > 1
      let arguments = turned ? group.arguments.map { store.reciprocal($0) } : group.arguments
      return store.product([
        store.number(turned ? -group.coefficient : group.coefficient), store.log(store.product(arguments)),
      ])
    }
    return cheaper(e, store.sum(others + merged))
  }

  private func isConstant(_ e: Expr) -> Bool { store.freeSymbols(e).isEmpty }

  /// Roots of positive sums in one where their product is shorter: sqrt(1 - r)*sqrt(1 + r) is sqrt(1 - r^2).
  private func withMergedRoots(_ e: Expr) -> Expr {
    guard store.op(e) == .product else { return e }
    var factors = store.operands(e)
    for i in factors.indices.reversed() {
      let (base, exponent) = store.baseAndExponent(factors[i])
      guard store.numberValue(exponent)?.denominator == 2, isPositiveSum(base) else { continue }
      for j in 0..<i {
        let (other, power) = store.baseAndExponent(factors[j])
        guard power == exponent, isPositiveSum(other) else { continue }
        let product = converter.settledValue(store.product([base, other]))
        guard product.isPolynomial, product.numerator.termCount <= 2 else { continue }
        factors[j] = store.power(fraction(product, isFactored: false), exponent)
        factors.remove(at: i)
        break
      }
    }
    return cheaper(e, store.product(factors))
  }

  private func isPositiveSum(_ e: Expr) -> Bool { store.op(e) == .sum && assumptions.isPositive(e) == .yes }

  /// Powers of positive bases with opposite symbolic exponents in one.
  private func withMergedPowers(_ e: Expr) -> Expr {
    guard store.op(e) == .product else { return e }
    var factors = store.operands(e)
    var i = 0
    while i < factors.count {
      let (base, exponent) = store.baseAndExponent(factors[i])
      let partner = factors.indices.first { j in
        let (other, opposite) = store.baseAndExponent(factors[j])
        return j > i && !store.isNumber(exponent) && store.negated(exponent) == opposite
          && assumptions.isPositive(base) == .yes && assumptions.isPositive(other) == .yes
      }
      if let partner {
        let (other, opposite) = store.baseAndExponent(factors[partner])
        let isTurned = store.coefficientAndRest(exponent).0.signum < 0
        factors[i] =
          isTurned
          ? store.power(store.quotient(other, base), opposite) : store.power(store.quotient(base, other), exponent)
        factors.remove(at: partner)
      }
      i += 1
    }
    let result = cheaper(e, store.product(factors))
    return withDistributedPowers(result).map { cheaper(result, $0) } ?? result
  }

  /// A power with a negative symbolic exponent inside the sum that it multiplies: s^(-k)*(x^k - s^k) is (x/s)^k - 1.
  private func withDistributedPowers(_ e: Expr) -> Expr? {
    var factors = store.factors(e)
    let power = factors.firstIndex { factor in
      let exponent = store.baseAndExponent(factor).1
      return !store.isNumber(exponent) && store.coefficientAndRest(exponent).0.signum < 0
    }
    guard let power, let sum = factors.firstIndex(where: { store.op($0) == .sum }) else { return nil }
    factors[sum] = store.sum(store.operands(factors[sum]).map { merged(store.product([$0, factors[power]])) })
    factors.remove(at: power)
    return store.product(factors)
  }
}
