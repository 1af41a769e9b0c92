internal import CMPFR

/// Operations on two numbers round to nearest at the larger of the two precisions.
extension Real {
  /// The sum.
  public static func + (a: Real, b: Real) -> Real { combine(a, b) { mpfr_add($0, $1, $2, MPFR_RNDN) } }

  /// The difference.
  public static func - (a: Real, b: Real) -> Real { combine(a, b) { mpfr_sub($0, $1, $2, MPFR_RNDN) } }

  /// The product.
  public static func * (a: Real, b: Real) -> Real { combine(a, b) { mpfr_mul($0, $1, $2, MPFR_RNDN) } }

  /// The quotient; infinite or not a number where `b` is 0.
  public static func / (a: Real, b: Real) -> Real { combine(a, b) { mpfr_div($0, $1, $2, MPFR_RNDN) } }

  /// The number with the opposite sign.
  public static prefix func - (a: Real) -> Real {
    Real(precision: a.precision) { result in a.withMPFR { _ = mpfr_neg(result, $0, MPFR_RNDN) } }
  }

  /// The absolute value.
  public var magnitude: Real { isNegative ? -self : self }

  /// The square root; not a number for negative values.
  public var squareRoot: Real {
    Real(precision: precision) { result in withMPFR { _ = mpfr_sqrt(result, $0, MPFR_RNDN) } }
  }

  /// The value rounded to another precision.
  public func rounded(toPrecision bits: Int) -> Real {
    Real(precision: bits) { result in withMPFR { _ = mpfr_set(result, $0, MPFR_RNDN) } }
  }

  private static func combine(
    _ a: Real, _ b: Real, _ operation: (mpfr_ptr, mpfr_srcptr, mpfr_srcptr) -> Int32
  ) -> Real {
    Real(precision: Swift.max(a.precision, b.precision)) { result in
      a.withMPFR { x in b.withMPFR { y in _ = operation(result, x, y) } }
    }
  }
}

/// Ordered as real numbers; not a number is unequal to everything and neither less nor greater.
extension Real: Comparable {
  /// Whether both are the same number; false when either is not a number.
  public static func == (a: Real, b: Real) -> Bool {
    a.withMPFR { x in b.withMPFR { y in mpfr_equal_p(x, y) != 0 } }
  }

  /// Whether the first is less; false when either is not a number.
  public static func < (a: Real, b: Real) -> Bool {
    a.withMPFR { x in b.withMPFR { y in mpfr_less_p(x, y) != 0 } }
  }
}
