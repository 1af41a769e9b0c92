extension RealFunction {
  /// Lerch's transcendent, the sum of `z^k / (a + k)^s` over `k >= 0` (DLMF 25.14.1), for `|z| < 1`, and `z = 1` where `s > 1`
  /// or `z = -1`, with `a > 0` and `|s| <= 10,000`.
  ///
  /// Small `|z|`: the sum itself. Otherwise the Euler-Maclaurin formula (2.10.1), whose integral is an incomplete gamma
  /// function; negative `z` by separating even and odd k. The precision is raised where parts cancel.
  public static let lerch = RealFunction(arity: 3) { registers, result, arguments in
    let (z, s, a) = (arguments[0], arguments[1], arguments[2])
    let isInside = registers.isFinite(z) && Swift.abs(registers.double(s)) <= 1e4
    let isRight = registers.isFinite(a) && registers.sign(a) > 0
    let isOne = registers.compare(z, integer: 1) == 0
    guard isInside, isRight, registers.compare(z, integer: 1) <= 0, registers.compare(z, integer: -1) >= 0,
      !isOne || registers.compare(s, integer: 1) > 0
    else {
      registers.setNaN(result)
      return
    }
    if isOne {
      hurwitzZeta.apply(&registers, result, [s, a])
    } else {
      registers.evaluate(result, scratch: 8) { scratch, outer in
        scratch.set(1, from: outer, z)
        scratch.set(2, from: outer, s)
        scratch.set(3, from: outer, a)
        return scratch.lerch(0, 1, 2, 3, temporaries: 4)
      }
    }
  }

  /// The polylogarithm, the sum of `x^k / k^s` over `k >= 1` (DLMF 25.12.10), for `-1 <= x < 1`, and `x = 1` where `s > 1`.
  ///
  /// `x` times Lerch's transcendent with `a = 1`.
  public static let polylog = binary { registers, result, s, x in
    var scratch = Registers(count: 3, precision: registers.precision + 8)
    scratch.set(0, from: registers, x)
    scratch.set(1, from: registers, s)
    scratch.set(2, integer: 1)
    lerch.apply(&scratch, 2, [0, 1, 2])
    scratch.multiply(2, 2, 0)
    registers.set(result, from: scratch, 2)
  }
}

extension Registers {
  /// `dst` = Lerch's transcendent for `-1 <= z < 1`, with the exponent of the largest quantity in it; needs 4 temporaries.
  fileprivate mutating func lerch(_ dst: Int, _ z: Int, _ s: Int, _ a: Int, temporaries t: Int) -> Int {
    if isZero(z) || size(z) < -1 { return lerchSum(dst, z, s, a, temporaries: t) }
    if sign(z) < 0 { return lerchOfNegative(dst, z, s, a, temporaries: t) }
    return LerchEulerMaclaurin.evaluate(&self, dst, z, s, a)
  }

  /// The defining sum.
  private mutating func lerchSum(_ dst: Int, _ z: Int, _ s: Int, _ a: Int, temporaries t: Int) -> Int {
    let (power, term, exponent) = (t, t + 1, t + 2)
    set(dst, integer: 0)
    set(power, integer: 1)
    negate(exponent, s)
    var largest = Registers.sizeOfZero
    for k in 0..<1_000_000 {
      add(term, a, integer: k)
      self.power(term, term, exponent)
      multiply(term, term, power)
      add(dst, dst, term)
      if isZero(term) { return Swift.max(largest, self.size(dst)) }
      largest = Swift.max(largest, self.size(term))
      // The ratio of neighbours is at most |z| (1 + 1/(a + k))^|s|, below 1/2 from here on.
      if self.size(term) < largest - precision && Double(k) > 4 * Swift.abs(double(s)) { return largest }
      multiply(power, power, z)
    }
    setNaN(dst)
    return Registers.noCancellation
  }

  /// `2^-s (Phi(z^2, s, a/2) + z Phi(z^2, s, (a + 1)/2))`.
  private mutating func lerchOfNegative(_ dst: Int, _ z: Int, _ s: Int, _ a: Int, temporaries t: Int) -> Int {
    var inner = Registers(count: 5, precision: precision)
    inner.set(0, from: self, z)
    inner.square(0, 0)
    inner.set(1, from: self, s)
    inner.set(2, from: self, a)
    inner.multiplyByPowerOfTwo(2, 2, -1)
    inner.set(4, 0.5)
    inner.add(3, 2, 4)
    let isUnit = inner.compare(0, integer: 1) == 0
    let even = isUnit ? RealFunction.hurwitzZeta : RealFunction.lerch
    even.apply(&inner, 2, isUnit ? [1, 2] : [0, 1, 2])
    even.apply(&inner, 3, isUnit ? [1, 3] : [0, 1, 3])
    set(dst, from: inner, 2)
    multiply(t, z, from: inner, 3)
    let largest = Swift.max(size(dst), size(t))
    add(dst, dst, t)
    let lost = isZero(dst) ? precision : largest - size(dst)
    set(t, integer: 2)
    negate(t + 1, s)
    power(t, t, t + 1)
    multiply(dst, dst, t)
    return isZero(dst) ? largest : size(dst) + lost + 4
  }
}
