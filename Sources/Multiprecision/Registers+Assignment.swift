internal import CMPFR

extension Registers {
  /// `dst = a`.
  public mutating func set(_ dst: Int, _ a: Int) { mpfr_set(cell(dst), cell(a), MPFR_RNDN) }

  /// `dst = value`, rounded.
  public mutating func set(_ dst: Int, integer value: Int) { mpfr_set_si(cell(dst), value, MPFR_RNDN) }

  /// `dst = value`, rounded.
  public mutating func set(_ dst: Int, _ value: Double) { mpfr_set_d(cell(dst), value, MPFR_RNDN) }

  /// `dst = value`, rounded.
  public mutating func set(_ dst: Int, _ value: Real) {
    value.withMPFR { mpfr_set(cell(dst), $0, MPFR_RNDN) }
  }

  /// `dst = value`, rounded.
  public mutating func set(_ dst: Int, _ value: Integer) {
    value.withGMP { mpfr_set_z(cell(dst), $0, MPFR_RNDN) }
  }

  /// `dst = value`, correctly rounded.
  public mutating func set(_ dst: Int, _ value: Rational) {
    value.withGMP { mpfr_set_q(cell(dst), $0, MPFR_RNDN) }
  }

  /// `dst` = a quotient, rounded once; it need not be in lowest terms, and the denominator must be positive.
  mutating func set(_ dst: Int, _ numerator: Integer, over denominator: Integer) {
    Rational.withGMP(numerator, over: denominator) { mpfr_set_q(cell(dst), $0, MPFR_RNDN) }
  }

  /// `dst` = register `a` of `other`, rounded to this precision.
  public mutating func set(_ dst: Int, from other: borrowing Registers, _ a: Int) {
    mpfr_set(cell(dst), other.cell(a), MPFR_RNDN)
  }

  /// `dst` = +infinity, or -infinity when `sign` is negative.
  public mutating func setInfinity(_ dst: Int, sign: Int = 1) { mpfr_set_inf(cell(dst), sign < 0 ? -1 : 1) }

  /// `dst` = not a number: the value of a function outside its domain.
  public mutating func setNaN(_ dst: Int) { mpfr_set_nan(cell(dst)) }

  /// Exchanges two registers without copying their digits.
  public mutating func swap(_ a: Int, _ b: Int) { mpfr_swap(cell(a), cell(b)) }

  /// `dst` = the ratio of a circle's circumference to its diameter.
  public mutating func pi(_ dst: Int) { mpfr_const_pi(cell(dst), MPFR_RNDN) }

  /// `dst` = Euler's constant 0.5772... (DLMF 5.2.3).
  public mutating func eulerGamma(_ dst: Int) { mpfr_const_euler(cell(dst), MPFR_RNDN) }

  /// `dst` = log 2.
  public mutating func logTwo(_ dst: Int) { mpfr_const_log2(cell(dst), MPFR_RNDN) }
}

extension Rational {
  /// Calls `body` with a read-only GMP view of the value.
  @discardableResult
  func withGMP<Result>(_ body: (mpq_srcptr) -> Result) -> Result {
    Self.withGMP(numerator, over: denominator, body)
  }

  /// The same for a quotient that need not be in lowest terms.
  @discardableResult
  static func withGMP<Result>(
    _ numerator: Integer, over denominator: Integer, _ body: (mpq_srcptr) -> Result
  ) -> Result {
    numerator.withGMP { top in
      denominator.withGMP { bottom in
        var view = __mpq_struct(_mp_num: top.pointee, _mp_den: bottom.pointee)
        return body(&view)
      }
    }
  }
}
