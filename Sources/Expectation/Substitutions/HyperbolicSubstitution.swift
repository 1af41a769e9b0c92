internal import Calculus
public import Expressions

/// x = m + d*(u - 1/u)/2 on the real line, for a square root of a quadratic `a*((x - m)^2 + d^2)` that the density shows:
/// then the root is `sqrt(a)*d*(u + 1/u)/2`, and u = exp(asinh((x - m)/d)).
public struct HyperbolicSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each root of a quadratic that is positive everywhere.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    guard case .reals = observed.range else { return [] }
    let store = setting.store
    let x = observed.variable
    let roots = DensityParts(setting, x).parts { part in
      store.op(part) == .power && store.numberValue(store.baseAndExponent(part).1).map { !$0.isInteger } == true
    }
    var found: [Substitution] = []
    var radicands: [Expr] = []
    for root in roots {
      let radicand = store.baseAndExponent(root).0
      guard !radicands.contains(radicand), let quadratic = Quadratic(radicand, in: x, setting.simplifier) else {
        continue
      }
      radicands.append(radicand)
      if let substitution = substitution(radicand, quadratic, x, setting, u) { found.append(substitution) }
    }
    return found
  }

  private func substitution(
    _ radicand: Expr, _ quadratic: Quadratic, _ x: Expr, _ setting: DensitySetting, _ u: Expr
  ) -> Substitution? {
    let store = setting.store
    let (scale, centre, square) = (quadratic.scale, quadratic.centre, quadratic.rest)
    guard setting.assumptions.isPositive(scale) == .yes, setting.assumptions.isPositive(square) == .yes else {
      return nil
    }
    let distance = setting.simplifier.expandedLogarithms(store.power(square, store.half))
    let sine = store.product([store.half, store.difference(u, store.reciprocal(u))])
    let cosine = store.product([store.half, store.sum([u, store.reciprocal(u)])])
    let root = store.product([store.power(scale, store.half), distance, cosine])
    let offset = store.difference(x, centre)
    let length = store.power(store.sum([store.power(offset, store.two), square]), store.half)
    return Substitution(
      id: "substitution.hyperbolic", variable: u,
      forward: store.quotient(store.sum([offset, length]), distance),
      inverse: store.sum([centre, store.product([distance, sine])]),
      logJacobian: store.sum([store.log(distance), store.log(cosine), store.negated(store.log(u))]),
      image: .interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false),
      shortcuts: [(radicand, store.power(root, store.two))])
  }
}
