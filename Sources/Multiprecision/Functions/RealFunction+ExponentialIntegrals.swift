internal import CMPFR

extension RealFunction {
  /// The exponential integral `Ei(x)` for `x != 0` as a principal value (DLMF 6.2.5); -inf at 0. Rounded by MPFR.
  public static let ei = unary { $0.exponentialIntegral($1, $2) }

  /// The exponential integral `E1(x) = -Ei(-x)` for `x > 0` (DLMF 6.2.6); +inf at 0, not a number below. Rounded by MPFR.
  public static let e1 = unary { registers, result, x in
    if registers.sign(x) < 0 {
      registers.setNaN(result)
      return
    }
    registers.negate(result, x)
    registers.exponentialIntegral(result, result)
    registers.negate(result, result)
  }

  /// The generalised exponential integral `E_n(x) = x^(n-1) Gamma(1 - n, x)` for `x > 0` (DLMF 8.19.1) and real `n`; at 0 its
  /// limit `1/(n - 1)` for `n > 1` and +inf otherwise, not a number below.
  ///
  /// As accurate as the incomplete gamma function; what a relative error does to the power is made up by precision.
  public static let expint = binary { registers, result, n, x in
    guard registers.isFinite(n), registers.isFinite(x), registers.sign(x) >= 0 else {
      registers.sign(x) > 0 && registers.isFinite(n) ? registers.set(result, integer: 0) : registers.setNaN(result)
      return
    }
    registers.evaluate(result, scratch: 11) { scratch, outer in
      scratch.set(1, from: outer, n)
      scratch.subtract(1, integer: 1, 1)
      scratch.set(2, from: outer, x)
      if scratch.isZero(2) {
        scratch.divide(0, integer: -1, 1)
        if scratch.sign(1) >= 0 { scratch.setInfinity(0) }
        return Registers.noCancellation
      }
      let largest = scratch.upperGamma(0, 1, 2, temporaries: 3)
      let lost = Swift.max(largest - scratch.size(0), 0)
      let amplification = Swift.max(scratch.isZero(1) ? 0 : scratch.size(1) + 8, 0)
      scratch.negate(1, 1)
      scratch.power(1, 2, 1)
      scratch.multiply(0, 0, 1)
      return scratch.size(0) + lost + amplification
    }
  }

  /// The dilogarithm for `x <= 1` (DLMF 25.12.1); not a number above, where it is not real. Rounded by MPFR.
  public static let li2 = unary { registers, result, x in
    if registers.compare(x, integer: 1) > 0 {
      registers.setNaN(result)
    } else {
      mpfr_li2(registers.cell(result), registers.cell(x), MPFR_RNDN)
    }
  }
}

extension Registers {
  /// `dst = Ei(a)`.
  mutating func exponentialIntegral(_ dst: Int, _ a: Int) { mpfr_eint(cell(dst), cell(a), MPFR_RNDN) }
}
