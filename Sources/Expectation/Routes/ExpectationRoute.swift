public import Calculus
public import Expressions

/// A way of integrating functions of the observed variables against one density.
public protocol ExpectationRoute: AnyObject {
  /// The stable name of the route.
  var id: String { get }

  /// The logarithm of ∫ exp(logDensity), which is 0 for a normalised density; nil where the route cannot tell.
  var logMass: Expr? { get }

  /// The derivation of `expectation(1)`, which the density's own formula must bring to 1; nil where the route cannot tell.
  var normalizer: Derivation? { get }

  /// Takes the derivation of an expectation as far as the route can.
  ///
  /// - Parameter derivation: stands at `expectation(g)`; what the route cannot reach stays an `expectation` of the result.
  func advance(_ derivation: inout Derivation)

  /// The derivations of single moments that were used so far, in the order of first use.
  var lemmas: [Derivation] { get }

  /// The variables that the route introduced, each with its meaning in the observed variables.
  var newVariables: [(Expr, Expr)] { get }

  /// A function that a derivation of the route names, in the observed variables: with the same expectation.
  func inObservedVariables(_ g: Expr, _ store: ExpressionStore) -> Expr

  /// Why single terms could not be reached so far.
  var obstacles: [Obstacle] { get }
}

extension ExpectationRoute {
  /// The new variables written out.
  public func inObservedVariables(_ g: Expr, _ store: ExpressionStore) -> Expr { store.substitute(g, newVariables) }
}

/// A term that a route could not integrate: the nearest kernel, if any, and what failed.
public struct Obstacle: Error {
  /// The function of the observed variables whose expectation was wanted.
  public let term: Expr
  /// The nearest kernel's title.
  public let kernel: String?
  /// The condition that is not known to hold; nil where the term is not of the kernel's shape.
  public let condition: Condition?
}

/// A route that may or may not apply to a density.
public protocol ExpectationRouteKind: Sendable {
  /// The route prepared for a density, or nil where it does not apply.
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)?

  /// Whether points of an interval with a probability of their own are taken into account.
  var coversAtoms: Bool { get }

  /// Whether it is asked for expectations that an earlier route leaves.
  var isAlternative: Bool { get }
}

extension ExpectationRouteKind {
  /// Most routes integrate over intervals, or sum over lattices.
  public var coversAtoms: Bool { false }

  /// Most routes reach all that others reach.
  public var isAlternative: Bool { false }
}

/// The routes, one file each in this folder, in the order in which they are tried.
public let standardRoutes: [any ExpectationRouteKind] = [
  FiniteSumRouteKind(),
  PeriodicRouteKind(),
  AngularRouteKind(),
  LaurentRouteKind(),
  KernelRouteKind(),
  FoldedRouteKind(),
  UnfoldedRouteKind(),
  PartitionRouteKind(),
  SubstitutedRouteKind(),
  SegmentRouteKind(),
  IteratedRouteKind(),
]
