public import Expressions

/// u = c * exp(k*x) on an interval, for an exponential of an affine function of x that the density shows.
public struct ExponentialSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each exponential with a slope of known sign.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    let x = observed.variable
    guard let (lower, upper) = bounds(observed.range) else { return [] }
    var found: [Substitution] = []
    /// On a half-line, where the exponential grows without bound, the reciprocal lies on a bounded interval.
    var falling: [Substitution] = []
    for factor in DensityParts(setting, x).multiples(where: { store.exponentialArgument($0) != nil }) {
      guard let argument = store.exponentialArgument(factor.part),
        let (slope, offset) = store.affine(argument, in: x, setting.simplifier),
        let size = setting.size(of: slope)
      else { continue }
      // A factor of unknown sign stays where it is.
      let scale = setting.size(of: factor.coefficient) ?? store.one
      // u = scale * exp(offset + slope*x), so x = (log u - log(scale) - offset)/slope and dx/du = 1/(slope*u).
      let forward = store.product([scale, store.exp(argument)])
      func image(_ bound: Expr?) -> Expr? {
        bound.map { setting.simplifier.normal(store.substitute(forward, [(x, $0)])) }
      }
      let ends = size == slope ? (image(lower) ?? store.zero, image(upper)) : (image(upper) ?? store.zero, image(lower))
      func substitution(_ forward: Expr, inverse: Expr, lower: Expr, upper: Expr?) -> Substitution {
        Substitution(
          id: "substitution.exponential", variable: u, forward: forward, inverse: inverse,
          logJacobian: store.negated(store.sum([store.log(size), store.log(u)])),
          image: .interval(lower: lower, upper: upper, lowerClosed: false, upperClosed: false))
      }
      let logarithm = store.difference(store.log(u), store.sum([store.log(scale), offset]))
      found.append(
        substitution(forward, inverse: store.quotient(logarithm, slope), lower: ends.0, upper: ends.1))
      if ends.1 == nil, ends.0 != store.zero, scale == store.one {
        let inverse = store.quotient(store.sum([store.log(u), offset]), store.negated(slope))
        falling.append(
          substitution(
            store.exp(store.negatedTerms(argument)), inverse: inverse, lower: store.zero,
            upper: store.reciprocal(ends.0)))
      }
    }
    return found + falling.filter { other in !found.contains { $0.forward == other.forward } }
  }

  /// The bounds of an interval, nil where it is unbounded; nil for other sets.
  private func bounds(_ range: NumberSet) -> (lower: Expr?, upper: Expr?)? {
    switch range {
    case .reals: return (nil, nil)
    case .interval(let lower, let upper, _, _): return (lower, upper)
    default: return nil
    }
  }
}
