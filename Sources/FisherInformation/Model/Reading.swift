internal import Expressions

/// One way to understand a typed model: which symbols are observed, over which support, and what follows for the others.
struct Reading {
  var observed: [ObservedVariable]
  var supportConditions: [Condition]
  var supportInferred: Bool
  /// Whether no clause states the support, but the cases of the formula do by where they apply.
  var supportCoversCases = false
  var parameters: [Expr]
  var known: [Expr]
  /// Known symbols that the header does not call known, with the reason.
  var knownBecause: [(symbol: Expr, reason: String)]
  /// What was inferred about parameters.
  var inferred: [InferredCondition]
  /// Typed conditions that mention no observed variable.
  var constraints: [Condition]
  var assumptions: Assumptions
  var logDensity: Expr
  /// Points that the density's formula singles out although they have no probability.
  var ignored: [Condition] = []

  /// The symbols that a sample point gives values to.
  var symbols: [Expr] { parameters + known }
}
