public import Expressions

/// u = c * exp(k*x) on the real line, for an exponential of an affine function of x that the density shows.
public struct ExponentialSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each exponential with a slope of known sign.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    guard case .reals = observed.range else { return [] }
    let store = setting.store
    var found: [Substitution] = []
    for factor in DensityParts(setting, observed.variable).multiples(where: { store.exponentialArgument($0) != nil }) {
      guard let argument = store.exponentialArgument(factor.part),
        let (slope, offset) = store.affine(argument, in: observed.variable, setting.simplifier),
        let scale = setting.size(of: factor.coefficient), let size = setting.size(of: slope)
      else { continue }
      // u = scale * exp(offset + slope*x), so x = (log u - log(scale) - offset)/slope and dx/du = 1/(slope*u).
      let logU = store.difference(store.log(u), store.sum([store.log(scale), offset]))
      found.append(
        Substitution(
          id: "substitution.exponential", variable: u, forward: store.product([scale, store.exp(argument)]),
          inverse: store.quotient(logU, slope), logJacobian: store.negated(store.sum([store.log(size), store.log(u)])),
          image: .interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false)))
    }
    return found
  }
}
