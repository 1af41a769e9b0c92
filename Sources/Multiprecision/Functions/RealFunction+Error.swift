internal import CMPFR

extension RealFunction {
  /// The error function (DLMF 7.2.1), correctly rounded by MPFR.
  public static let erf = unary { registers, result, x in
    mpfr_erf(registers.cell(result), registers.cell(x), MPFR_RNDN)
  }

  /// The complementary error function (DLMF 7.2.2), correctly rounded by MPFR.
  public static let erfc = unary { registers, result, x in
    mpfr_erfc(registers.cell(result), registers.cell(x), MPFR_RNDN)
  }

  /// The standard normal density `exp(-x^2/2) / sqrt(2 pi)`.
  ///
  /// The exponent's relative error is multiplied by its size, which the working precision makes up for.
  public static let normalPDF = unary { registers, result, x in
    registers.evaluate(result, scratch: 2) { scratch, outer in
      scratch.set(0, from: outer, x)
      scratch.square(0, 0)
      scratch.multiplyByPowerOfTwo(0, 0, -1)
      let bits = scratch.isZero(0) ? 0 : Swift.max(scratch.exponent(0), 0)
      scratch.negate(0, 0)
      scratch.exp(0, 0)
      scratch.pi(1)
      scratch.multiplyByPowerOfTwo(1, 1, 1)
      scratch.squareRoot(1, 1)
      scratch.divide(0, 0, 1)
      return scratch.isFinite(0) && !scratch.isZero(0) ? scratch.exponent(0) + bits : Int.min
    }
  }

  /// The standard normal distribution function `erfc(-x / sqrt(2)) / 2` (DLMF 7.2.2), without cancellation in the left tail.
  ///
  /// There a relative error of the argument is multiplied by about `x^2`, which the working precision makes up for.
  public static let normalCDF = unary { registers, result, x in
    registers.evaluate(result, scratch: 2) { scratch, outer in
      scratch.set(0, from: outer, x)
      let isLeftTail = scratch.sign(0) < 0 && scratch.isFinite(0)
      let bits = isLeftTail ? Swift.max(2 * scratch.exponent(0), 0) : 0
      scratch.set(1, integer: 2)
      scratch.squareRoot(1, 1)
      scratch.divide(0, 0, 1)
      scratch.negate(0, 0)
      mpfr_erfc(scratch.cell(0), scratch.cell(0), MPFR_RNDN)
      scratch.multiplyByPowerOfTwo(0, 0, -1)
      return scratch.isFinite(0) && !scratch.isZero(0) ? scratch.exponent(0) + bits : Int.min
    }
  }
}
