internal import Calculus
internal import Expressions

/// A route that carries a density over to another one, which a further route integrates.
protocol CarriedRoute: ExpectationRoute {
  /// The route of the other density.
  var route: any ExpectationRoute { get }
}

extension CarriedRoute {
  var logMass: Expr? { route.logMass }
  var normalizer: Derivation? { route.normalizer }
  var lemmas: [Derivation] { route.lemmas }
  var obstacles: [Obstacle] { route.obstacles }
}
