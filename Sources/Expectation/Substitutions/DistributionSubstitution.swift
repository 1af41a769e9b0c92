internal import Calculus
public import Expressions

/// u = F(x) where the density shows a function F and its derivative, `f(x) = h(F(x)) F'(x)`; x itself is not solved for.
///
/// F is a call that is monotone by the function table, of an affine argument, or a product of two sums whose logarithms
/// stand in the density with the same coefficient. The candidate holds only if nothing of x is left beside u.
public struct DistributionSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: calls on the real line, then products on an interval.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    switch observed.range {
    case .reals: return calls(observed.variable, setting, u)
    case .interval(let lower?, let upper?, _, _): return products(observed.variable, lower, upper, setting, u)
    default: return []
    }
  }

  private func calls(_ x: Expr, _ setting: DensitySetting, _ u: Expr) -> [Substitution] {
    let store = setting.store
    let found = DensityParts(setting, x).parts { part in
      store.op(part) == .call && store.function(part)?.monotonicity != nil && store.function(part)?.bounds != nil
        && store.affine(store.operand(part, at: 0), in: x, setting.simplifier) != nil
    }
    return found.compactMap { call in
      guard let bounds = store.function(call)?.bounds, let lower = bounds.lower, let upper = bounds.upper else {
        return nil
      }
      let image = NumberSet.interval(
        lower: store.number(lower), upper: store.number(upper), lowerClosed: false, upperClosed: false)
      return substitution(x, call, image: image, shortcuts: [(call, u)], setting, u)
    }
  }

  private func products(
    _ x: Expr, _ lower: Expr, _ upper: Expr, _ setting: DensitySetting, _ u: Expr
  ) -> [Substitution] {
    let store = setting.store
    var logarithms: [(coefficient: Expr, argument: Expr)] = []
    for term in store.terms(setting.simplifier.expanded(setting.logDensity)) {
      let (free, function) = store.split(term, over: x)
      if let argument = store.logarithmArgument(function) { logarithms.append((free, argument)) }
    }
    var found: [Substitution] = []
    for (i, second) in logarithms.enumerated() {
      for first in logarithms[..<i] where haveCommonPart(first.coefficient, second.coefficient, store) {
        let product = store.product([first.argument, second.argument])
        func value(_ end: Expr) -> Expr { setting.simplifier.normal(store.substitute(product, [(x, end)])) }
        let ends = (value(lower), value(upper))
        guard ends.0 == store.zero || ends.1 == store.zero else { continue }
        let isRising = ends.0 == store.zero
        let image = NumberSet.interval(
          lower: store.zero, upper: isRising ? ends.1 : ends.0, lowerClosed: false, upperClosed: false)
        let rest = store.difference(store.log(u), store.log(first.argument))
        let shortcuts = [(store.log(second.argument), rest)]
        if let made = substitution(x, product, image: image, shortcuts: shortcuts, setting, u) { found.append(made) }
      }
    }
    return found
  }

  /// Whether two coefficients are equal up to numbers.
  private func haveCommonPart(_ a: Expr, _ b: Expr, _ store: ExpressionStore) -> Bool {
    store.isNumber(store.difference(a, b)) && !store.isNumber(a)
  }

  private func substitution(
    _ x: Expr, _ function: Expr, image: NumberSet, shortcuts: [(Expr, Expr)], _ setting: DensitySetting, _ u: Expr
  ) -> Substitution? {
    let store = setting.store
    var assumptions = setting.assumptions
    if case .interval(let lower, let upper, _, _)? = setting.observed.first?.range {
      assumptions.assume(
        .membership(x, .interval(lower: lower, upper: upper, lowerClosed: false, upperClosed: false)))
    }
    guard
      let slope = try? Differentiation(store, formulas: setting.simplifier.formulas).derivative(of: function, by: x)
    else { return nil }
    let factored = setting.simplifier.rational.factored(slope)
    let local = DensitySetting(
      simplifier: setting.simplifier.assuming(assumptions), logDensity: setting.logDensity, observed: setting.observed)
    guard let size = local.size(of: factored) else { return nil }
    return Substitution(
      id: "substitution.distribution", variable: u, forward: function, inverse: x,
      logJacobian: store.negated(local.simplifier.expandedLogarithms(store.log(size))), image: image,
      shortcuts: shortcuts)
  }
}
