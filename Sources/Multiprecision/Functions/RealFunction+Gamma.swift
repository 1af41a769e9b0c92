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
        return Int.min
      }
    } else {
      mpfr_gamma(registers.cell(result), registers.cell(x), MPFR_RNDN)
    }
  }

  /// The factorial `Gamma(x + 1)` for `x > -1`, exact up to rounding at integers.
  public static let factorial = shiftedGamma(.gamma)

  /// The logarithm of the factorial, `log Gamma(x + 1)` for `x > -1`; +inf at -1, -2, ....
  public static let lfactorial = shiftedGamma(.lgamma)

  /// `f(x + 1)` with `x + 1` formed exactly enough to keep its distance from a zero of log Gamma.
  private static func shiftedGamma(_ f: RealFunction) -> RealFunction {
    unary { registers, result, x in
      guard registers.isFinite(x) else {
        registers.sign(x) > 0 ? registers.set(result, x) : registers.setNaN(result)
        return
      }
      // The sum of x and 1 is exact with this precision unless x is below one unit in the last place squared.
      let spread = Swift.max(registers.exponent(x), 1) - Swift.max(registers.exponent(x), -registers.precision)
      var scratch = Registers(count: 1, precision: registers.precision + Swift.max(spread, 0) + 8)
      scratch.set(0, from: registers, x)
      scratch.add(0, 0, integer: 1)
      if scratch.sign(0) < 0 && !scratch.isInteger(0) {
        registers.setNaN(result)
        return
      }
      f.apply(&scratch, 0, [0])
      registers.set(result, from: scratch, 0)
    }
  }
}
