internal import Multiprecision

/// Signs of sums by the factors that all their terms share.
extension SignAnalysis {
  /// The signs of a sum whose terms share a power, as the product with those of the rest; nil where they share none.
  func commonFactorSigns(_ form: LinearForm) -> Signs? {
    let monomials = form.support
    guard form.constant.isZero, monomials.count > 1, let first = monomials.first else { return nil }
    let shared = store.factors(first.monomial).compactMap { factor -> Expr? in
      let (base, _) = store.baseAndExponent(factor)
      let exponents = monomials.map { exponent(of: base, in: $0.monomial) }
      guard let least = exponents.min(), least > 0 else { return nil }
      return store.power(base, store.integer(least))
    }
    guard !shared.isEmpty else { return nil }
    let divisor = store.reciprocal(store.product(shared))
    let rest = monomials.map { store.product([store.number($0.coefficient), $0.monomial, divisor]) }
    return shared.reduce(signs(store.sum(rest))) { $0.multiplied(by: signs($1)) }
  }

  /// The signs of a sum whose terms are divided by sums of known sign, `1 - u/(1 + u)`: those of all over one denominator.
  func fractionSigns(_ e: Expr) -> Signs? {
    var divisors: [(base: Expr, exponent: Int)] = []
    for factor in store.operands(e).flatMap({ store.factors($0) }) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard store.op(base) == .sum, let n = store.integerValue(exponent), n < 0 else { continue }
      if let k = divisors.firstIndex(where: { $0.base == base }) {
        divisors[k].exponent = max(divisors[k].exponent, -n)
      } else {
        divisors.append((base, -n))
      }
    }
    guard !divisors.isEmpty else { return nil }
    let denominator = store.product(divisors.map { store.power($0.base, store.integer($0.exponent)) })
    let below = signs(denominator)
    guard below == .positive || below == .negative else { return nil }
    let numerator = store.multipliedOut(store.sum(store.operands(e).map { store.product([$0, denominator]) }))
    return signs(numerator).intersection(.real).multiplied(by: below)
  }

  /// `u^a - v^a` for positive u and v has the signs of `a*(u - v)`; nil for other sums.
  func differenceOfPowersSigns(_ form: LinearForm) -> Signs? {
    let monomials = form.support
    guard form.constant.isZero, monomials.count == 2, (monomials[0].coefficient + monomials[1].coefficient).isZero
    else { return nil }
    let powers = monomials.map { store.baseAndExponent($0.monomial) }
    let (u, v) = (powers[0].0, powers[1].0)
    guard powers[0].1 == powers[1].1, store.numberValue(powers[0].1) == nil, signs(u) == .positive,
      signs(v) == .positive
    else { return nil }
    let rise = signs(powers[0].1).multiplied(by: signs(store.difference(u, v))).intersection(.real)
    return monomials[0].coefficient.signum > 0 ? rise : rise.negated
  }

  /// The natural exponent of a base in a monomial, else 0.
  private func exponent(of base: Expr, in monomial: Expr) -> Int {
    store.factors(monomial).firstValue { factor in
      let (own, exponent) = store.baseAndExponent(factor)
      return own == base ? store.integerValue(exponent) : nil
    } ?? 0
  }
}
