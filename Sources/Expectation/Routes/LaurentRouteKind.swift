internal import Calculus
internal import Expressions

/// Densities of one variable that are a power of a function whose every integer power has a known integral.
struct LaurentRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let u = setting.freshVariable(["u", "k", "v", "w", "z"])
    for substitution in AffineSubstitution().candidates(for: observed, of: setting, to: u) {
      let isSame = substitution.id == "substitution.none"
      let moved = isSame ? setting : self.setting(setting, observed.variable, substitution)
      for kind in standardLaurentKernels {
        guard let kernel = kind.kernel(of: moved) else { continue }
        return LaurentRoute(moved, kernel, original: observed.variable, isSame ? nil : substitution)
      }
    }
    return nil
  }

  /// The density of the new variable.
  private func setting(_ setting: DensitySetting, _ x: Expr, _ substitution: Substitution) -> DensitySetting {
    let store = setting.store
    let simplifier = setting.simplifier.assuming(
      setting.assumptions.assuming([.membership(substitution.variable, substitution.image)]))
    let density = store.sum([
      store.substitute(setting.logDensity, [(x, substitution.inverse)]), substitution.logJacobian,
    ])
    return DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(density),
      observed: [.init(substitution.variable, in: substitution.image)])
  }
}
