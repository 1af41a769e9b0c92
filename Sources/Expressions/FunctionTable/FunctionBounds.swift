public import Multiprecision

/// Numbers between which all real values of a function lie.
public struct FunctionBounds: Sendable {
  /// No value is below; nil where there is no such bound.
  public let lower: Rational?
  /// No value is above; nil where there is no such bound.
  public let upper: Rational?
  /// Whether the bounds themselves are values.
  public let areAttained: Bool

  /// Values from one number to another, both included.
  public static func closed(_ lower: Rational?, _ upper: Rational?) -> FunctionBounds {
    FunctionBounds(lower: lower, upper: upper, areAttained: true)
  }

  /// Values between two numbers, neither included.
  public static func open(_ lower: Rational?, _ upper: Rational?) -> FunctionBounds {
    FunctionBounds(lower: lower, upper: upper, areAttained: false)
  }
}
