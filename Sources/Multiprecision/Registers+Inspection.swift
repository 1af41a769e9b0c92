internal import CMPFR

extension Registers {
  /// -1, 0 or 1 as `a` is less than, equal to or greater than `b`; 0 also when either is not a number.
  public func compare(_ a: Int, _ b: Int) -> Int { Int(mpfr_cmp3(cell(a), cell(b), 1)).signum() }

  /// -1, 0 or 1 as `a` is less than, equal to or greater than `n`; 0 also when `a` is not a number.
  public func compare(_ a: Int, integer n: Int) -> Int { Int(mpfr_cmp_si_2exp(cell(a), n, 0)).signum() }

  /// -1, 0 or 1 as `|a|` is less than, equal to or greater than `|b|`; 0 also when either is not a number.
  public func compareMagnitudes(_ a: Int, _ b: Int) -> Int { Int(mpfr_cmpabs(cell(a), cell(b))).signum() }

  /// The sign of the value; 0 for 0 and for not a number.
  public func sign(_ a: Int) -> Int { isNaN(a) || isZero(a) ? 0 : (mpfr_signbit(cell(a)) != 0 ? -1 : 1) }

  /// Whether the value is 0.
  public func isZero(_ a: Int) -> Bool { mpfr_zero_p(cell(a)) != 0 }
  /// Whether the value is not a number.
  public func isNaN(_ a: Int) -> Bool { mpfr_nan_p(cell(a)) != 0 }

  /// Whether the value is neither infinite nor not a number.
  public func isFinite(_ a: Int) -> Bool { mpfr_number_p(cell(a)) != 0 }

  /// Whether the value is an integer.
  public func isInteger(_ a: Int) -> Bool { mpfr_integer_p(cell(a)) != 0 }

  /// The binary exponent `e` with `2^(e-1) <= |a| < 2^e`; `Int.min` for 0, `Int.max` for infinities and not a number.
  public func exponent(_ a: Int) -> Int {
    if isZero(a) { return Int.min }
    return isFinite(a) ? mpfr_get_exp(cell(a)) : Int.max
  }

  /// The value rounded to a double.
  public func double(_ a: Int) -> Double { mpfr_get_d(cell(a), MPFR_RNDN) }

  /// The value as a machine integer, if it is one that fits.
  public func integer(_ a: Int) -> Int? {
    guard isInteger(a), mpfr_fits_slong_p(cell(a), MPFR_RNDN) != 0 else { return nil }
    return mpfr_get_si(cell(a), MPFR_RNDN)
  }

  /// An immutable copy of the value.
  public func real(_ a: Int) -> Real { Real(copying: cell(a)) }

  /// Forgets whether any operation has rounded so far.
  public func forgetRounding() { mpfr_clear_inexflag() }

  /// Whether an operation has rounded since that was forgotten, on this thread.
  public var hasRounded: Bool { mpfr_inexflag_p() != 0 }
}
