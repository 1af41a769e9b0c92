public import Expressions

/// What a parameter or a known constant ranges over by itself.
public struct ParameterDomain: Hashable, Sendable {
  /// The symbol.
  public let symbol: Expr
  /// The set; the reals where nothing restricts the symbol.
  public let set: NumberSet
  /// The set as conditions, and what else was said of the symbol alone, e.g. `sigma != 0`; empty for all reals.
  public let conditions: [Condition]
  /// Whether any of it was inferred and not typed.
  public let isInferred: Bool
}
