internal import Calculus
internal import Expressions

/// A density of several variables as the law of one given the others, and the law of those.
///
/// `E[g] = E[E[g | the others]]`; the inner normaliser is the marginal density of the other variables.
struct IntegrationOrder {
  /// The variable that is integrated first.
  let variable: Expr
  /// Expectations given the other variables.
  let inner: ExpectationEngine
  /// Expectations of functions of the other variables.
  let outer: ExpectationEngine

  /// The order with one variable innermost; nil where its marginal has no closed form, or no route leads on from there.
  init?(_ setting: DensitySetting, innermost: Int, reserving symbols: [Expr] = []) {
    let simplifier = symbols.isEmpty ? setting.simplifier : setting.simplifier.reserving(symbols)
    var others = setting.observed
    let first = others.remove(at: innermost)
    let given = ExpectationEngine(
      DensitySetting(simplifier: simplifier, logDensity: setting.logDensity, observed: [first]))
    guard let marginal = given.logMass else { return nil }
    let conditional = simplifier.expandedLogarithms(setting.store.difference(setting.logDensity, marginal))
    variable = first.variable
    inner = ExpectationEngine(DensitySetting(simplifier: simplifier, logDensity: conditional, observed: [first]))
    outer = ExpectationEngine(
      DensitySetting(
        simplifier: simplifier, logDensity: simplifier.expandedLogarithms(marginal), observed: others))
    guard outer.logMass != nil else { return nil }
  }
}
