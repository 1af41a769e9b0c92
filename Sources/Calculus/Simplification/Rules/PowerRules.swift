internal import Expressions
internal import Multiprecision

/// (a*b)^c = a^c * b^c for a > 0, or with -a and -b for a < 0 and b < 0.
struct PowerOfProduct: RewriteRule {
  let id = "power.product"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard store.op(e) == .power else { return nil }
    let (base, exponent) = store.baseAndExponent(e)
    guard store.op(base) == .product else { return nil }
    var parts: [Expr] = []
    var rest: [Expr] = []
    var negative: [Expr] = []
    var conditions: [Condition] = []
    for factor in store.factors(base) {
      if context.isPositive(factor) {
        parts.append(store.power(factor, exponent))
        conditions.append(.relation(factor, .greater, store.zero))
      } else if context.isNegative(factor) {
        negative.append(factor)
      } else {
        rest.append(factor)
      }
    }
    if negative.count.isMultiple(of: 2) {
      for factor in negative {
        let magnitude = store.magnitude(ofNegative: factor)
        parts.append(store.power(magnitude.base, store.product([magnitude.exponent, exponent])))
        conditions.append(.relation(factor, .less, store.zero))
      }
    } else {
      rest += negative
    }
    guard !parts.isEmpty else { return nil }
    if !rest.isEmpty { parts.append(store.power(store.product(rest), exponent)) }
    return Rewriting(store.product(parts), conditions: conditions)
  }
}

extension ExpressionStore {
  /// The magnitude of something negative as a power: that of `1/log(g)` is `(-log(g))^(-1)`.
  func magnitude(ofNegative e: Expr) -> (base: Expr, exponent: Expr) {
    let (base, exponent) = baseAndExponent(e)
    if let n = integerValue(exponent), !n.isMultiple(of: 2) { return (negated(base), exponent) }
    return (negated(e), one)
  }
}

/// (a^b)^c = a^(b*c) for a > 0, and for a ≥ 0 where b > 0; sqrt(a^2) = -a for a < 0.
struct PowerOfPower: RewriteRule {
  let id = "power.power"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard store.op(e) == .power else { return nil }
    let (outer, exponent) = store.baseAndExponent(e)
    guard store.op(outer) == .power else { return nil }
    let (base, inner) = store.baseAndExponent(outer)
    let total = store.product([inner, exponent])
    if context.isPositive(base) {
      return Rewriting(store.power(base, total), conditions: [.relation(base, .greater, store.zero)])
    }
    // At a = 0 both sides are 0, or neither has a value.
    if context.assumptions.isNonnegative(base) == .yes, store.numberValue(inner).map({ $0.signum > 0 }) == true {
      return Rewriting(store.power(base, total), conditions: [.relation(base, .greaterOrEqual, store.zero)])
    }
    guard let n = store.integerValue(inner), n.isMultiple(of: 2), context.isNegative(base) else { return nil }
    return Rewriting(store.power(store.negated(base), total), conditions: [.relation(base, .less, store.zero)])
  }
}

/// A number to a power whose exponent is a sum with a numeric term: 2^(k + 1) = 2*2^k.
struct NumericPowerOfSum: RewriteRule {
  let id = "power.sum"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard store.op(e) == .power else { return nil }
    let (base, exponent) = store.baseAndExponent(e)
    guard let value = store.numberValue(base), value.signum > 0, store.op(exponent) == .sum,
      let shift = store.numberValue(store.operand(exponent, at: 0))
    else { return nil }
    let rest = store.difference(exponent, store.number(shift))
    return Rewriting(store.product([store.power(base, store.number(shift)), store.power(base, rest)]))
  }
}

/// exp(a + c*log(b)) = exp(a) * b^c, and exp(log-function) = the function, e.g. exp(lgamma(x)) = gamma(x).
struct ExponentialOfLogarithms: RewriteRule {
  let id = "exp.logarithms"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.exponentialArgument(e) else { return nil }
    var powers: [Expr] = []
    var rest: [Expr] = []
    for term in store.terms(argument) {
      if let power = power(of: term, context) { powers.append(power) } else { rest.append(term) }
    }
    guard !powers.isEmpty else { return nil }
    return Rewriting(store.product(powers + [store.exp(store.sum(rest))]))
  }

  private func power(of term: Expr, _ context: RewriteContext) -> Expr? {
    let store = context.store
    var others: [Expr] = []
    var base: Expr?
    for factor in store.factors(term) {
      if base == nil, let argument = store.logarithmArgument(factor) {
        base = argument
      } else if base == nil, let antilogarithm = context.formulas.antilogarithm(of: factor) {
        base = antilogarithm
      } else {
        others.append(factor)
      }
    }
    return base.map { store.power($0, store.product(others)) }
  }
}

/// |a| = a for a ≥ 0 and -a for a ≤ 0.
struct AbsoluteValueOfSigned: RewriteRule {
  let id = "abs.sign"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard store.function(e)?.notation.style == .absoluteValue else { return nil }
    let argument = store.operand(e, at: 0)
    if context.assumptions.isNonnegative(argument) == .yes {
      return Rewriting(argument, conditions: [.relation(argument, .greaterOrEqual, store.zero)])
    }
    guard context.assumptions.isNonpositive(argument) == .yes else { return nil }
    return Rewriting(store.negated(argument), conditions: [.relation(argument, .lessOrEqual, store.zero)])
  }
}
