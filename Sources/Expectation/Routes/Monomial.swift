internal import Calculus
internal import Expressions
internal import Multiprecision

/// A product of powers of a kernel's statistics and of exponentials of them: what shifting the kernel's parameters and
/// differentiating by them can reach.
struct Monomial {
  /// How often each parameter is differentiated by.
  var orders: [Int]
  /// What is added to each parameter.
  var shifts: [Expr]
  /// The factor that the differentiations leave, from the statistics' own factors.
  var scale: Rational
  /// A factor free of the variable that came out of an exponential.
  var coefficient: Expr

  /// Reads a product of functions of the kernel's variable, or nil where a factor is none of the kernel's.
  init?(_ product: Expr, _ match: KernelMatch, _ simplifier: Simplifier) {
    let store = simplifier.store
    let kernel = match.kernel
    orders = Array(repeating: 0, count: kernel.parameters.count)
    shifts = Array(repeating: store.zero, count: kernel.parameters.count)
    scale = Rational(1)
    coefficient = store.one
    // A parameter that several statistics share gives moments of their sum, not of one of them.
    let statistics = zip(kernel.statistics, kernel.functions(with: match.rangeBindings, simplifier)).filter { own, _ in
      kernel.statistics.count { $0.parameter == own.parameter } == 1
    }
    for factor in store.factors(product) where store.contains(factor, kernel.variable) {
      guard
        absorbPower(factor, statistics, store) || absorbStatistic(factor, statistics, store)
          || absorbExponential(factor, kernel.variable, statistics, simplifier)
      else { return nil }
    }
  }

  /// `v^c` where `log(v)` is a statistic: a shift by c.
  private mutating func absorbPower(
    _ factor: Expr, _ statistics: [(CompiledKernel.Statistic, Expr)], _ store: ExpressionStore
  ) -> Bool {
    let (base, exponent) = store.baseAndExponent(factor)
    for (statistic, function) in statistics {
      guard let parameter = statistic.parameter, store.logarithmArgument(function) == base else { continue }
      shift(parameter, by: exponent, statistic, store)
      return true
    }
    return false
  }

  /// `T^n` for a statistic T, which may itself be a power such as 1/u: n derivatives.
  private mutating func absorbStatistic(
    _ factor: Expr, _ statistics: [(CompiledKernel.Statistic, Expr)], _ store: ExpressionStore
  ) -> Bool {
    let (base, exponent) = store.baseAndExponent(factor)
    for (statistic, function) in statistics {
      let (own, power) = store.baseAndExponent(function)
      guard let parameter = statistic.parameter, own == base,
        let n = store.integerValue(store.quotient(exponent, power)), n > 0, n <= 64
      else { continue }
      orders[parameter] += n
      scale = scale * statistic.factor.inverse.power(n)
      return true
    }
    return false
  }

  /// `exp(sum of c_j T_j + d)` for statistics T_j: shifts by c_j and the factor exp(d).
  private mutating func absorbExponential(
    _ factor: Expr, _ variable: Expr, _ statistics: [(CompiledKernel.Statistic, Expr)], _ simplifier: Simplifier
  ) -> Bool {
    let store = simplifier.store
    guard let argument = store.exponentialArgument(factor) else { return false }
    for term in store.terms(simplifier.expanded(argument)) {
      let (free, function) = store.split(term, over: variable)
      if function == store.one {
        coefficient = store.product([coefficient, store.exp(free)])
      } else if let (statistic, _) = statistics.first(where: { $0.1 == function }), let parameter = statistic.parameter
      {
        shift(parameter, by: free, statistic, store)
      } else {
        return false
      }
    }
    return true
  }

  private mutating func shift(
    _ parameter: Int, by amount: Expr, _ statistic: CompiledKernel.Statistic, _ store: ExpressionStore
  ) {
    let step = store.product([store.number(statistic.factor.inverse), amount])
    shifts[parameter] = store.sum([shifts[parameter], step])
  }
}
