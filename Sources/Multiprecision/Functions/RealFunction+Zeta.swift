internal import CMPFR

extension RealFunction {
  /// The Riemann zeta function for real `s` other than 1; not a number at the pole.
  ///
  /// Integers and `s` beyond 1000 are MPFR's. Otherwise the Euler-Maclaurin formula (DLMF 25.2.9), whose error is about the
  /// first omitted term, with one power for each prime; below -1 after the reflection formula (25.4.1). What its parts
  /// cancel is made up by precision.
  public static let zeta = unary { registers, result, s in
    if registers.compare(s, integer: 1) == 0 && registers.isFinite(s) {
      registers.setNaN(result)
    } else if registers.isInteger(s) || !registers.isFinite(s) || registers.size(s) > 10 {
      mpfr_zeta(registers.cell(result), registers.cell(s), MPFR_RNDN)
    } else if registers.compare(s, integer: -1) < 0 {
      registers.evaluate(result, scratch: 5) { scratch, outer in
        scratch.set(1, from: outer, s)
        return scratch.reflectedZeta(0, 1, temporaries: 2)
      }
    } else {
      registers.evaluate(result, scratch: EulerMaclaurinZeta.registerCount(order: 0)) { scratch, outer in
        scratch.set(1, from: outer, s)
        scratch.set(2, integer: 1)
        return EulerMaclaurinZeta(order: 0).evaluate(&scratch)
      }
    }
  }
}

extension Registers {
  /// `dst = 2 (2 pi)^(s - 1) sin(pi s/2) Gamma(1 - s) zeta(1 - s)`, with the exponent of its error in units of the precision.
  fileprivate mutating func reflectedZeta(_ dst: Int, _ s: Int, temporaries t: Int) -> Int {
    let (complement, power) = (t, t + 1)
    subtract(complement, integer: 1, s)
    RealFunction.zeta.apply(&self, dst, [complement])
    RealFunction.gamma.apply(&self, power, [complement])
    multiply(dst, dst, power)
    pi(power)
    multiplyByPowerOfTwo(power, power, 1)
    log(power, power)
    multiply(power, power, complement)
    let amplification = size(power) + 2
    exp(power, power)
    divide(dst, dst, power)
    multiplyByPowerOfTwo(dst, dst, 1)
    multiplyByPowerOfTwo(s, s, -1)
    sineOfPi(s, s, temporaries: t)
    multiply(dst, dst, s)
    return size(dst) + amplification
  }
}
