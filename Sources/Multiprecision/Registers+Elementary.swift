internal import CMPFR

/// The elementary functions (DLMF chapter 4), correctly rounded but for exponential and logarithms, whose error may be 0.51
/// units of the last place; outside its domain each gives not a number.
extension Registers {
  /// Arguments of 2 to more than this power have no sine: their reduction would need that many bits of pi.
  public static var largestPhaseExponent: Int { 1 << 16 }

  private func isBeyondPhases(_ a: Int) -> Bool {
    isFinite(a) && !isZero(a) && exponent(a) > Self.largestPhaseExponent
  }

  /// `dst = e^a`.
  public mutating func exp(_ dst: Int, _ a: Int) {
    if exponentialInFixedPoint(dst, a) { noteRounding() } else { mpfr_exp(cell(dst), cell(a), MPFR_RNDN) }
  }

  /// `dst = e^a - 1`, accurate near 0.
  public mutating func expm1(_ dst: Int, _ a: Int) { mpfr_expm1(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = log(a)`; -inf at 0.
  public mutating func log(_ dst: Int, _ a: Int) {
    if logarithmInFixedPoint(dst, a) {
      if !isZero(dst) { noteRounding() }
    } else {
      mpfr_log(cell(dst), cell(a), MPFR_RNDN)
    }
  }

  /// `dst = log(1 + a)`, accurate near 0.
  public mutating func log1p(_ dst: Int, _ a: Int) {
    if logarithmOfSuccessor(dst, a) {
      if !isZero(dst) { noteRounding() }
    } else {
      mpfr_log1p(cell(dst), cell(a), MPFR_RNDN)
    }
  }

  /// Exponentials and logarithms of what a register holds are no numbers that a register can hold, also where the last step
  /// towards one did not round: `e^a` is 1 for a small enough a.
  public func noteRounding() { mpfr_set_inexflag() }

  /// `dst = sin(a)`; not a number beyond `largestPhaseExponent`.
  public mutating func sin(_ dst: Int, _ a: Int) {
    if isBeyondPhases(a) { setNaN(dst) } else { mpfr_sin(cell(dst), cell(a), MPFR_RNDN) }
  }

  /// `dst = cos(a)`; not a number beyond `largestPhaseExponent`.
  public mutating func cos(_ dst: Int, _ a: Int) {
    if isBeyondPhases(a) { setNaN(dst) } else { mpfr_cos(cell(dst), cell(a), MPFR_RNDN) }
  }

  /// `dst = tan(a)`; not a number beyond `largestPhaseExponent`.
  public mutating func tan(_ dst: Int, _ a: Int) {
    if isBeyondPhases(a) { setNaN(dst) } else { mpfr_tan(cell(dst), cell(a), MPFR_RNDN) }
  }

  /// `dst = arcsin(a)`, for `|a| <= 1`.
  public mutating func asin(_ dst: Int, _ a: Int) { mpfr_asin(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = arccos(a)`, for `|a| <= 1`.
  public mutating func acos(_ dst: Int, _ a: Int) { mpfr_acos(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = arctan(a)`.
  public mutating func atan(_ dst: Int, _ a: Int) { mpfr_atan(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = sinh(a)`.
  public mutating func sinh(_ dst: Int, _ a: Int) { mpfr_sinh(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = cosh(a)`.
  public mutating func cosh(_ dst: Int, _ a: Int) { mpfr_cosh(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = tanh(a)`.
  public mutating func tanh(_ dst: Int, _ a: Int) { mpfr_tanh(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = arsinh(a)`.
  public mutating func asinh(_ dst: Int, _ a: Int) { mpfr_asinh(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = arcosh(a)`, for `a >= 1`.
  public mutating func acosh(_ dst: Int, _ a: Int) { mpfr_acosh(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = artanh(a)`, for `|a| <= 1`.
  public mutating func atanh(_ dst: Int, _ a: Int) { mpfr_atanh(cell(dst), cell(a), MPFR_RNDN) }

  /// `sine = sin(a)` and `cosine = cos(a)` for the price of one; the two destinations must differ.
  public mutating func sinCos(sine: Int, cosine: Int, _ a: Int) {
    if isBeyondPhases(a) {
      setNaN(sine)
      setNaN(cosine)
    } else {
      mpfr_sin_cos(cell(sine), cell(cosine), cell(a), MPFR_RNDN)
    }
  }

  /// `sine = sinh(a)` and `cosine = cosh(a)` for the price of one; the two destinations must differ.
  public mutating func sinhCosh(sine: Int, cosine: Int, _ a: Int) {
    mpfr_sinh_cosh(cell(sine), cell(cosine), cell(a), MPFR_RNDN)
  }
}
