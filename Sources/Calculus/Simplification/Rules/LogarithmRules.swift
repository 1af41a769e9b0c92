internal import Expressions
internal import Multiprecision

/// log(a*b) = log(a) + log(b), each factor positive, or an even number of them negative.
struct LogarithmOfProduct: RewriteRule {
  let id = "log.product"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), store.op(argument) == .product else { return nil }
    var parts: [Expr] = []
    var rest: [Expr] = []
    var conditions: [Condition] = []
    for factor in store.factors(argument) {
      if context.isPositive(factor) {
        parts.append(store.log(factor))
        conditions.append(.relation(factor, .greater, store.zero))
      } else if context.isNegative(factor) {
        let magnitude = store.magnitude(ofNegative: factor)
        parts.append(store.product([magnitude.exponent, store.log(magnitude.base)]))
        rest.append(store.minusOne)
        conditions.append(.relation(factor, .less, store.zero))
      } else {
        rest.append(factor)
      }
    }
    // With every positive factor taken out, what remains has the sign of the argument, which is positive.
    parts.append(store.log(store.product(rest)))
    let result = store.sum(parts)
    return result == e ? nil : Rewriting(result, conditions: conditions)
  }
}

/// log(a^b) = b*log(a) for a > 0, or where an odd or broken exponent lets only a > 0 have a logarithm; with |a| for even b.
struct LogarithmOfPower: RewriteRule {
  let id = "log.power"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), store.op(argument) == .power else { return nil }
    let (base, exponent) = store.baseAndExponent(argument)
    if context.isPositive(base) || onlyPositiveBases(exponent, store) {
      return Rewriting(
        store.product([exponent, store.log(base)]), conditions: [.relation(base, .greater, store.zero)])
    }
    if let n = store.integerValue(exponent), n.isMultiple(of: 2), context.isNegative(base) {
      return Rewriting(
        store.product([exponent, store.log(store.negated(base))]), conditions: [.relation(base, .less, store.zero)])
    }
    return ofEvenPower(base, exponent, context)
  }

  /// log(m^(2k)) = k*log(m^2) for an integer k that is no number.
  private func ofEvenPower(_ base: Expr, _ exponent: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    let half = store.quotient(exponent, store.integer(2))
    guard store.numberValue(exponent) == nil, context.assumptions.isInteger(half) == .yes else { return nil }
    return Rewriting(
      store.product([half, store.log(store.power(base, store.integer(2)))]),
      conditions: [.relation(base, .notEqual, store.zero)])
  }

  private func onlyPositiveBases(_ exponent: Expr, _ store: ExpressionStore) -> Bool {
    guard let value = store.numberValue(exponent) else { return false }
    return !value.isInteger || !value.numerator.isEven
  }
}

/// log(f) by the function's own formula for its logarithm, e.g. log(exp(x)) = x; each condition of its domain must hold.
struct LogarithmOfFunction: RewriteRule {
  let id = "log.function"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), let result = context.formulas.logarithm(of: argument) else {
      return nil
    }
    let conditions = context.formulas.domain(of: argument)
    guard conditions.allSatisfy({ context.assumptions.holds($0) == .yes }) else { return nil }
    return Rewriting(result, conditions: conditions)
  }
}

/// log of a rational number as a combination of logarithms of primes.
struct LogarithmOfNumber: RewriteRule {
  let id = "log.number"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), let value = store.numberValue(argument), value.signum > 0,
      let above = value.numerator.asInt, let below = value.denominator.asInt
    else { return nil }
    let parts = primeLogarithms(above, 1, store) + primeLogarithms(below, -1, store)
    return Rewriting(store.sum(parts))
  }

  private func primeLogarithms(_ n: Int, _ sign: Int, _ store: ExpressionStore) -> [Expr] {
    var rest = n
    var parts: [Expr] = []
    func take(_ p: Int, _ count: Int) {
      parts.append(store.product([store.integer(sign * count), store.log(store.integer(p))]))
    }
    var p = 2
    while p < 1000, p * p <= rest {
      var count = 0
      while rest.isMultiple(of: p) {
        rest /= p
        count += 1
      }
      if count > 0 { take(p, count) }
      p += 1
    }
    if rest > 1 { take(rest, 1) }
    return parts
  }
}

/// log of a sum that has factors: log(1 - y - (1 - y)*u) = log((1 - y)*(1 - u)).
///
/// Only where the factors take no more room than the sum, as 1 + ((x - m)/s)^2 over a common denominator would show its
/// centre no more, or where all are known to be positive: 1 - (x - m)^2 between m - 1 and m + 1.
struct LogarithmOfSum: RewriteRule {
  let id = "log.factored"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let argument = store.logarithmArgument(e), store.op(argument) == .sum else { return nil }
    let factored = context.rational.factored(argument)
    let symbolic = store.factors(factored).filter { !store.isNumber($0) }
    let isPolynomial = symbolic.allSatisfy { factor in
      store.numberValue(store.baseAndExponent(factor).1).map { $0.signum > 0 } ?? false
    }
    guard factored != argument, !symbolic.isEmpty,
      symbolic.count > 1 && isPolynomial && store.nodeCount(factored) <= store.nodeCount(argument)
        || splits(symbolic, context) && !hidesExponent(argument, store)
          && !context.rational.factorsHideBinomial(argument)
    else { return nil }
    return Rewriting(store.log(factored))
  }

  /// Whether factors would hide the exponent of a binomial: 1 - exp(-2*l*x) is a function of 2*l*x, its factors are of l*x.
  private func hidesExponent(_ argument: Expr, _ store: ExpressionStore) -> Bool {
    guard store.operandCount(argument) == 2 else { return false }
    return store.operands(argument).contains { term in
      let power = store.coefficientAndRest(term).1
      if let exponent = store.exponentialArgument(power) { return !store.freeSymbols(exponent).isEmpty }
      return store.op(power) == .power && !store.freeSymbols(store.baseAndExponent(power).1).isEmpty
    }
  }

  /// Whether every factor is known to be positive and the quotient is simpler: several sums are multiplied in it, as in
  /// 1 - x^2, or none, as in 1 - x/(1 + x).
  private func splits(_ factors: [Expr], _ context: RewriteContext) -> Bool {
    let store = context.store
    let bases = factors.map { store.baseAndExponent($0).0 }
    let multiplied = factors.count { factor in
      let (base, exponent) = store.baseAndExponent(factor)
      return store.op(base) == .sum && (store.numberValue(exponent)?.signum ?? 1) > 0
    }
    return multiplied != 1 && bases.allSatisfy { context.assumptions.isPositive($0) == .yes }
  }
}
