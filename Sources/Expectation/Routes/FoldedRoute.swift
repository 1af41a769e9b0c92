internal import Calculus
internal import Expressions

/// Densities on the real line that are symmetric about a point, kinked there or not: folded onto the half-line.
///
/// With z = |x - m| and p(m + z) = p(m - z), `E[g(x)] = E[(g(m + z) + g(m - z))/2]`, z with density 2 p(m + z).
struct FoldedRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first, case .reals = observed.range else {
      return nil
    }
    let store = setting.store
    let z = setting.freshVariable(["z", "t", "r", "v", "w"])
    let half = NumberSet.interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false)
    var assumptions = setting.assumptions
    assumptions.assume(.membership(z, half))
    let inner = setting.simplifier.assuming(assumptions)
    for centre in AffineSubstitution().centres(of: observed.variable, in: setting) + [store.zero] {
      let above = folded(setting, observed.variable, store.sum([centre, z]), z, inner)
      let below = folded(setting, observed.variable, store.difference(centre, z), z, inner)
      guard above == below || inner.isZero(store.difference(above, below)) else { continue }
      let density = inner.expandedLogarithms(store.sum([above, store.log(store.two)]))
      let halved = DensitySetting(simplifier: inner, logDensity: density, observed: [.init(z, in: half)])
      guard let route = KernelRouteKind().prepared(for: halved) else { continue }
      return FoldedRoute(setting, observed.variable, centre: centre, z, inner, route)
    }
    return nil
  }

  private func folded(_ setting: DensitySetting, _ x: Expr, _ value: Expr, _ z: Expr, _ inner: Simplifier) -> Expr {
    inner.settled(setting.store.substitute(setting.logDensity, [(x, value)]), in: z)
  }
}

final class FoldedRoute: CarriedRoute {
  let id = "route.folded"
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let variable: Expr
  private let centre: Expr
  private let distance: Expr
  private let inner: Simplifier
  let route: any ExpectationRoute

  init(
    _ setting: DensitySetting, _ variable: Expr, centre: Expr, _ distance: Expr, _ inner: Simplifier,
    _ route: any ExpectationRoute
  ) {
    self.setting = setting
    store = setting.store
    self.variable = variable
    self.centre = centre
    self.distance = distance
    self.inner = inner
    self.route = route
  }

  var newVariables: [(Expr, Expr)] {
    let definition = [(distance, store.call("abs", [store.difference(variable, centre)]))]
    return route.newVariables.map { ($0.0, store.substitute($0.1, definition)) } + definition
  }

  func advance(_ derivation: inout Derivation) {
    derivation.apply(foldingRule, in: store)
    if store.expectationArgument(derivation.result) != nil { route.advance(&derivation) }
  }

  /// E[g(x)] = E[(g(m + z) + g(m - z))/2].
  private var foldingRule: Rule {
    let (store, inner, x, m, z) = (store, inner, variable, centre, distance)
    return Rule(
      id: "expectation.folding", sentence: "by symmetry about {m}, with {z} the distance from it"
    ) { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let above = store.substitute(g, [(x, store.sum([m, z]))])
      let below = store.substitute(g, [(x, store.difference(m, z))])
      let mean = inner.textbookForm(store.product([store.half, store.sum([above, below])]))
      let after = store.contains(mean, z) ? store.expectation(of: mean) : mean
      return Rewriting(after, bindings: [.init("m", m), .init("z", z)])
    }
  }
}
