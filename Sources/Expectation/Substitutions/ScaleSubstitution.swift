public import Expressions

/// u = c*x on the half-line, where the density shows exp(c*x) or exp(-c*x) beside a logarithm of x.
public struct ScaleSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each rate of an exponential.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let (store, x) = (setting.store, observed.variable)
    guard case .interval(let lower, nil, _, _) = observed.range, lower == store.zero,
      store.contains(setting.logDensity, store.log(x))
    else { return [] }
    var rates: [Expr] = []
    for part in DensityParts(setting, x).parts(where: { store.exponentialArgument($0) != nil }) {
      guard let argument = store.exponentialArgument(part),
        let (slope, offset) = store.affine(argument, in: x, setting.simplifier), offset == store.zero,
        let rate = setting.size(of: slope), rate != store.one, !rates.contains(rate)
      else { continue }
      rates.append(rate)
    }
    return rates.map { rate in
      Substitution(
        id: "substitution.scale", variable: u, forward: store.product([rate, x]), inverse: store.quotient(u, rate),
        logJacobian: store.negated(store.log(rate)), image: observed.range)
    }
  }
}
