internal import CMPFR

extension RealFunction {
  /// The gamma function; not a number at its poles 0, -1, -2, ....
  ///
  /// Positive integers and half-integers take an exact product; otherwise MPFR's correctly rounded function.
  public static let gamma = unary { registers, result, x in
    if registers.isZero(x) {
      registers.setNaN(result)
    } else if let doubled = registers.doubledInteger(x), (1...1000).contains(doubled) {
      registers.evaluate(result, scratch: 1) { scratch, _ in
        scratch.gammaOfHalf(0, doubled)
        return Registers.noCancellation
      }
    } else {
      mpfr_gamma(registers.cell(result), registers.cell(x), MPFR_RNDN)
    }
  }

  /// The factorial `Gamma(x + 1)` for `x > -1`, exact up to rounding at integers.
  public static let factorial = unary { $0.applyShifted(gamma, $1, $2) }

  /// The logarithm of the factorial, `log Gamma(x + 1)` for `x > -1`; +inf at -1, -2, ....
  ///
  /// For tiny `x` the first two terms `-gamma x + pi^2/12 x^2` of its power series (DLMF 5.7.3), whose third is below the
  /// precision.
  public static let lfactorial = unary { registers, result, x in
    guard !registers.isZero(x), registers.size(x) < -registers.precision / 2 - 8 else {
      registers.applyShifted(lgamma, result, x)
      return
    }
    registers.evaluate(result, scratch: 3) { scratch, outer in
      scratch.set(1, from: outer, x)
      scratch.pi(0)
      scratch.square(0, 0)
      scratch.divide(0, 0, integer: 12)
      scratch.multiply(0, 0, 1)
      scratch.eulerGamma(2)
      scratch.subtract(0, 0, 2)
      scratch.multiply(0, 0, 1)
      return Registers.noCancellation
    }
  }
}

extension Registers {
  /// `dst = f(x + 1)` for `x > -1` and at the poles of `f`, with enough precision to form `x + 1` exactly.
  ///
  /// Only where `x` is below one unit in the last place, and `f(1)` is not 0, may it be lost.
  fileprivate mutating func applyShifted(_ f: RealFunction, _ dst: Int, _ x: Int) {
    guard isFinite(x) else {
      sign(x) > 0 ? set(dst, x) : setNaN(dst)
      return
    }
    let spread = isZero(x) ? 0 : Swift.max(size(x), 1) - Swift.max(size(x), -precision)
    var scratch = Registers(count: 1, precision: precision + spread + 8)
    scratch.set(0, from: self, x)
    scratch.add(0, 0, integer: 1)
    if scratch.sign(0) < 0 && !scratch.isInteger(0) {
      setNaN(dst)
      return
    }
    f.apply(&scratch, 0, [0])
    set(dst, from: scratch, 0)
  }
}
