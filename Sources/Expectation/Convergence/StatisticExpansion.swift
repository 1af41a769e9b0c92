internal import Calculus
internal import Expressions
internal import Multiprecision

/// A kernel's statistic near an endpoint: `slope * log(v) + a_0 + a_1 v + …`, or growing faster than a logarithm.
struct StatisticExpansion {
  /// The multiple of log v.
  let slope: Rational
  /// The Taylor coefficients of the rest.
  let analytic: [Expr]

  /// Expands a function of v at 0+; nil where it grows like a power of 1/v.
  init?(_ function: Expr, at v: Expr, _ simplifier: Simplifier) {
    let store = simplifier.store
    var slope = Rational(0)
    var rest: [Expr] = []
    for term in store.terms(simplifier.expandedLogarithms(function)) {
      let (coefficient, factor) = store.coefficientAndRest(term)
      if store.logarithmArgument(factor) == v { slope = slope + coefficient } else { rest.append(term) }
    }
    var current = store.sum(rest)
    var coefficients: [Expr] = []
    let differentiation = Differentiation(store, formulas: simplifier.formulas)
    var factorial = Rational(1)
    for k in 0..<LocalSeries.order {
      if Self.isSingular(current, at: v, store) { return nil }
      let value = simplifier.normal(store.substitute(current, [(v, store.zero)]))
      coefficients.append(store.product([store.number(factorial.inverse), value]))
      guard let next = try? differentiation.derivative(of: current, by: v) else { return nil }
      current = simplifier.normal(next)
      factorial = factorial * Rational(k + 1)
    }
    self.slope = slope
    analytic = coefficients
  }

  /// Whether an expression has a negative power or a logarithm of something that vanishes at v = 0.
  private static func isSingular(_ e: Expr, at v: Expr, _ store: ExpressionStore) -> Bool {
    guard store.contains(e, v) else { return false }
    if let argument = store.logarithmArgument(e), store.substitute(argument, [(v, store.zero)]) == store.zero {
      return true
    }
    if store.op(e) == .power {
      let (base, exponent) = store.baseAndExponent(e)
      let vanishes = store.substitute(base, [(v, store.zero)]) == store.zero
      let isNatural = store.integerValue(exponent).map { $0 >= 0 } ?? false
      if vanishes, !isNatural { return true }
    }
    return store.operands(e).contains { isSingular($0, at: v, store) }
  }
}
