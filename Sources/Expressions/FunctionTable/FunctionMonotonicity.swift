public import Multiprecision

/// That a function of one argument is strictly monotone on its domain, with one point of its graph.
///
/// With the point (a, b), the sign of `f(x) - b` is that of `x - a`, or its opposite where the function decreases.
public struct FunctionMonotonicity: Sendable {
  /// Whether the function increases.
  public let isIncreasing: Bool
  /// The abscissa of the point.
  public let argument: Rational
  /// The ordinate of the point.
  public let value: Rational

  /// An increasing function through a point.
  public static func increasing(through argument: Rational, _ value: Rational) -> FunctionMonotonicity {
    FunctionMonotonicity(isIncreasing: true, argument: argument, value: value)
  }

  /// A decreasing function through a point.
  public static func decreasing(through argument: Rational, _ value: Rational) -> FunctionMonotonicity {
    FunctionMonotonicity(isIncreasing: false, argument: argument, value: value)
  }
}
