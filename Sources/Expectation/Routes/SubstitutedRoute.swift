internal import Calculus
internal import Expressions

/// Densities that a change of variable brings to the real line, where a centre of symmetry or a kink is seen: log x has a
/// Student or a Laplace distribution.
struct SubstitutedRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard case .interval? = setting.observed.first?.range else { return nil }
    return SubstitutedRoute.first(for: setting, stages: 2) { range in
      range == .reals ? [FoldedRouteKind(), PartitionRouteKind()] : []
    }
  }
}

final class SubstitutedRoute: CarriedRoute {
  let id = "route.substituted"
  private let store: ExpressionStore
  private let density: TransformedDensity
  let route: any ExpectationRoute

  private init(_ store: ExpressionStore, _ density: TransformedDensity, _ route: any ExpectationRoute) {
    self.store = store
    self.density = density
    self.route = route
  }

  /// The first of a few densities, those that the density shows first, for which a kind of route applies that is tried on its
  /// range.
  static func first(
    for setting: DensitySetting, stages: Int, kinds: (NumberSet) -> [any ExpectationRouteKind]
  ) -> SubstitutedRoute? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let search = SubstitutionSearch(setting, observed, limits: .init(densities: 12, stages: stages, growth: 4))
    var position = 0
    while let density = search[position] {
      position += 1
      if density.change.stages.isEmpty { continue }
      let variables = density.change.stages.map(\.substitution.variable)
      let inner = DensitySetting(
        simplifier: density.simplifier.reserving(variables), logDensity: density.weight, observed: [density.observed])
      if let route = kinds(density.range).firstValue({ $0.prepared(for: inner) }) {
        return SubstitutedRoute(setting.store, density, route)
      }
    }
    return nil
  }

  var newVariables: [(Expr, Expr)] {
    let own = density.change.definitions(in: store)
    return route.newVariables.map { ($0.0, store.substitute($0.1, own)) } + own
  }

  func inObservedVariables(_ g: Expr, _ store: ExpressionStore) -> Expr {
    store.substitute(route.inObservedVariables(g, store), density.change.definitions(in: store))
  }

  func advance(_ derivation: inout Derivation) {
    guard density.carry(&derivation), store.expectationArgument(derivation.result) != nil else { return }
    route.advance(&derivation)
  }
}
