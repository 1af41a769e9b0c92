extension Rational {
  /// The sum of two rationals.
  public static func + (a: Rational, b: Rational) -> Rational {
    if a.denominator == b.denominator {
      let numerator = a.numerator + b.numerator
      return a.isInteger ? Rational(numerator) : Rational(numerator, a.denominator)
    }
    return Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The difference of two rationals.
  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  /// The product of two rationals.
  public static func * (a: Rational, b: Rational) -> Rational {
    if a.isInteger && b.isInteger { return Rational(a.numerator * b.numerator) }
    return Rational(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// The quotient of two rationals; the divisor must not be 0.
  public static func / (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.denominator, a.denominator * b.numerator)
  }

  /// The rational with the opposite sign.
  public static prefix func - (a: Rational) -> Rational { Rational(reduced: -a.numerator, over: a.denominator) }

  /// Adds a number in place.
  public static func += (a: inout Rational, b: Rational) { a = a + b }
  /// Subtracts a number in place.
  public static func -= (a: inout Rational, b: Rational) { a = a - b }
  /// Multiplies by a number in place.
  public static func *= (a: inout Rational, b: Rational) { a = a * b }
  /// Divides by a number in place.
  public static func /= (a: inout Rational, b: Rational) { a = a / b }

  /// The reciprocal; `self` must not be 0.
  public var inverse: Rational {
    precondition(!isZero, "division by zero")
    return signum < 0
      ? Rational(reduced: -denominator, over: -numerator) : Rational(reduced: denominator, over: numerator)
  }

  /// The value `self` to the power `exponent`; 0 has no negative powers, and `0^0` is 1.
  ///
  /// The caller bounds the size of the result.
  public func power(_ exponent: Int) -> Rational {
    if exponent < 0 { return inverse.power(-exponent) }
    return Rational(reduced: numerator.power(exponent), over: denominator.power(exponent))
  }

  /// The rational `r` with `r^degree == self`, if there is one; a negative `self` has one only for odd degrees.
  public func exactRoot(_ degree: Int) -> Rational? {
    guard let top = numerator.exactRoot(degree), let bottom = denominator.exactRoot(degree) else { return nil }
    return Rational(reduced: top, over: bottom)
  }
}

extension Rational: Comparable {
  /// Whether the first is less.
  public static func < (a: Rational, b: Rational) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    return a.numerator * b.denominator < b.numerator * a.denominator
  }
}
