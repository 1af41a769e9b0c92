internal import Calculus
public import Expressions

/// For which parameters the expectation of a function of one continuous variable exists, read off the leading powers of
/// the whole integrand at each end of the support and at each kink.
///
/// `∫_0 v^e |log v|^m dv` is finite for e > -1 alone, so every exponent e of the integrand's expansion gives an inequality;
/// where the density falls off faster than any power there is none.
public struct Integrability {
  private let setting: DensitySetting
  private let variable: Expr
  private let approaches: [Approach]
  private let densities = KnownDensities()
  private var store: ExpressionStore { setting.store }

  /// A density near one point: its logarithm, and itself where it does not fall off faster than any power.
  private struct LocalDensity {
    /// The expansions, with what they know already.
    var expansion: EndExpansion
    let assumptions: Assumptions
    /// The terms of the logarithm that grow.
    let large: [PowerLogSeries.Term]
    let series: PowerLogSeries?
  }

  /// The density near the points that have been asked for.
  private final class KnownDensities {
    var found: [Expr: LocalDensity?] = [:]
  }

  /// One way to a point of the support: x as a function of v → 0+, and the power of v in dx/dv.
  private struct Approach {
    let x: Expr
    let jacobian: Expr
    /// The same point in the variable v = exp(-|x|), for densities that fall off exponentially.
    var exponential: Expr?
  }

  /// Prepares the analysis of a density; nil for several observed variables or a discrete one.
  public init?(_ setting: DensitySetting) {
    guard setting.observed.count == 1, let observed = setting.observed.first, !observed.range.isDiscrete else {
      return nil
    }
    // What is found at an atom is finite; only what lies off the atoms can diverge.
    self.setting = setting.hasAtoms ? setting.withoutAtoms : setting
    variable = observed.variable
    let store = setting.store
    let v = store.symbol("endpoint.v")
    func finite(_ bound: Expr?) -> Expr? { bound.flatMap { store.contains($0, store.infinity) ? nil : $0 } }
    func towards(_ point: Expr, _ side: Expr) -> Approach {
      Approach(x: store.sum([point, store.product([side, v])]), jacobian: store.zero)
    }
    func infinite(_ sign: Expr) -> Approach {
      Approach(
        x: store.quotient(sign, v), jacobian: store.integer(-2),
        exponential: store.product([store.negated(sign), store.log(v)]))
    }
    var (lower, upper): (Expr?, Expr?) = (nil, nil)
    if case .interval(let a, let b, _, _) = observed.range { (lower, upper) = (finite(a), finite(b)) }
    var found = [
      lower.map { towards($0, store.one) } ?? infinite(store.minusOne),
      upper.map { towards($0, store.minusOne) } ?? infinite(store.one),
    ]
    for kink in store.kinks(of: setting.logDensity, in: observed.variable) {
      found += [towards(kink, store.one), towards(kink, store.minusOne)]
    }
    approaches = found
  }

  /// The conditions under which `E[g]` is finite, besides what is assumed already; nil where they could not be told.
  public func conditions(for g: Expr) -> [Condition]? {
    var result: [Condition] = []
    for approach in approaches {
      let found =
        conditions(g, approach.x, jacobian: approach.jacobian)
        ?? approach.exponential.flatMap { conditions(g, $0, jacobian: store.minusOne) }
      guard let found else { return nil }
      result += found.filter { !result.contains($0) }
    }
    return result
  }

  /// The leading term `c*d^e` of the density in the distance d from a finite end of the support; nil where it has none.
  public func density(at end: Expr, isLower: Bool) -> (coefficient: Expr, exponent: Expr)? {
    let v = store.symbol("endpoint.v")
    var expansion = expansion(v).expansion
    let x = isLower ? store.sum([end, v]) : store.difference(end, v)
    guard let exponent = expansion.series(store.substitute(setting.logDensity, [(variable, x)])),
      let density = expansion.exponential(exponent), let lead = expansion.arithmetic.leading(density),
      lead.logarithms == 0
    else { return nil }
    return (lead.coefficient, lead.exponent)
  }

  /// Expansions in v, with what is known of the parameters alone.
  private func expansion(_ v: Expr) -> (expansion: EndExpansion, assumptions: Assumptions) {
    var assumptions = Assumptions(store)
    assumptions.assume(
      setting.assumptions.conditions.filter { !$0.freeSymbols(in: store).contains(variable) }
        + [.relation(v, .greater, store.zero), .relation(v, .less, store.half)])
    return (EndExpansion(at: v, setting.simplifier.assuming(assumptions)), assumptions)
  }

