public import Multiprecision

/// How a function with `f(x) + f(-x)` constant is evaluated where it is tiny, or near that constant, without cancellation.
///
/// The tape takes `total - f(x)` as `f(-x)` and `log(f(x))` by the evaluator given here; a distribution function that is
/// symmetric about 0 keeps all its digits in both tails in this way.
public struct FunctionTails: Sendable {
  /// The sum of the values at `x` and `-x`.
  public let total: Rational
  /// The logarithm of the function, also where the function itself is beyond the range of numbers or rounds to `total`.
  public let logarithm: RealFunction

  /// Creates the description of a function's tails.
  public init(total: Rational, logarithm: RealFunction) {
    self.total = total
    self.logarithm = logarithm
  }
}
