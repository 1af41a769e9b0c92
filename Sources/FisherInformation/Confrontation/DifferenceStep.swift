internal import Multiprecision

/// The unit of a step in a parameter.
enum DifferenceStep {
  /// A power of ten of the size of a number; 1 for 0.
  static func magnitude(_ value: Rational) -> Rational {
    if value.signum == 0 { return Rational(1) }
    let exponent = Real(value, precision: 64).exponent10 - 1
    let power = Rational(Integer(10).power(abs(exponent)))
    return exponent < 0 ? Rational(1) / power : power
  }
}
