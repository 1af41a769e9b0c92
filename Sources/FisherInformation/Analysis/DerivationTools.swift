internal import Calculus
internal import Expectation
internal import Expressions

/// The routes and rules with which a model is derived; the standard ones, unless a test breaks one on purpose.
struct DerivationTools {
  /// The routes to expectations.
  var routes: [any ExpectationRouteKind] = standardRoutes
  /// Rules that are tried before the standard ones.
  var furtherRules: [any RewriteRule] = []

  /// A simplifier with these rules, which shows the functions that a density was written with.
  func simplifier(
    _ assumptions: Assumptions, _ formulas: FunctionFormulas, writtenAs density: Expr? = nil
  ) -> Simplifier {
    Simplifier(assumptions, formulas: formulas, furtherRules: furtherRules, writtenAs: density)
  }
}
