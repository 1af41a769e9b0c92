extension RealFunction {
  /// The logarithmic derivative of the gamma function; not a number at the poles 0, -1, -2, ....
  ///
  /// Small integers and half-integers are finite sums (DLMF 5.4.14 and 5.4.15); otherwise the recurrence (5.5.2) leads to
  /// the asymptotic series (5.11.2), below 1/2 after reflection (5.5.4). The error is a few units of the largest term; the
  /// precision is raised near the zeros.
  public static let digamma = unary { registers, result, x in
    guard registers.isFinite(x) else {
      registers.sign(x) > 0 ? registers.set(result, x) : registers.setNaN(result)
      return
    }
    if registers.sign(x) <= 0 && registers.isInteger(x) {
      registers.setNaN(result)
    } else if let doubled = registers.doubledInteger(x), doubled > 0, doubled <= registers.precision / 2 {
      registers.evaluate(result, scratch: 2) { scratch, _ in scratch.digammaOfHalf(0, doubled, temporary: 1) }
    } else {
      let isReflected = registers.compare(x, integer: 0) < 0
      registers.evaluate(result, scratch: 8) { scratch, outer in
        scratch.set(1, from: outer, x)
        guard isReflected else { return scratch.digamma(0, 1, temporaries: 2) }
        // digamma(x) = digamma(1 - x) - pi cot(pi x)
        scratch.subtract(2, integer: 1, 1)
        let first = scratch.digamma(0, 2, temporaries: 3)
        scratch.cotangentOfPi(1, 1, temporaries: 2)
        scratch.pi(2)
        scratch.multiply(1, 1, 2)
        scratch.subtract(0, 0, 1)
        return Swift.max(first, scratch.size(1))
      }
    }
  }
}

extension Registers {
  /// `dst` = digamma(doubled / 2) from `-gamma + sum 1/i` or `-gamma - 2 log 2 + sum 2/(2i - 1)`.
  mutating func digammaOfHalf(_ dst: Int, _ doubled: Int, temporary t: Int) -> Int {
    eulerGamma(dst)
    let isHalf = doubled % 2 == 1
    if isHalf {
      logTwo(t)
      multiplyByPowerOfTwo(t, t, 1)
      add(dst, dst, t)
    }
    let constant = size(dst)
    for step in stride(from: isHalf ? 1 : 2, to: doubled, by: 2) {
      set(t, integer: 2)
      divide(t, t, integer: step)
      subtract(dst, dst, t)
    }
    negate(dst, dst)
    return Swift.max(constant, size(dst))
  }

  /// `dst` = digamma(x) for `x > 0`, with the exponent of the largest term as the result; needs 5 temporaries.
  mutating func digamma(_ dst: Int, _ x: Int, temporaries t: Int) -> Int {
    let smallest = StirlingSeries.smallestArgument(precision: precision)
    let shift = compare(x, integer: smallest) >= 0 ? 0 : smallest - Int(double(x))
    let (z, sum, y, step) = (t, t + 1, t + 2, t + 3)
    add(z, x, integer: shift)
    reciprocalSquare(y, z)
    StirlingSeries.sum(.digamma, &self, sum, reciprocalSquare: y)
    multiply(sum, sum, y)
    log(dst, z)
    var largest = size(dst)
    subtract(dst, dst, sum)
    multiplyByPowerOfTwo(z, z, 1)
    divide(z, integer: 1, z)
    subtract(dst, dst, z)
    if shift > 0 {
      logarithmicDerivativeOfRisingFactorial(sum, x, shift, temporaries: (y, step, z))
      largest = Swift.max(largest, size(sum))
      subtract(dst, dst, sum)
    }
    return largest
  }

  /// `dst` = the sum of `1/(x + i)` for `0 <= i < n`, as one quotient: `p'/p` with `p = (x)_n`.
  private mutating func logarithmicDerivativeOfRisingFactorial(
    _ dst: Int, _ x: Int, _ n: Int, temporaries: (product: Int, step: Int, derivative: Int)
  ) {
    let (product, step, derivative) = temporaries
    set(product, x)
    set(derivative, integer: 1)
    for i in 1..<Swift.max(n, 1) {
      add(step, x, integer: i)
      fusedMultiplyAdd(derivative, derivative, step, product)
      multiply(product, product, step)
    }
    divide(dst, derivative, product)
  }

  /// `dst = cot(pi x)` for `x` not an integer; needs 2 temporaries.
  ///
  /// Relative accuracy near both its poles and its zeros comes from the exact distance to the nearest integer, or, where
  /// that is more than 1/4, to the nearest half-integer: `cot(pi x) = -tan(pi (x - m - 1/2))`.
  mutating func cotangentOfPi(_ dst: Int, _ x: Int, temporaries t: Int) {
    nearestInteger(t, x)
    subtract(t, x, t)
    let isNearZero = size(t) >= -1
    if isNearZero {
      set(t + 1, sign(t) < 0 ? -0.5 : 0.5)
      subtract(t, t, t + 1)
    }
    pi(t + 1)
    multiply(t, t, t + 1)
    tan(t, t)
    isNearZero ? negate(dst, t) : divide(dst, integer: 1, t)
  }
}
