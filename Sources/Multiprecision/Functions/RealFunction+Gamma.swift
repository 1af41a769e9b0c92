internal import CMPFR

extension RealFunction {
  /// The gamma function; not a number at its poles 0, -1, -2, ....
  ///
  /// Integers and half-integers up to 500 take an exact product; otherwise Stirling's series (DLMF 5.11.3) after a shift
  /// (5.5.1), below 0 after reflection (5.5.3), and MPFR's function beyond 2^30. The exponent's relative error is multiplied
  /// by its size, which the working precision makes up for.
  public static let gamma = unary { registers, result, x in
    if registers.isZero(x) || (registers.sign(x) < 0 && registers.isInteger(x)) {
      registers.setNaN(result)
    } else if let doubled = registers.doubledInteger(x), (1...1000).contains(doubled) {
      registers.evaluate(result, scratch: 1) { scratch, _ in
        scratch.gammaOfHalf(0, doubled)
        return Registers.noCancellation
      }
    } else if !registers.isFinite(x) || registers.size(x) > 30 {
      mpfr_gamma(registers.cell(result), registers.cell(x), MPFR_RNDN)
    } else {
      let isReflected = registers.sign(x) < 0
      registers.evaluate(result, scratch: 8) { scratch, outer in
        scratch.set(1, from: outer, x)
        guard isReflected else { return scratch.gamma(0, 1, temporaries: 2) }
        scratch.subtract(2, integer: 1, 1)
        let lost = scratch.gamma(0, 2, temporaries: 3) - scratch.size(0)
        scratch.sineOfPi(1, 1, temporaries: 2)
        scratch.multiply(0, 0, 1)
        scratch.pi(1)
        scratch.divide(0, 1, 0)
        return scratch.size(0) + lost
      }
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
  }.approximated { ($0 + 1).logGamma }.proven(.atSmallIntegers)
}

extension Registers {
  /// `dst = Gamma(x)` for `0 < x < 2^32`, with the exponent of its error in units of the precision; needs 5 temporaries.
  fileprivate mutating func gamma(_ dst: Int, _ x: Int, temporaries t: Int) -> Int {
    let smallest = StirlingSeries.smallestArgument(precision: precision)
    let shift = compare(x, integer: smallest) >= 0 ? 0 : smallest - Int(double(x))
    let (z, product, tail, step) = (t, t + 1, t + 2, t + 3)
    risingFactorial(product, x, shift, temporaries: (z, tail, step))
    add(z, x, integer: shift)
    reciprocalSquare(step, z)
    StirlingSeries.sum(.logGamma, &self, tail, reciprocalSquare: step)
    divide(tail, tail, z)
    // (z - 1/2) log z - z + tail
    set(dst, 0.5)
    subtract(dst, z, dst)
    log(step, z)
    multiply(dst, dst, step)
    subtract(dst, dst, z)
    add(dst, dst, tail)
    let amplification = Swift.max(size(dst), size(z)) + 2
    exp(dst, dst)
    divide(dst, dst, product)
    pi(step)
    multiplyByPowerOfTwo(step, step, 1)
    squareRoot(step, step)
    multiply(dst, dst, step)
    return isZero(dst) || !isFinite(dst) ? Registers.noCancellation : size(dst) + amplification
  }

  /// `dst = sin(pi x)`, relatively accurate near its zeros through the exact distance to the nearest integer; needs 2
  /// temporaries.
  mutating func sineOfPi(_ dst: Int, _ x: Int, temporaries t: Int) {
    nearestInteger(t, x)
    let isOdd = isOddInteger(t)
    subtract(t, x, t)
    pi(t + 1)
    multiply(t, t, t + 1)
    sin(dst, t)
    if isOdd { negate(dst, dst) }
  }

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
