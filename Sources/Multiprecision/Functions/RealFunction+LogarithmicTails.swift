extension RealFunction {
  /// The logarithm of the complementary error function, accurate in both tails and never beyond the range of numbers.
  ///
  /// `log(1 - erf(x))` by `log1p` up to 1, where `erfc` is not small; beyond, `erfc(x) = Gamma(1/2, x^2) / sqrt(pi)`
  /// (DLMF 7.11.2) with the factor `e^(-x^2)` taken out before the logarithm. Each summand is then negative, or below 1
  /// where another is not, so that the error is a few units of the result.
  public static let logErfc = unary { registers, result, x in
    guard !registers.isNaN(x), registers.isFinite(x) || registers.sign(x) < 0 else {
      registers.negate(result, x)
      return
    }
    registers.evaluate(result, scratch: 13) { scratch, outer in
      scratch.set(1, from: outer, x)
      return scratch.logComplementaryError(0, 1, temporaries: 2)
    }
  }

  /// The logarithm of the standard normal distribution function, accurate in both tails and never beyond the range of numbers.
  ///
  /// `log(1 - Phi(-x))` by `log1p` for `x > 0`; otherwise `log(erfc(-x / sqrt(2))) - log(2)`, two terms of one sign.
  public static let logNormalCDF = unary { registers, result, x in
    guard !registers.isNaN(x), registers.isFinite(x) || registers.sign(x) > 0 else {
      registers.set(result, x)
      return
    }
    registers.evaluate(result, scratch: 13) { scratch, outer in
      if outer.sign(x) > 0 {
        scratch.set(0, from: outer, x)
        scratch.negate(0, 0)
        normalCDF.apply(&scratch, 0, [0])
        scratch.negate(0, 0)
        scratch.log1p(0, 0)
        return Registers.noCancellation
      }
      scratch.set(2, integer: 2)
      scratch.squareRoot(2, 2)
      scratch.set(1, from: outer, x)
      scratch.divide(1, 1, 2)
      scratch.negate(1, 1)
      let largest = scratch.logComplementaryError(0, 1, temporaries: 2)
      scratch.logTwo(1)
      scratch.subtract(0, 0, 1)
      return Swift.max(largest, 0)
    }
  }
}

extension Registers {
  /// `dst = log erfc(x)`, with the exponent of the largest quantity in it; needs 11 temporaries.
  fileprivate mutating func logComplementaryError(_ dst: Int, _ x: Int, temporaries t: Int) -> Int {
    if compare(x, integer: 1) <= 0 {
      RealFunction.erf.apply(&self, dst, [x])
      negate(dst, dst)
      log1p(dst, dst)
      return Registers.noCancellation
    }
    let (squared, half) = (t, t + 1)
    square(squared, x)
    set(half, 0.5)
    // Gamma(1/2, y) = y^(1/2) e^-y g(y): log erfc(x) = log(x g(x^2)) - log(pi)/2 - x^2
    _ = scaledUpperGamma(dst, half, squared, temporaries: t + 2)
    multiply(dst, dst, x)
    square(dst, dst)
    pi(half)
    divide(dst, dst, half)
    log(dst, dst)
    multiplyByPowerOfTwo(dst, dst, -1)
    subtract(dst, dst, squared)
    return size(squared)
  }
}
