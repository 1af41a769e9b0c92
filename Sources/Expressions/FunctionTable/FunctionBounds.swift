public import Multiprecision

/// Numbers between which all real values of a function lie.
public struct FunctionBounds: Sendable {
  /// No value is below; nil where there is no such bound.
  public let lower: Rational?
  /// No value is above; nil where there is no such bound.
  public let upper: Rational?
  /// Whether the bounds themselves are values.
  public let areAttained: Bool
  /// Conditions on the parameters, as text, each of which keeps the values above the lower bound.
  public let aboveWhere: [String]
  /// Conditions on the parameters, as text, each of which keeps the values below the upper bound.
  public let belowWhere: [String]

  /// Values from one number to another, both included, but for places where one is not reached.
  public static func closed(
    _ lower: Rational?, _ upper: Rational?, aboveWhere: [String] = [], belowWhere: [String] = []
  ) -> FunctionBounds {
    FunctionBounds(lower: lower, upper: upper, areAttained: true, aboveWhere: aboveWhere, belowWhere: belowWhere)
  }

  /// Values between two numbers, neither included.
  public static func open(_ lower: Rational?, _ upper: Rational?) -> FunctionBounds {
    FunctionBounds(lower: lower, upper: upper, areAttained: false, aboveWhere: [], belowWhere: [])
  }
}