  private func conditions(_ g: Expr, _ x: Expr, jacobian: Expr) -> [Condition]? {
    guard var density = localDensity(x) else { return nil }
    let continuous = setting.resolvingBrackets(g, variable, at: nil)
    let integrand = density.expansion.series(store.substitute(continuous, [(variable, x)]))
    densities.found[x] = .some(density)
    guard let integrand else { return nil }
    if !density.large.isEmpty {
      // exp of something that tends to -inf like a power, or like log(v)^2, outweighs every power of v.
      return dominates(density.large, density.expansion.arithmetic) ? [] : nil
    }
    guard let series = density.series else { return nil }
    // No coefficient matters where all products of two terms have an integral.
    if isIntegrable(series, integrand, jacobian, density.assumptions) { return [] }
    guard let whole = density.expansion.arithmetic.product(series, integrand) else { return nil }
    return conditions(whole, jacobian, density.assumptions)
  }

  private func localDensity(_ x: Expr) -> LocalDensity? {
    if let known = densities.found[x] { return known }
    let made = freshDensity(x)
    densities.found[x] = .some(made)
    return made
  }

  private func freshDensity(_ x: Expr) -> LocalDensity? {
    var (expansion, assumptions) = expansion(store.symbol("endpoint.v"))
    guard let exponent = expansion.series(store.substitute(setting.logDensity, [(variable, x)])) else { return nil }
    let large = exponent.terms.filter { !expansion.isSmall($0) && !($0.exponent == store.zero && $0.logarithms <= 1) }
    let series = large.isEmpty ? expansion.exponential(exponent) : nil
    return LocalDensity(expansion: expansion, assumptions: assumptions, large: large, series: series)
  }

  /// Whether each term of one series times each of another has an integral, remainders included.
  private func isIntegrable(
    _ a: PowerLogSeries, _ b: PowerLogSeries, _ jacobian: Expr, _ assumptions: Assumptions
  ) -> Bool {
    func exponents(_ series: PowerLogSeries) -> Set<Expr> {
      Set(series.terms.map(\.exponent) + series.remainders)
    }
    let (left, right) = (exponents(a), exponents(b))
    return left.allSatisfy { e in
      right.allSatisfy { f in
        assumptions.isPositive(store.sum([e, f, jacobian, store.one])) == .yes
      }
    }
  }

  /// Whether the largest of several growing terms tends to minus infinity.
  private func dominates(_ terms: [PowerLogSeries.Term], _ arithmetic: SeriesArithmetic) -> Bool {
    let assumptions = arithmetic.simplifier.assumptions
    guard let lead = arithmetic.leading(PowerLogSeries(terms)) else {
      return terms.allSatisfy { isNegative($0, assumptions) && grows($0, assumptions) }
    }
    return isNegative(lead, assumptions) && grows(lead, assumptions)
  }

  private func grows(_ term: PowerLogSeries.Term, _ assumptions: Assumptions) -> Bool {
    assumptions.isNegative(term.exponent) == .yes || (term.exponent == store.zero && term.logarithms > 1)
  }

  private func isNegative(_ term: PowerLogSeries.Term, _ assumptions: Assumptions) -> Bool {
    let sign = term.logarithms.isMultiple(of: 2) ? term.coefficient : store.negated(term.coefficient)
    return assumptions.isNegative(sign) == .yes
  }

  /// Every exponent above -1, those that follow from the others left out.
  private func conditions(_ whole: PowerLogSeries, _ jacobian: Expr, _ assumptions: Assumptions) -> [Condition]? {
    func excess(_ exponent: Expr) -> Expr {
      setting.simplifier.normal(store.sum([exponent, jacobian, store.one]))
    }
    let open = whole.terms.map { Condition.relation(excess($0.exponent), .greater, store.zero) }
      .filter { assumptions.holds($0) != .yes }
    let minimal = Condition.minimal(open, under: assumptions)
    let all = assumptions.assuming(minimal)
    let remainders = whole.remainders.map { Condition.relation(excess($0), .greater, store.zero) }
    return remainders.allSatisfy { all.holds($0) == .yes } ? minimal : nil
  }
}

extension Condition {
  /// The conditions that are left when those that follow from the others are dropped.
  public static func minimal(_ conditions: [Condition], under assumptions: Assumptions) -> [Condition] {
    var result: [Condition] = []
    for condition in conditions {
      if assumptions.assuming(result).holds(condition) == .yes { continue }
      result.append(condition)
    }
    for condition in result where result.count > 1 {
      let others = result.filter { $0 != condition }
      if assumptions.assuming(others).holds(condition) == .yes { result = others }
    }
    return result
  }
}
