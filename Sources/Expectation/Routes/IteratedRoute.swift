internal import Calculus
internal import Expressions

/// Several observed variables, integrated one after another: the innermost given the others, then what is left.
///
/// `E[g] = E[E[g | x_1 … x_(n-1)]]`; the inner normaliser is the marginal density of the outer variables.
struct IteratedRouteKind: ExpectationRouteKind {
  let coversAtoms = true
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count > 1, let last = setting.observed.last else { return nil }
    let outerVariables = Array(setting.observed.dropLast())
    let given = ExpectationEngine(
      DensitySetting(simplifier: setting.simplifier, logDensity: setting.logDensity, observed: [last]))
    guard let marginal = given.logMass else { return nil }
    let simplifier = setting.simplifier
    let conditional = simplifier.expandedLogarithms(setting.store.difference(setting.logDensity, marginal))
    let inner = ExpectationEngine(
      DensitySetting(simplifier: simplifier, logDensity: conditional, observed: [last]))
    let outer = ExpectationEngine(
      DensitySetting(
        simplifier: simplifier, logDensity: simplifier.expandedLogarithms(marginal), observed: outerVariables))
    guard outer.logMass != nil else { return nil }
    return IteratedRoute(setting, last.variable, inner: inner, outer: outer)
  }
}

final class IteratedRoute: ExpectationRoute {
  let id = "route.iterated"
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let variable: Expr
  private let inner: ExpectationEngine
  private let outer: ExpectationEngine

  init(_ setting: DensitySetting, _ variable: Expr, inner: ExpectationEngine, outer: ExpectationEngine) {
    self.setting = setting
    store = setting.store
    self.variable = variable
    self.inner = inner
    self.outer = outer
  }

  var logMass: Expr? { outer.logMass }
  var normalizer: Derivation? { outer.normalizer }
  var lemmas: [Derivation] { outer.lemmas }
  var obstacles: [Obstacle] { inner.obstacles + outer.obstacles }
  var newVariables: [(Expr, Expr)] { outer.newVariables }

  func advance(_ derivation: inout Derivation) {
    let whole = derivation
    derivation.apply(towerRule, in: store)
    // Where the inner expectation has no closed form, its variable is no constant to the outer one.
    guard let g = store.expectationArgument(derivation.result), !store.contains(g, variable) else { return }
    outer.advance(&derivation)
    // An inner integral may have poles in the outer variables that cancel; left under an integral, they are of no use.
    let isOuter = { [store, outer] e in outer.setting.observed.contains { store.contains(e, $0.variable) } }
    if store.expectationArguments(derivation.result).contains(where: { outer.setting.mayDivideByZero($0, isOuter) }) {
      derivation = whole
    }
  }

  /// E[g] = E[E[g | outer variables]]; refused where the inner expectation has no closed form.
  private var towerRule: Rule {
    let (store, inner, simplifier, x) = (store, inner, setting.simplifier, variable)
    return Rule(id: "expectation.tower", sentence: "by integrating over {x} given the rest") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let given = inner.derive(g, .moment).result
      guard !store.containsExpectation(given) else { return nil }
      return Rewriting(store.expectation(of: simplifier.textbookForm(given)), bindings: [.init("x", x)])
    }
  }
}
