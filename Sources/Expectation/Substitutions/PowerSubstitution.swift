public import Expressions

/// u = c * x^p on the half-line, for a term c * x^p of the log-density.
public struct PowerSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each power of the observed variable that stands as a term of known sign.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    guard case .interval(let lower, let upper, _, _) = observed.range, lower == store.zero, upper == nil else {
      return []
    }
    var found: [Substitution] = []
    for term in store.terms(setting.logDensity) {
      guard let (coefficient, exponent) = power(of: observed.variable, in: term, store),
        setting.assumptions.isNonzero(exponent) == .yes, exponent != store.one
      else { continue }
      let scale: Expr
      switch (setting.assumptions.isPositive(coefficient), setting.assumptions.isNegative(coefficient)) {
      case (.yes, _): scale = coefficient
      case (_, .yes): scale = store.negated(coefficient)
      default: continue
      }
      found.append(substitution(observed, u, scale: scale, exponent: exponent, setting))
    }
    return found
  }

  private func substitution(
    _ observed: DensitySetting.Observed, _ u: Expr, scale: Expr, exponent: Expr, _ setting: DensitySetting
  ) -> Substitution {
    let store = setting.store
    let root = store.reciprocal(exponent)
    // x = (u/c)^(1/p), so log|dx/du| = (1/p - 1)*log(u) - log(c)/p - log|p|.
    let size = setting.assumptions.isNegative(exponent) == .yes ? store.negated(exponent) : exponent
    return Substitution(
      id: "substitution.power", variable: u,
      forward: store.product([scale, store.power(observed.variable, exponent)]),
      inverse: store.power(store.quotient(u, scale), root),
      logJacobian: store.sum([
        store.product([store.difference(root, store.one), store.log(u)]),
        store.negated(store.product([root, store.log(scale)])), store.negated(store.log(size)),
      ]),
      image: observed.range)
  }

  private func power(of x: Expr, in term: Expr, _ store: ExpressionStore) -> (coefficient: Expr, exponent: Expr)? {
    var coefficient: [Expr] = []
    var exponent: Expr?
    for factor in store.factors(term) {
      if !store.contains(factor, x) {
        coefficient.append(factor)
        continue
      }
      let (base, e) = store.baseAndExponent(factor)
      guard base == x, exponent == nil, !store.contains(e, x) else { return nil }
      exponent = e
    }
    return exponent.map { (store.product(coefficient), $0) }
  }
}
