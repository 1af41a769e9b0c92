internal import Calculus
internal import Expressions

/// Expectations of periodic functions: shifted to the density's centre, and folded where the density is even about it.
final class PeriodicRoute: CarriedRoute {
  let id = "route.periodic"
  private let setting: DensitySetting
  private let shifted: DensitySetting
  private let store: ExpressionStore
  private let change: Period
  let route: any ExpectationRoute
  private let isEven: Bool

  init(
    _ setting: DensitySetting, _ shifted: DensitySetting, _ change: Period, isEven: Bool, _ route: any ExpectationRoute
  ) {
    self.setting = setting
    self.shifted = shifted
    store = setting.store
    self.change = change
    self.route = route
    self.isEven = isEven
  }

  var newVariables: [(Expr, Expr)] {
    let own = [(change.angle, change.definition)]
    return route.newVariables.map { ($0.0, store.substitute($0.1, own)) } + own
  }

  func advance(_ derivation: inout Derivation) {
    guard derivation.apply(shiftRule, in: store) else { return }
    if isEven { derivation.apply(parityRule, in: store) }
    if store.expectationArgument(derivation.result) != nil { route.advance(&derivation) }
  }

  /// E[g(x)] = E[g(c + (u + φ)/w)] over one period, which may begin anywhere.
  private var shiftRule: Rule {
    let (setting, store, change) = (setting, store, change)
    let bindings = [Rewriting.Binding("u", change.angle), Rewriting.Binding("definition", change.definition)]
    return Rule(id: "expectation.period", sentence: "over a full period, with {u} = {definition}") { e in
      guard let g = store.expectationArgument(e),
        let speed = setting.angularSpeed(of: g, in: setting.observed[0].variable),
        speed == store.zero || speed == change.speed
      else { return nil }
      return Rewriting(store.expectation(of: change.applied(to: g)), bindings: bindings)
    }
  }

  /// E[g(u)] = E[(g(u) + g(-u))/2], in which every sine is squared: sin(u)^2 = 1 - cos(u)^2.
  private var parityRule: Rule {
    let (store, simplifier, u) = (store, shifted.simplifier, change.angle)
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
