internal import Multiprecision
internal import Numerics

/// The unit of a step in a parameter.
enum DifferenceStep {
  /// A power of ten below the distance over which the density changes: the standard deviation that an unbiased estimator
  /// could reach, the inverse root of the information, and no more than the parameter's own size, for its domain may end
  /// at 0.
  ///
  /// - Parameter information: the variance of the parameter's score, or nil if it is not known.
  static func unit(_ value: Rational, information: Estimate?) -> Rational {
    let size = value.signum == 0 ? 0 : Real(value, precision: 64).exponent10 - 1
    guard let information, information.isFinite, !information.isIndistinguishableFromZero else { return power(size) }
    // The information is below ten to its exponent.
    return power(min(size, -((information.value.exponent10 + 1) >> 1)))
  }

  private static func power(_ exponent: Int) -> Rational {
    let power = Rational(Integer(10).power(abs(exponent)))
    return exponent < 0 ? Rational(1) / power : power
  }
}
