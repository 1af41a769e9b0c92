internal import Expectation
public import Expressions

/// An observed variable with the set that it ranges over, given the variables before it.
public struct ObservedVariable: Hashable, Sendable {
  /// The symbol.
  public let symbol: Expr
  /// Its range; bounds may contain parameters, known constants and earlier observed variables.
  public let range: NumberSet
  /// The points of an interval that have a probability of their own: where an observation is censored, say.
  public let atoms: [Expr]

  /// Creates an observed variable.
  public init(_ symbol: Expr, in range: NumberSet, atoms: [Expr] = []) {
    self.symbol = symbol
    self.range = range
    self.atoms = atoms
  }
}

extension ObservedVariable {
  /// The variable as the density of a setting has it.
  var inSetting: DensitySetting.Observed { DensitySetting.Observed(symbol, in: range, atoms: atoms) }
}
