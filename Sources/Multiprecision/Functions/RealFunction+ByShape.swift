extension RealFunction {
  /// The derivative of order `n` by its shape of the upper incomplete gamma function `Gamma(s, x)`, for `x > 0`.
  ///
  /// The defining integral (DLMF 8.2.2) differentiated under the integral sign: `int_x^inf (log t)^n t^(s-1) e^-t dt`, with
  /// `t = x e^v`. See `LogarithmicMoment` for the rule; the precision is raised where `log t` changes its sign.
  public static func gammaincByShape(_ n: Int) -> RealFunction {
    n == 0 ? gammainc : logarithmicMoment(n, isScaled: false)
  }

  /// The derivative of order `n` by its order of the generalised exponential integral `E_s(x)`, for `x > 0`.
  ///
  /// `(-1)^n int_1^inf (log t)^n t^-s e^(-x t) dt` (DLMF 8.19.3, differentiated), with `t = e^v`, and no cancellation.
  public static func expintByOrder(_ n: Int) -> RealFunction {
    n == 0 ? expint : logarithmicMoment(n, isScaled: true)
  }

  private static func logarithmicMoment(_ n: Int, isScaled: Bool) -> RealFunction {
    binary { registers, result, s, x in
      let isInside = registers.isFinite(s) && registers.isFinite(x) && registers.sign(x) > 0
      guard isInside, Swift.abs(registers.double(s)) < 1e6, Swift.abs(registers.size(x)) < 20_000 else {
        registers.setNaN(result)
        return
      }
      registers.evaluate(result, scratch: 12) { scratch, outer in
        scratch.set(1, from: outer, s)
        scratch.set(2, from: outer, x)
        scratch.set(3, integer: 0)
        if isScaled { scratch.subtract(1, integer: 1, 1) } else { scratch.log(3, 2) }
        let lost = LogarithmicMoment(degree: n, result: 0, shape: 1, rate: 2, offset: 3, firstTemporary: 4)
          .evaluate(&scratch)
        // e^-x, times x^s for the incomplete gamma function.
        scratch.multiply(4, 1, 3)
        scratch.subtract(4, 4, 2)
        let amplification = Swift.max(scratch.size(4), scratch.size(2), 0) + 4
        scratch.exp(4, 4)
        scratch.multiply(0, 0, 4)
        if isScaled && n % 2 == 1 { scratch.negate(0, 0) }
        return scratch.isFinite(0) && !scratch.isZero(0)
          ? scratch.size(0) + lost + amplification : Registers.noCancellation
      }
    }
  }

  /// The derivative of order `n` by `s` of the Hurwitz zeta function, on the domain of that function.
  ///
  /// The Euler-Maclaurin formula (DLMF 25.11.5), differentiated term by term as truncated power series in `s`.
  public static func hurwitzZetaByExponent(_ n: Int) -> RealFunction {
    binary { registers, result, s, a in registers.zetaDerivative(result, order: n, s, a) }
  }

  /// The derivative of order `n` by `s` of Lerch's transcendent, for `|z| < 1` and `a > 0`.
  ///
  /// The defining sum (DLMF 25.14.1), differentiated term by term; up to 100,000 terms, hence not a number close to
  /// `|z| = 1`. The precision is raised where terms of different signs cancel.
  public static func lerchByExponent(_ n: Int) -> RealFunction {
    if n == 0 { return lerch }
    return RealFunction(arity: 3) { registers, result, arguments in
      let (z, s, a) = (arguments[0], arguments[1], arguments[2])
      let isInside = registers.isFinite(z) && Swift.abs(registers.double(z)) < 1 && registers.isFinite(s)
      guard isInside, Swift.abs(registers.double(s)) < 1e4, registers.isFinite(a), registers.sign(a) > 0 else {
        registers.setNaN(result)
        return
      }
      registers.evaluate(result, scratch: 7) { scratch, outer in
        scratch.set(1, from: outer, z)
        scratch.set(2, from: outer, s)
        scratch.set(3, from: outer, a)
        return scratch.lerchByExponent(n)
      }
    }
  }

  /// The derivative of order `n` by `s` of the polylogarithm: `x` times that of Lerch's transcendent with `a = 1`.
  public static func polylogByOrder(_ n: Int) -> RealFunction {
    if n == 0 { return polylog }
    return binary { registers, result, s, x in
      var scratch = Registers(count: 3, precision: registers.precision + 8)
      scratch.set(0, from: registers, x)
      scratch.set(1, from: registers, s)
      scratch.set(2, integer: 1)
      lerchByExponent(n).apply(&scratch, 2, [0, 1, 2])
      scratch.multiply(2, 2, 0)
      registers.set(result, from: scratch, 2)
    }
  }
}

extension Registers {
  /// Register 0 = the sum of `(-log(a + k))^n z^k (a + k)^-s` for `z`, `s`, `a` in registers 1, 2, 3; the size of its largest
  /// term. Uses registers 4 to 6.
  fileprivate mutating func lerchByExponent(_ n: Int) -> Int {
    let (power, term, logarithm) = (4, 5, 6)
    set(0, integer: 0)
    set(power, integer: 1)
    var largest = Registers.sizeOfZero
    let start = 4 * (Swift.abs(double(2)) + Double(n))
    for k in 0..<100_000 {
      add(logarithm, 3, integer: k)
      log(logarithm, logarithm)
      negate(logarithm, logarithm)
      multiply(term, logarithm, 2)
      exp(term, term)
      powerInteger(logarithm, logarithm, n)
      multiply(term, term, logarithm)
      multiply(term, term, power)
      add(0, 0, term)
      largest = Swift.max(largest, size(term))
      // What follows is below this power of z times a factor that grows by less than 1/|z| a step.
      if Double(k) > start && size(power) + 2 * n + 64 < largest - precision && size(term) < largest - precision - 32 {
        return largest + Swift.max(size(2), 0) + 8
      }
      multiply(power, power, 1)
      if isZero(power) { return largest + Swift.max(size(2), 0) + 8 }
    }
    setNaN(0)
    return Registers.noCancellation
  }
}
