/// Why an expression can't be evaluated numerically.
public enum TapeError: Error, Hashable, Sendable {
  /// The function has no evaluator, as an inert expectation.
  case functionWithoutEvaluator(String)
  /// The symbol is neither a parameter nor a variable.
  case unboundSymbol(String)
}
