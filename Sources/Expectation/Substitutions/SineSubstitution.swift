internal import Calculus
public import Expressions

/// `u = sin(φ)^2` with `φ = (x - a) π/(2 (b - a))` on (a, b), where the density shows sines and cosines of quarter turns
/// away from φ or 2 φ: then `sin φ = √u`, `cos φ = √(1 - u)`, `sin 2φ = 2 √u √(1 - u)` and `cos 2φ = 1 - 2 u`.
public struct SineSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// One candidate, where every sine and cosine that the density shows is one of those.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let (store, x) = (setting.store, observed.variable)
    guard case .interval(let lower?, let upper?, _, _) = observed.range, let circular = CircularFunctions(store) else {
      return []
    }
    let waves = DensityParts(setting, x).parts { circular.argument(of: $0) != nil }
    let width = store.difference(upper, lower)
    let rate = setting.simplifier.normal(
      store.quotient(store.constant("pi"), store.product([store.two, width])))
    let angle = store.product([rate, store.difference(x, lower)])
    var shortcuts: [(Expr, Expr)] = []
    for wave in waves {
      guard let value = value(of: wave, circular, by: angle, rate, x, u, setting) else { return [] }
      shortcuts.append((wave, value))
    }
    guard !waves.isEmpty, setting.assumptions.isPositive(rate) == .yes,
      let arc = try? store.parse("asin(x)")
    else { return [] }
    let root = store.squareRoot(u)
    let rest = store.difference(store.one, u)
    // dx/du = 1/(2 w √u √(1 - u)).
    let halves = [store.log(u), store.log(rest)].map { store.product([store.half, $0]) }
    return [
      Substitution(
        id: "substitution.sine", variable: u, forward: store.square(circular.sine(of: angle)),
        inverse: store.sum([lower, store.quotient(store.substitute(arc, [(store.symbol("x"), root)]), rate)]),
        logJacobian: store.negated(store.sum([store.log(store.two), store.log(rate)] + halves)),
        image: .interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false),
        shortcuts: shortcuts)
    ]
  }

  /// A sine or cosine in terms of u; nil where its angle is not φ or 2 φ, but for quarter turns.
  private func value(
    of wave: Expr, _ circular: CircularFunctions, by angle: Expr, _ rate: Expr, _ x: Expr, _ u: Expr,
    _ setting: DensitySetting
  ) -> Expr? {
    let (store, simplifier) = (setting.store, setting.simplifier)
    guard let argument = circular.argument(of: wave), let (slope, _) = store.affine(argument, in: x, simplifier),
      let multiple = store.integerValue(simplifier.normal(store.quotient(slope, rate))), [1, 2].contains(abs(multiple))
    else { return nil }
    let offset = simplifier.normal(store.difference(argument, store.product([store.integer(multiple), angle])))
    // sin(t + n π/2) and cos(t + n π/2) for t = φ or 2 φ, under the name of x.
    let moved = store.substitute(wave, [(argument, store.sum([store.product([store.integer(multiple), x]), offset]))])
    guard store.isQuarterTurns(offset) else { return nil }
    let turned = store.withoutQuarterTurns(moved) ?? moved
    let (root, other) = (store.squareRoot(u), store.squareRoot(store.difference(store.one, u)))
    let double = store.product([store.two, x])
    return store.substitute(
      turned,
      [
        (circular.sine(of: double), store.product([store.two, root, other])),
        (circular.cosine(of: double), store.difference(store.one, store.product([store.two, u]))),
        (circular.sine(of: x), root), (circular.cosine(of: x), other),
      ])
  }
}
