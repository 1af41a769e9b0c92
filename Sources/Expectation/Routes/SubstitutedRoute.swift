internal import Calculus
internal import Expressions

/// Densities that a change of variable brings to another route.
struct SubstitutedRouteKind: ExpectationRouteKind {
  /// Where the new variable lies.
  enum Image {
    /// On the real line, where a centre of symmetry or a kink is seen: log x has a Student or a Laplace distribution.
    case line
    /// On a bounded interval, with the power of a linear function as its density: exp(-x) of one on (0, 1).
    case segment
  }

  private let image: Image

  init(to image: Image) {
    self.image = image
  }

  /// A power of a linear function has means of further powers that no kernel for its factors has.
  var isAlternative: Bool { image == .segment }

  /// Few candidates: those that the density shows come first; from the line to a segment, one step is that of a
  /// distribution function, which the density shows at once.
  private func limits(_ range: NumberSet) -> SubstitutionSearch.Limits {
    SubstitutionSearch.Limits(densities: 12, stages: range == .reals ? 1 : 2, growth: 4)
  }

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first, isWorthTrying(observed.range) else {
      return nil
    }
    let search = SubstitutionSearch(setting, observed, limits: limits(observed.range))
    var position = 0
    while let density = search[position] {
      position += 1
      if density.change.stages.isEmpty { continue }
      let routes = routes(over: density.range)
      let variables = density.change.stages.map(\.substitution.variable)
      let inner = DensitySetting(
        simplifier: density.simplifier.reserving(variables), logDensity: density.weight, observed: [density.observed])
      if let route = routes.firstValue({ $0.prepared(for: inner) }) {
        return SubstitutedRoute(setting.store, density, route)
      }
    }
    return nil
  }

  private func isWorthTrying(_ range: NumberSet) -> Bool {
    switch (image, range) {
    case (_, .interval), (.segment, .reals): true
    default: false
    }
  }

  private func routes(over range: NumberSet) -> [any ExpectationRouteKind] {
    switch (image, range) {
    case (.line, .reals): [FoldedRouteKind(), PartitionRouteKind()]
    case (.segment, .interval(_?, _?, _, _)): [LaurentRouteKind()]
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
