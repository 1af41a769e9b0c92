internal import CMPFR

extension RealFunction {
  /// The Riemann zeta function for real `s` other than 1, correctly rounded by MPFR; not a number at the pole.
  public static let zeta = unary { registers, result, s in
    if registers.compare(s, integer: 1) == 0 && registers.isFinite(s) {
      registers.setNaN(result)
    } else {
      mpfr_zeta(registers.cell(result), registers.cell(s), MPFR_RNDN)
    }
  }
}
