internal import CMPFR

extension RealFunction {
  /// The error function (DLMF 7.2.1): MPFR's up to 4 in size, beyond `1 - erfc(x)` with the fast tail of `erfc`.
  public static let erf = unary { registers, result, x in
    if registers.isBetween(x, -4, 4) || !registers.isFinite(x) {
      mpfr_erf(registers.cell(result), registers.cell(x), MPFR_RNDN)
      return
    }
    let isNegative = registers.sign(x) < 0
    registers.evaluate(result, scratch: 11) { scratch, outer in
      scratch.set(0, from: outer, x)
      scratch.absolute(0, 0)
      _ = scratch.complementaryError(0, temporaries: 1)
      scratch.subtract(0, integer: 1, 0)
      if isNegative { scratch.negate(0, 0) }
      return Registers.noCancellation
    }
  }

  /// The complementary error function (DLMF 7.2.2).
  ///
  /// MPFR's up to 4; beyond, where that loses its speed, `Gamma(1/2, x^2) / sqrt(pi)` (DLMF 7.11.2) as accurate as the
  /// incomplete gamma function, and `2 - erfc(-x)` on the left.
  public static let erfc = unary { registers, result, x in
    registers.evaluate(result, scratch: 11) { scratch, outer in
      scratch.set(0, from: outer, x)
      return scratch.complementaryError(0, temporaries: 1)
    }
  }

  /// The standard normal density `exp(-x^2/2) / sqrt(2 pi)`.
  ///
  /// The exponent's relative error is multiplied by its size, which the working precision makes up for.
  public static let normalPDF = unary { registers, result, x in
    registers.evaluate(result, scratch: 2) { scratch, outer in
      scratch.set(0, from: outer, x)
      scratch.square(0, 0)
      scratch.multiplyByPowerOfTwo(0, 0, -1)
      let bits = scratch.isZero(0) ? 0 : Swift.max(scratch.size(0), 0)
      scratch.negate(0, 0)
      scratch.exp(0, 0)
      scratch.pi(1)
      scratch.multiplyByPowerOfTwo(1, 1, 1)
      scratch.squareRoot(1, 1)
      scratch.divide(0, 0, 1)
      return scratch.isFinite(0) && !scratch.isZero(0) ? scratch.size(0) + bits : Registers.noCancellation
    }
  }

  /// The standard normal distribution function `erfc(-x / sqrt(2)) / 2` (DLMF 7.2.2), without cancellation in the left tail.
  ///
  /// There a relative error of the argument is multiplied by about `x^2`, which the working precision makes up for.
  public static let normalCDF = unary { registers, result, x in
    registers.evaluate(result, scratch: 11) { scratch, outer in
      scratch.set(0, from: outer, x)
      scratch.set(1, integer: 2)
      scratch.squareRoot(1, 1)
      scratch.divide(0, 0, 1)
      scratch.negate(0, 0)
      let isTail = scratch.sign(0) > 0 && scratch.isFinite(0)
      let bits = isTail ? Swift.max(2 * scratch.size(0), 0) + 2 : 0
      let largest = scratch.complementaryError(0, temporaries: 1)
      scratch.multiplyByPowerOfTwo(0, 0, -1)
      guard scratch.isFinite(0), !scratch.isZero(0) else { return Registers.noCancellation }
      return Swift.max(largest, scratch.size(0) + bits)
    }
  }
}

extension Registers {
  /// Whether `low <= a <= high`.
  fileprivate func isBetween(_ a: Int, _ low: Int, _ high: Int) -> Bool {
    compare(a, integer: low) >= 0 && compare(a, integer: high) <= 0
  }

  /// `a = erfc(a)`, with the exponent of its error in units of the precision; needs 10 temporaries.
  fileprivate mutating func complementaryError(_ a: Int, temporaries t: Int) -> Int {
    if isBetween(a, -4, 4) || !isFinite(a) {
      mpfr_erfc(cell(a), cell(a), MPFR_RNDN)
      return Registers.noCancellation
    }
    let isNegative = sign(a) < 0
    square(t, a)
    set(t + 1, 0.5)
    let largest = upperGamma(a, t + 1, t, temporaries: t + 2)
    pi(t)
    squareRoot(t, t)
    divide(a, a, t)
    if !isNegative { return largest }
    subtract(a, integer: 2, a)
    return 2
  }
}
