extension RealFunction {
  /// The derivative of order `n` of digamma, for integers `0 <= n <= 10,000` (500 where `x < 0`); not a number for
  /// other orders and at the poles.
  ///
  /// For `x > 0` the recurrence (DLMF 5.15.5) leads to the differentiated asymptotic series (5.15.9), all of one sign up to
  /// a tail that is smaller than its first omitted term; for `x < 0` the reflection formula (5.15.6), in which the n-th
  /// derivative of the cotangent is a polynomial in the cotangent.
  public static let polygamma = binary { registers, result, n, x in
    guard let order = registers.integer(n), (0...10_000).contains(order) else {
      registers.setNaN(result)
      return
    }
    registers.polygamma(result, order: order, x)
  }

  /// The derivative of digamma.
  public static let trigamma = unary { registers, result, x in registers.polygamma(result, order: 1, x) }
}

extension Registers {
  fileprivate mutating func polygamma(_ result: Int, order n: Int, _ x: Int) {
    if n == 0 {
      RealFunction.digamma.apply(&self, result, [x])
    } else if isNaN(x) || (sign(x) <= 0 && (isInteger(x) || !isFinite(x))) {
      setNaN(result)
    } else if !isFinite(x) {
      set(result, integer: 0)
    } else if n == 1, let doubled = doubledInteger(x), doubled > 0, doubled <= precision / 2 {
      evaluate(result, scratch: 2) { scratch, _ in scratch.trigammaOfHalf(0, doubled, temporary: 1) }
    } else {
      let isReflected = sign(x) < 0
      if isReflected && n > 500 {
        setNaN(result)
        return
      }
      evaluate(result, scratch: 8) { scratch, outer in
        scratch.set(1, from: outer, x)
        if isReflected { return scratch.reflectedPolygamma(0, order: n, 1, temporaries: 2) }
        scratch.polygammaOfPositive(0, order: n, 1, temporaries: 2)
        return Registers.noCancellation
      }
    }
  }

  /// `dst` = trigamma(doubled / 2) from `pi^2/6 - sum 1/i^2` or `pi^2/2 - sum 4/(2i - 1)^2` (DLMF 5.15.2, 5.15.3).
  private mutating func trigammaOfHalf(_ dst: Int, _ doubled: Int, temporary t: Int) -> Int {
    let isHalf = doubled % 2 == 1
    pi(dst)
    square(dst, dst)
    divide(dst, dst, integer: isHalf ? 2 : 6)
    let constant = size(dst)
    for step in stride(from: isHalf ? 1 : 2, to: doubled, by: 2) {
      set(t, integer: 4)
      divide(t, t, integer: step * step)
      subtract(dst, dst, t)
    }
    return constant
  }

  /// `psi_n(x) = (-1)^n psi_n(1 - x) - pi d^n/dx^n cot(pi x)`; needs 6 temporaries.
  private mutating func reflectedPolygamma(_ dst: Int, order n: Int, _ x: Int, temporaries t: Int) -> Int {
    subtract(t, integer: 1, x)
    polygammaOfPositive(dst, order: n, t, temporaries: t + 1)
    if n % 2 == 1 { negate(dst, dst) }
    let first = size(dst)
    cotangentOfPi(t, x, temporaries: t + 1)
    let coefficients = CotangentDerivative.coefficients(order: n)
    set(t + 1, integer: 0)
    for coefficient in coefficients.reversed() {
      multiply(t + 1, t + 1, t)
      set(t + 2, coefficient)
      add(t + 1, t + 1, t + 2)
    }
    pi(t)
    powerInteger(t, t, n + 1)
    multiply(t, t, t + 1)
    subtract(dst, dst, t)
    return Swift.max(first, size(t))
  }

  /// `dst = psi_n(x)` for `n >= 1` and `x > 0`; needs 5 temporaries.
  private mutating func polygammaOfPositive(_ dst: Int, order n: Int, _ x: Int, temporaries t: Int) {
    // Bernoulli terms decrease while 2k + n < 2 pi z; the shift leaves room for as many of them as at order 0.
    let smallest = StirlingSeries.smallestArgument(precision: precision) + n / 2
    let shift = compare(x, integer: smallest) >= 0 ? 0 : smallest - Int(double(x))
    let (z, power) = (t, t + 1)
    add(z, x, integer: shift)
    polygammaSeries(dst, order: n, z, temporaries: t + 1)
    set(t + 2, integer: 0)
    for i in 0..<shift {
      add(power, x, integer: i)
      n == 1 ? square(power, power) : powerInteger(power, power, n + 1)
      divide(power, integer: 1, power)
      add(t + 2, t + 2, power)
    }
    // The series is summed without its factor (n - 1)!, the shifts without n!.
    multiply(t + 2, t + 2, integer: n)
    add(dst, dst, t + 2)
    multiply(dst, dst, Integer.factorial(n - 1))
    if n % 2 == 0 { negate(dst, dst) }
  }

  /// `dst = z^-n (1 + n/(2z) + sum_k B_2k/(2k)! (n)_2k z^-2k)`, the asymptotic series without `(n - 1)!` and sign.
  private mutating func polygammaSeries(_ dst: Int, order n: Int, _ z: Int, temporaries t: Int) {
    let (y, factor, term) = (t, t + 1, t + 2)
    reciprocalSquare(y, z)
    let table = AsymptoticCoefficients.table(.eulerMaclaurin, precision: precision)
    set(dst, integer: n)
    divide(dst, dst, z)
    multiplyByPowerOfTwo(dst, dst, -1)
    add(dst, dst, integer: 1)
    set(factor, integer: 1)
    for k in 1...table.count {
      multiply(factor, factor, y)
      multiply(factor, factor, integer: n + 2 * k - 2)
      multiply(factor, factor, integer: n + 2 * k - 1)
      multiply(term, factor, from: table.registers, k - 1)
      add(dst, dst, term)
      if size(term) < -precision { break }
    }
    powerInteger(term, z, -n)
    multiply(dst, dst, term)
  }
}
