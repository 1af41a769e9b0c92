internal import CMPFR

extension Registers {
  /// `dst = a + b`.
  public mutating func add(_ dst: Int, _ a: Int, _ b: Int) { mpfr_add(cell(dst), cell(a), cell(b), MPFR_RNDN) }

  /// `dst = a - b`.
  public mutating func subtract(_ dst: Int, _ a: Int, _ b: Int) { mpfr_sub(cell(dst), cell(a), cell(b), MPFR_RNDN) }

  /// `dst = a * b`.
  public mutating func multiply(_ dst: Int, _ a: Int, _ b: Int) { mpfr_mul(cell(dst), cell(a), cell(b), MPFR_RNDN) }

  /// `dst = a / b`; infinite or not a number where `b` is 0.
  ///
  /// By a number of one limb, as `k + 5/2` or a power of it is, a division takes time in proportion to the precision, and not
  /// to its square; the result is the same.
  public mutating func divide(_ dst: Int, _ a: Int, _ b: Int) {
    // Closer to the ends of the range of exponents the quotient by n alone might leave it.
    guard let (limb, exponent, isNegative) = onlyLimb(b), cell(a).pointee._mpfr_exp.magnitude < 1 << 29 else {
      mpfr_div(cell(dst), cell(a), cell(b), MPFR_RNDN)
      return
    }
    mpfr_div_ui(cell(dst), cell(a), limb, MPFR_RNDN)
    mpfr_div_2si(cell(dst), cell(dst), exponent, MPFR_RNDN)
    if isNegative { mpfr_neg(cell(dst), cell(dst), MPFR_RNDN) }
  }

  /// The n, e and sign of `n 2^e`, if a register of several limbs holds a number of this form.
  private func onlyLimb(_ a: Int) -> (limb: UInt, exponent: Int, isNegative: Bool)? {
    let last = (precision - 1) / 64
    guard last > 0, mpfr_regular_p(cell(a)) != 0, let limbs = cell(a).pointee._mpfr_d,
      (0..<last).allSatisfy({ limbs[$0] == 0 })
    else { return nil }
    return (limbs[last], cell(a).pointee._mpfr_exp - 64, cell(a).pointee._mpfr_sign < 0)
  }

  /// `dst = a + n`.
  public mutating func add(_ dst: Int, _ a: Int, integer n: Int) { mpfr_add_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst = a - n`.
  public mutating func subtract(_ dst: Int, _ a: Int, integer n: Int) { mpfr_sub_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst = n - a`.
  public mutating func subtract(_ dst: Int, integer n: Int, _ a: Int) { mpfr_si_sub(cell(dst), n, cell(a), MPFR_RNDN) }

  /// `dst = a * n`.
  public mutating func multiply(_ dst: Int, _ a: Int, integer n: Int) { mpfr_mul_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst = a / n`.
  public mutating func divide(_ dst: Int, _ a: Int, integer n: Int) { mpfr_div_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst = n / a`.
  public mutating func divide(_ dst: Int, integer n: Int, _ a: Int) { mpfr_si_div(cell(dst), n, cell(a), MPFR_RNDN) }

  /// `dst = dst * value`, rounded once.
  public mutating func multiply(_ dst: Int, _ value: Real) {
    value.withMPFR { mpfr_mul(cell(dst), cell(dst), $0, MPFR_RNDN) }
  }

  /// `dst = a * value`, rounded once.
  public mutating func multiply(_ dst: Int, _ a: Int, _ value: Integer) {
    value.withGMP { mpfr_mul_z(cell(dst), cell(a), $0, MPFR_RNDN) }
  }

  /// `dst = a * value`, rounded once.
  public mutating func multiply(_ dst: Int, _ a: Int, _ value: Rational) {
    value.withGMP { mpfr_mul_q(cell(dst), cell(a), $0, MPFR_RNDN) }
  }

  /// `dst = a + value`, rounded once.
  public mutating func add(_ dst: Int, _ a: Int, _ value: Rational) {
    value.withGMP { mpfr_add_q(cell(dst), cell(a), $0, MPFR_RNDN) }
  }

  /// `dst = a * b + c`, rounded once.
  public mutating func fusedMultiplyAdd(_ dst: Int, _ a: Int, _ b: Int, _ c: Int) {
    mpfr_fma(cell(dst), cell(a), cell(b), cell(c), MPFR_RNDN)
  }

  /// `dst = a * b - c`, rounded once.
  public mutating func fusedMultiplySubtract(_ dst: Int, _ a: Int, _ b: Int, _ c: Int) {
    mpfr_fms(cell(dst), cell(a), cell(b), cell(c), MPFR_RNDN)
  }

  /// `dst = a * 2^exponent`, exactly.
  public mutating func multiplyByPowerOfTwo(_ dst: Int, _ a: Int, _ exponent: Int) {
    mpfr_mul_2si(cell(dst), cell(a), exponent, MPFR_RNDN)
  }

  /// `dst = -a`.
  public mutating func negate(_ dst: Int, _ a: Int) { mpfr_neg(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = |a|`.
  public mutating func absolute(_ dst: Int, _ a: Int) { mpfr_abs(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = a^2`.
  public mutating func square(_ dst: Int, _ a: Int) { mpfr_sqr(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = sqrt(a)`; not a number for negative `a`.
  public mutating func squareRoot(_ dst: Int, _ a: Int) { mpfr_sqrt(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = a^b`; not a number for negative `a` and non-integer `b`.
  public mutating func power(_ dst: Int, _ a: Int, _ b: Int) { mpfr_pow(cell(dst), cell(a), cell(b), MPFR_RNDN) }

  /// `dst = a^n`.
  public mutating func powerInteger(_ dst: Int, _ a: Int, _ n: Int) { mpfr_pow_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst` = the root of degree `n` of `a`; not a number for negative `a` and even `n`.
  public mutating func root(_ dst: Int, _ a: Int, _ n: Int) { mpfr_rootn_si(cell(dst), cell(a), n, MPFR_RNDN) }

  /// `dst` = the integer nearest to `a`, away from 0 half-way.
  public mutating func nearestInteger(_ dst: Int, _ a: Int) { mpfr_rint_round(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst` = the greatest integer not larger than `a`.
  public mutating func floor(_ dst: Int, _ a: Int) { mpfr_rint_floor(cell(dst), cell(a), MPFR_RNDN) }
}
