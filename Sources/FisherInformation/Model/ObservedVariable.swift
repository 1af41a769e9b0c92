public import Expressions

/// An observed variable with the set that it ranges over, given the variables before it.
public struct ObservedVariable: Hashable, Sendable {
  /// The symbol.
  public let symbol: Expr
  /// Its range; bounds may contain parameters, known constants and earlier observed variables.
  public let range: NumberSet

  /// Creates an observed variable.
  public init(_ symbol: Expr, in range: NumberSet) {
    self.symbol = symbol
    self.range = range
  }
}
