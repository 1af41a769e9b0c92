internal import CMPFR

extension Real {
  /// Whether the value is 0.
  public var isZero: Bool { withMPFR { mpfr_zero_p($0) != 0 } }
  /// Whether the value is not a number.
  public var isNaN: Bool { withMPFR { mpfr_nan_p($0) != 0 } }
  /// Whether the value is plus or minus infinity.
  public var isInfinite: Bool { withMPFR { mpfr_inf_p($0) != 0 } }

  /// Whether the value is neither infinite nor not a number.
  public var isFinite: Bool { withMPFR { mpfr_number_p($0) != 0 } }

  /// Whether the value is less than 0.
  public var isNegative: Bool { !isNaN && !isZero && withMPFR { mpfr_signbit($0) != 0 } }

  /// The value rounded to a double.
  public var doubleValue: Double { withMPFR { mpfr_get_d($0, MPFR_RNDN) } }

  /// The value as a machine integer, if it is one that fits.
  public var exactInteger: Int? {
    withMPFR { mpfr_integer_p($0) != 0 && mpfr_fits_slong_p($0, MPFR_RNDN) != 0 ? mpfr_get_si($0, MPFR_RNDN) : nil }
  }

  /// The binary exponent `e` with `2^(e-1) <= |x| < 2^e`; `Int.min` for 0, `Int.max` for infinities and not a number.
  public var exponent: Int {
    if isZero { return Int.min }
    return isFinite ? withMPFR { mpfr_get_exp($0) } : Int.max
  }

  /// The decimal exponent `e` with `10^e <= |x| < 10^(e+1)`; `Int.min` for 0, `Int.max` for infinities and not a number.
  public var exponent10: Int {
    guard isFinite, !isZero else { return exponent }
    return quickExponent10 ?? decimalDigits(17, rounding: MPFR_RNDZ).exponent - 1
  }

  /// The decimal exponent by machine doubles; nil where their rounding could decide it.
  private var quickExponent10: Int? {
    var exponent = 0
    let fraction = withMPFR { mpfr_get_d_2exp(&exponent, $0, MPFR_RNDN) }
    guard Swift.abs(exponent) < 1 << 20 else { return nil }
    let logarithm = fraction.magnitude.decimalLogarithm + Double(exponent) * 0.301_029_995_663_981_2
    let floor = logarithm.rounded(.down)
    return logarithm - floor > 1e-8 && logarithm - floor < 1 - 1e-8 ? Int(floor) : nil
  }

  /// How many significant decimal digits two values share: the largest `d` with `|a - b| < 10^-d max(|a|, |b|)`, at
  /// least 0 and at most what the lower of the two precisions can express.
  public func relativeDigits(agreeingWith other: Real) -> Int {
    let limit = Int(Double(Swift.min(precision, other.precision)) * 0.301_029_995_663_98)
    if self == other { return limit }
    guard isFinite, other.isFinite else { return 0 }
    let ratio = (self - other).magnitude / Swift.max(magnitude, other.magnitude)
    return Swift.min(Swift.max(-ratio.exponent10 - 1, 0), limit)
  }
}
