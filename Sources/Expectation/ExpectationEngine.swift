public import Calculus
public import Expressions

/// Derives expectations under one density, by the first route that applies to it.
public final class ExpectationEngine {
  /// The density.
  public let setting: DensitySetting
  private let route: (any ExpectationRoute)?

  /// Prepares the engine for a density: finds a route, without integrating anything yet.
  public init(_ setting: DensitySetting, routes: [any ExpectationRouteKind] = standardRoutes) {
    self.setting = setting
    let hasAtoms = setting.hasAtoms
    route = routes.filter { !hasAtoms || $0.coversAtoms }.firstValue { $0.prepared(for: setting) }
  }

  /// The logarithm of ∫ exp(logDensity) in closed form, or nil where no route gives it.
  public var logMass: Expr? { route?.logMass }

  /// The derivation of `expectation(1)` from the density's formula, or nil where no route gives it.
  public var normalizer: Derivation? { route?.normalizer }

  /// Takes a derivation that stands at an expectation as far as the routes reach.
  func advance(_ derivation: inout Derivation) { route?.advance(&derivation) }

  /// The meaning of variables that the route introduced, in the observed ones.
  public var newVariables: [(Expr, Expr)] { route?.newVariables ?? [] }

  /// Derives E[g] as far as the routes reach; without a route the derivation has no step.
  public func derive(_ g: Expr, _ topic: Derivation.Topic) -> Derivation {
    var derivation = Derivation(topic, from: setting.store.expectation(of: g))
    advance(&derivation)
    return derivation
  }

  /// The moments that were used so far, each a derivation of its own.
  public var lemmas: [Derivation] { route?.lemmas ?? [] }

  /// A function that a derivation names, in the observed variables: the variables of a substitution written out.
  public func inObservedVariables(_ g: Expr) -> Expr {
    route?.inObservedVariables(g, setting.store) ?? g
  }

  /// Why single terms could not be integrated so far.
  public var obstacles: [Obstacle] { route?.obstacles ?? [] }
}
