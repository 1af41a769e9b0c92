internal import Calculus
internal import Expressions

/// Expectations of periodic functions: shifted to the density's centre, and folded where the density is even about it.
final class PeriodicRoute: CarriedRoute {
  let id = "route.periodic"
  private let setting: DensitySetting
  private let shifted: DensitySetting
  private let store: ExpressionStore
  private let centre: Expr
  private let speed: Expr
  private let inverse: Expr
  let route: any ExpectationRoute
  private let isEven: Bool

  init(
    _ setting: DensitySetting, _ shifted: DensitySetting, centre: Expr, speed: Expr, inverse: Expr,
    _ route: any ExpectationRoute
  ) {
    self.setting = setting
    self.shifted = shifted
    store = setting.store
    self.centre = centre
    self.speed = speed
    self.inverse = inverse
    self.route = route
    let u = shifted.observed[0].variable
    let mirrored = shifted.simplifier.expandedAngles(
      store.substitute(shifted.logDensity, [(u, store.negated(u))]))
    isEven = shifted.simplifier.isZero(store.difference(shifted.logDensity, mirrored))
  }

  private var variable: Expr { setting.observed[0].variable }
  private var angle: Expr { shifted.observed[0].variable }
  private var definition: Expr {
    store.product([speed, store.difference(variable, centre)])
  }
  var newVariables: [(Expr, Expr)] {
    route.newVariables.map { ($0.0, store.substitute($0.1, [(angle, definition)])) } + [(angle, definition)]
  }

  func advance(_ derivation: inout Derivation) {
    guard derivation.apply(shiftRule, in: store) else { return }
    if isEven { derivation.apply(parityRule, in: store) }
    if store.expectationArgument(derivation.result) != nil { route.advance(&derivation) }
  }

  /// E[g(x)] = E[g(c + u/w)] over one period, which may begin anywhere.
  private var shiftRule: Rule {
    let (setting, shifted, store, variable, inverse, speed) = (setting, shifted, store, variable, inverse, speed)
    let bindings = [Rewriting.Binding("u", angle), Rewriting.Binding("definition", definition)]
    return Rule(id: "expectation.period", sentence: "over a full period, with {u} = {definition}") { e in
      guard let g = store.expectationArgument(e), let own = setting.angularSpeed(of: g, in: variable),
        own == store.zero || own == speed
      else { return nil }
      let after = shifted.simplifier.expandedAngles(store.substitute(g, [(variable, inverse)]))
      return Rewriting(store.expectation(of: after), bindings: bindings)
    }
  }

  /// E[g(u)] = E[(g(u) + g(-u))/2], in which every sine is squared: sin(u)^2 = 1 - cos(u)^2.
  private var parityRule: Rule {
    let (store, simplifier, u) = (store, shifted.simplifier, angle)
    return Rule(id: "expectation.parity", sentence: "what is odd in {u} has mean 0, and sin({u})^2 = 1 - cos({u})^2") {
      e in
      guard let g = store.expectationArgument(e) else { return nil }
      let mirrored = simplifier.expandedAngles(store.substitute(g, [(u, store.negated(u))]))
      let mean = simplifier.expanded(store.product([store.half, store.sum([g, mirrored])]))
      let even = simplifier.normal(simplifier.sinesAsCosines(mean))
      let after = store.contains(even, u) ? store.expectation(of: even) : even
      return Rewriting(after, bindings: [.init("u", u)])
    }
  }
}
