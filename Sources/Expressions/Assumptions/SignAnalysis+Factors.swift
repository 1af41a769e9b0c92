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
