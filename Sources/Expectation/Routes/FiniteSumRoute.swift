internal import Calculus
internal import Expressions
internal import Multiprecision

/// Supports with finitely many listed points: the expectation is the sum over them.
struct FiniteSumRouteKind: ExpectationRouteKind {
  /// Longer lists are left to other routes.
  static let maximumPoints = 64

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first,
      let points = Self.points(of: observed.range, setting.store)
    else { return nil }
    return FiniteSumRoute(setting, observed.variable, points)
  }

  /// The points of a set that is listed, or an integer range with literal bounds.
  static func points(of range: NumberSet, _ store: ExpressionStore) -> [Expr]? {
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
  private let variable: Expr
  private let points: [Expr]
  private let masses: [Expr]

  init(_ setting: DensitySetting, _ variable: Expr, _ points: [Expr]) {
    self.setting = setting
    self.variable = variable
    self.points = points
    masses = points.map { point in
      setting.simplifier.normal(setting.store.exp(setting.store.substitute(setting.logDensity, [(variable, point)])))
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
    derivation.apply(sumRule, in: setting.store)
    derivation.apply(setting.simplifier.normalFormRule, in: setting.store)
  }

  private var sumRule: Rule {
    let (store, variable, points, masses) = (setting.store, variable, points, masses)
    return Rule(id: "expectation.finite-sum", sentence: "the sum over the points of the support") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let terms = zip(points, masses).map { store.product([$1, store.substitute(g, [(variable, $0)])]) }
      return Rewriting(store.sum(terms))
    }
  }
}
