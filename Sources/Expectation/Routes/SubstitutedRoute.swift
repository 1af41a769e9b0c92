internal import Calculus
internal import Expressions

/// Densities that a change of variable brings to another route: to the real line, where a centre of symmetry or a kink is
/// seen (log x has a Student or a Laplace distribution), or to a power on a bounded interval (exp(-x) of one on (0, 1)).
struct SubstitutedRouteKind: ExpectationRouteKind {
  /// Few candidates: those that the density shows come first.
  private static let limits = SubstitutionSearch.Limits(densities: 12, stages: 2, growth: 4)

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first, case .interval = observed.range else {
      return nil
    }
    let search = SubstitutionSearch(setting, observed, limits: Self.limits)
    var position = 0
    while let density = search[position] {
      position += 1
      if density.change.stages.isEmpty { continue }
      let routes = Self.routes(over: density.range)
      let variables = density.change.stages.map(\.substitution.variable)
      let inner = DensitySetting(
        simplifier: density.simplifier.reserving(variables), logDensity: density.weight, observed: [density.observed])
      if let route = routes.firstValue({ $0.prepared(for: inner) }) {
        return SubstitutedRoute(setting.store, density, route)
      }
    }
    return nil
  }

  private static func routes(over range: NumberSet) -> [any ExpectationRouteKind] {
    switch range {
    case .reals: [FoldedRouteKind(), PartitionRouteKind()]
    case .interval(_?, _?, _, _): [LaurentRouteKind()]
    default: []
    }
  }
}

final class SubstitutedRoute: CarriedRoute {
  let id = "route.substituted"
  private let store: ExpressionStore
  private let density: TransformedDensity
  let route: any ExpectationRoute

  init(_ store: ExpressionStore, _ density: TransformedDensity, _ route: any ExpectationRoute) {
    self.store = store
    self.density = density
    self.route = route
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
