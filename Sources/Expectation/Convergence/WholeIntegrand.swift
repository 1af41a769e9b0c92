internal import Calculus
internal import Expressions
internal import Multiprecision

/// Whether a whole integrand, and not only each of its terms, is integrable: the leading exponents at each finite endpoint
/// after all cancellations.
///
/// Near an endpoint every term is `v^α (log v)^m` times a power series. Terms whose exponents differ by integers are
/// added before the leading one is read off, so that `(1 - u)^(-1) - u (1 - u)^(-1)` counts as the constant that it is.
struct WholeIntegrand {
  let match: KernelMatch
  let simplifier: Simplifier
  private var store: ExpressionStore { simplifier.store }

  /// One term: coefficient times monomial.
  typealias Term = (coefficient: Expr, monomial: Monomial)

  /// The conditions for the sum of terms to be integrable against the density, or nil where they could not be found.
  func conditions(for terms: [Term]) -> [Condition]? {
    guard case .interval(let lower, let upper, _, _) = match.kernel.range.set else { return nil }
    let v = store.symbol("endpoint.v")
    var conditions: [Condition] = []
    for (end, inward) in [(lower, store.one), (upper, store.minusOne)] {
      guard let end, end != store.infinity else {
        // At infinity terms of different growth cannot cancel: each must converge by the kernel's own conditions there.
        guard terms.allSatisfy({ $0.monomial.shifts.enumerated().allSatisfy(keepsGrowth) }) else { return nil }
        continue
      }
      let near = store.sum([end, store.product([inward, v])])
      guard let found = exponents(terms, v, near) else { return nil }
      conditions += found.map { .relation(simplifier.normal(store.sum([$0, store.one])), .greater, store.zero) }
    }
    return conditions
  }

  /// Whether a shift leaves the statistic that decides at infinity alone: only powers may be shifted.
  private func keepsGrowth(_ parameter: Int, _ shift: Expr) -> Bool {
    shift == store.zero
      || match.kernel.statistics.contains { $0.parameter == parameter && store.logarithmArgument($0.function) != nil }
  }

  /// The leading exponents of the integrand at an endpoint, one for each class of exponents.
  private func exponents(_ terms: [Term], _ v: Expr, _ near: Expr) -> [Expr]? {
    var assumptions = simplifier.assumptions
    assumptions.assume(.relation(v, .greater, store.zero))
    assumptions.assume(.relation(v, .less, store.half))
    let local = simplifier.assuming(assumptions)
    var expansions: [StatisticExpansion] = []
    for statistic in match.kernel.statistics {
      let function = store.substitute(
        statistic.function, [(match.kernel.variable, near)] + match.rangeBindings)
      guard let expansion = StatisticExpansion(function, at: v, local) else { return nil }
      expansions.append(expansion)
    }
    var classes: [LocalSeries] = []
    for term in terms {
      let series = expanded(term, expansions)
      if let index = classes.firstIndex(where: { distance(series, $0) != nil }),
        let d = distance(series, classes[index])
      {
        classes[index] =
          d >= 0
          ? classes[index].adding(series, shiftedBy: d, store) : series.adding(classes[index], shiftedBy: -d, store)
      } else {
        classes.append(series)
      }
    }
    return classes.map { store.sum([$0.exponent, store.integer($0.leadingOrder(simplifier))]) }
  }

  /// The integer by which the exponent of one series exceeds that of another, or nil.
  private func distance(_ a: LocalSeries, _ b: LocalSeries) -> Int? {
    store.integerValue(simplifier.normal(store.difference(a.exponent, b.exponent)))
  }

  /// The density's factor and the term's, multiplied out.
  private func expanded(_ term: Term, _ expansions: [StatisticExpansion]) -> LocalSeries {
    var series = LocalSeries(exponent: store.zero, analytic: [term.coefficient])
    for (statistic, expansion) in zip(match.kernel.statistics, expansions) {
      var weight = store.substitute(statistic.offset, match.rangeBindings)
      var order = 0
      if let parameter = statistic.parameter {
        let value = store.sum([match.parameters[parameter], term.monomial.shifts[parameter]])
        weight = store.sum([weight, store.product([store.number(statistic.factor), value])])
        order = term.monomial.orders[parameter]
      }
      series = series.multiplied(by: exponential(weight, expansion), store)
      for _ in 0..<order { series = series.multiplied(by: power(expansion), store) }
    }
    return series
  }

  /// exp(weight * T) = v^(weight*slope) * exp(weight * (a_0 + a_1 v + …)), by the recurrence of the exponential.
  private func exponential(_ weight: Expr, _ expansion: StatisticExpansion) -> LocalSeries {
    let a = expansion.analytic.map { store.product([weight, $0]) }
    var c = [store.exp(a[0])]
    for k in 1..<LocalSeries.order {
      let parts = (1...k).map { store.product([store.number(Rational($0, k)), a[$0], c[k - $0]]) }
      c.append(store.sum(parts))
    }
    return LocalSeries(exponent: store.product([store.number(expansion.slope), weight]), analytic: c)
  }

  /// T itself as a series with a logarithm.
  private func power(_ expansion: StatisticExpansion) -> LocalSeries {
    var series = LocalSeries(exponent: store.zero, analytic: expansion.analytic)
    if !expansion.slope.isZero { series.coefficients.append([store.number(expansion.slope)]) }
    return series
  }
}
