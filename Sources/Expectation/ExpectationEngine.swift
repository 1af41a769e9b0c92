public import Calculus
public import Expressions

/// Derives expectations under one density, by the first route that applies to it.
public final class ExpectationEngine {
  /// The density.
  public let setting: DensitySetting
  private let route: (any ExpectationRoute)?
  private let furtherKinds: [any ExpectationRouteKind]
  /// The routes that are asked for what the first one leaves; prepared when it leaves something.
  private lazy var alternatives = preparedAlternatives()
  private var usesAlternatives = false
  private var leavesSomething = false

  /// Prepares the engine for a density: finds a route, without integrating anything yet.
  public init(_ setting: DensitySetting, routes: [any ExpectationRouteKind] = standardRoutes) {
    self.setting = setting
    let hasAtoms = setting.hasAtoms
    let kinds = routes.filter { !hasAtoms || $0.coversAtoms }
    let found = kinds.enumerated().firstValue { position, kind in
      kind.prepared(for: setting).map { (position: position, route: $0) }
    }
    route = found?.route
    furtherKinds = found.map { kinds[($0.position + 1)...].filter(\.isAlternative) } ?? []
  }

  private func preparedAlternatives() -> [any ExpectationRoute] {
    var taken = route?.newVariables.map(\.0) ?? []
    var found: [any ExpectationRoute] = []
    for kind in furtherKinds {
      let apart = DensitySetting(
        simplifier: setting.simplifier.reserving(taken), logDensity: setting.logDensity, observed: setting.observed,
        isNormalized: setting.isNormalized)
      guard let route = kind.prepared(for: apart) else { continue }
      found.append(route)
      taken += route.newVariables.map(\.0)
    }
    return found
  }

  /// The first route, and the alternatives if one of them gave something.
  private var used: [any ExpectationRoute] { (route.map { [$0] } ?? []) + (usesAlternatives ? alternatives : []) }

  /// The logarithm of ∫ exp(logDensity) in closed form, or nil where no route gives it.
  public var logMass: Expr? { route?.logMass }

  /// The derivation of `expectation(1)` from the density's formula, or nil where no route gives it.
  public var normalizer: Derivation? { route?.normalizer }

  /// Takes a derivation that stands at an expectation as far as the routes reach: the first one, or an alternative that
  /// leaves nothing where that one does.
  func advance(_ derivation: inout Derivation) {
    let start = derivation
    route?.advance(&derivation)
    guard setting.store.containsExpectation(derivation.result), !furtherKinds.isEmpty else { return }
    for alternative in alternatives {
      var other = start
      alternative.advance(&other)
      if !setting.store.containsExpectation(other.result) {
        derivation = other
        usesAlternatives = true
        return
      }
    }
    leavesSomething = true
  }

  /// The meaning of variables that the routes introduced, in the observed ones.
  public var newVariables: [(Expr, Expr)] { used.flatMap(\.newVariables) }

  /// Derives E[g] as far as the routes reach; without a route the derivation has no step.
  public func derive(_ g: Expr, _ topic: Derivation.Topic) -> Derivation {
    var derivation = Derivation(topic, from: setting.store.expectation(of: g))
    advance(&derivation)
    return derivation
  }

  /// The moments that were used so far, each a derivation of its own.
  public var lemmas: [Derivation] { used.flatMap(\.lemmas) }

  /// A function that a derivation names, in the observed variables: the variables of a substitution written out.
  public func inObservedVariables(_ g: Expr) -> Expr {
    let moved = used.reduce(g) { $1.inObservedVariables($0, setting.store) }
    return moved == g ? g : withSimpleDivisors(moved)
  }

  /// Why single terms could not be integrated so far.
  public var obstacles: [Obstacle] { leavesSomething || furtherKinds.isEmpty ? route?.obstacles ?? [] : [] }

  /// With `(b - x)/(b - a)` for a divisor `1 - (x - a)/(b - a)`, which has lost its digits where it vanishes.
  private func withSimpleDivisors(_ e: Expr) -> Expr {
    let store = setting.store
    let (base, exponent) = store.baseAndExponent(e)
    if store.op(base) == .sum, let power = store.numberValue(exponent), power.signum < 0 {
      let normal = setting.simplifier.normal(base)
      if store.nodeCount(normal) < store.nodeCount(base) { return store.power(normal, exponent) }
    }
    return store.mapOperands(e) { withSimpleDivisors($0) }
  }
}
