internal import CMPFR

extension Rational {
  /// The rational equal to a floating-point number; nil where that is not finite, or so large or small that its digits
  /// written out exceed `largestDecimalExponent`.
  public init?(exactly value: Real) {
    guard value.isFinite else { return nil }
    guard !value.isZero else {
      self.init(0)
      return
    }
    guard value.exponent.magnitude < UInt(Self.largestBinaryExponent) else { return nil }
    var exponent = 0
    let odd = Integer { mantissa in
      exponent = value.withMPFR { mpfr_get_z_2exp(mantissa, $0) }
      let zeros = __gmpz_scan1(mantissa, 0)
      __gmpz_tdiv_q_2exp(mantissa, mantissa, zeros)
      exponent += Int(zeros)
      if exponent > 0 { __gmpz_mul_2exp(mantissa, mantissa, UInt(exponent)) }
    }
    let denominator = Integer { result in
      __gmpz_set_ui(result, 1)
      if exponent < 0 { __gmpz_mul_2exp(result, result, UInt(-exponent)) }
    }
    self.init(reduced: odd, over: denominator)
  }

  /// The binary exponent of ten to the `largestDecimalExponent`.
  private static let largestBinaryExponent = largestDecimalExponent * 3_322 / 1_000
}
