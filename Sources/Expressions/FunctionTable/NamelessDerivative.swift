public import Multiprecision

/// A derivative of a function by an argument by which its derivative has no name.
public struct NamelessDerivative: Sendable {
  /// The function with its arguments.
  public let call: Expr
  /// The argument by which the derivative is taken.
  public let position: Int
  /// How often it is taken.
  public let order: Int
  /// The symbol in that argument.
  public let symbol: Expr
  /// The factor of the symbol in that argument.
  public let factor: Rational
}
