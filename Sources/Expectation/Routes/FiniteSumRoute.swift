internal import Calculus
internal import Expressions
internal import Multiprecision

/// Supports with finitely many listed points, of one or several variables: the expectation is the sum over them.
struct FiniteSumRouteKind: ExpectationRouteKind {
  /// Longer lists are left to other routes.
  static let maximumPoints = 64

  /// A point of the support: a value for each observed variable.
  typealias Point = [(Expr, Expr)]

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard let points = Self.points(of: setting.observed[...], setting.store, given: []) else { return nil }
    return FiniteSumRoute(setting, points)
  }

  /// The points of nested ranges, each of which may depend on the variables before it.
  private static func points(
    of observed: ArraySlice<DensitySetting.Observed>, _ store: ExpressionStore, given: Point
  ) -> [Point]? {
    guard let first = observed.first else { return [given] }
    guard let values = values(of: first.range.substituting(given, in: store), store) else { return nil }
    var result: [Point] = []
    for value in values {
      guard let rest = points(of: observed.dropFirst(), store, given: given + [(first.variable, value)]) else {
        return nil
      }
      result += rest
      if result.count > maximumPoints { return nil }
    }
    return result
  }

  /// The values of a set that is listed, or of an integer range with literal bounds.
  private static func values(of range: NumberSet, _ store: ExpressionStore) -> [Expr]? {
    switch range {
    case .finite(let points): return points.count <= maximumPoints ? points : nil
    case .lattice(let lower?, let upper?):
      guard let a = store.integerValue(lower), let b = store.integerValue(upper), b >= a, b - a < maximumPoints else {
        return nil
      }
      return (a...b).map { store.integer($0) }
    default: return nil
    }
  }
}

final class FiniteSumRoute: ExpectationRoute {
  let id = "route.finite-sum"
  let lemmas: [Derivation] = []
  let newVariables: [(Expr, Expr)] = []
  let obstacles: [Obstacle] = []
  private let setting: DensitySetting
  private let points: [FiniteSumRouteKind.Point]
  private let masses: [Expr]

  init(_ setting: DensitySetting, _ points: [FiniteSumRouteKind.Point]) {
    self.setting = setting
    self.points = points
    masses = points.map { point in
      setting.simplifier.normal(setting.store.exp(setting.store.substitute(setting.logDensity, point)))
    }
  }

  var logMass: Expr? {
    setting.simplifier.normal(setting.store.log(setting.simplifier.normal(setting.store.sum(masses))))
  }

  var normalizer: Derivation? {
    var derivation = Derivation(.normalizer, from: setting.store.expectation(of: setting.store.one))
    advance(&derivation)
    return derivation
  }

  func advance(_ derivation: inout Derivation) {
    // The mean of 1 is the total mass, which only the sum shows.
    let isConstant = setting.store.expectationArgument(derivation.result).map { g in
      g != setting.store.one && !setting.store.containsAny(g, setting.observed.map(\.variable))
    }
    derivation.apply(sumRule(isConstant: isConstant ?? false), in: setting.store)
    let isShown = isConstant == false && points.count <= Self.shownPoints
    derivation.apply(isShown ? additionRule : setting.simplifier.normalFormRule, in: setting.store)
  }

  /// Up to this many points a reader wants to see the terms.
  private static let shownPoints = 4

  /// The normal form of a sum whose terms a reader has seen.
  private var additionRule: Rule {
    let simplifier = setting.simplifier
    return Rule(id: simplifier.normalFormRule.id, sentence: "added up") { Rewriting(simplifier.normal($0)) }
  }

  private func sumRule(isConstant: Bool) -> Rule {
    let (store, points, masses) = (setting.store, points, masses)
    let sentence = isConstant ? "as it does not depend on the observation" : "the sum over the points of the support"
    return Rule(id: "expectation.finite-sum", sentence: sentence) { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let terms = zip(points, masses).map { store.product([$1, store.substitute(g, $0)]) }
      return Rewriting(store.sum(terms))
    }
  }
}
