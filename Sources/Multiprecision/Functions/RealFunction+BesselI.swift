extension RealFunction {
  /// The modified Bessel function of the first kind `I_nu(x)` for `x >= 0`, and for `x < 0` at integer orders.
  ///
  /// The power series (DLMF 10.25.2), whose terms are positive for `nu > -1`; large `x`: the asymptotic series (10.40.1), used
  /// where both its smallest term and the neglected `e^-2x` are below the precision. The precision is raised on
  /// cancellation. At 0 the limit: 1, 0, or +inf for negative non-integers.
  ///
  /// The proof at small integers: all terms are positive there, each is rounded a few times with 24 bits to spare, and where
  /// the sum ends the ratio of its terms is below 1/4. `I_n'/I_n = I_(n+1)/I_n + n/x` and `I_(n+1) < I_n` (10.29.2).
  public static let besseli = binary { registers, result, order, x in
    guard registers.isFinite(order), registers.isFinite(x) else {
      registers.sign(x) > 0 && registers.isFinite(order) ? registers.set(result, x) : registers.setNaN(result)
      return
    }
    let isInteger = registers.isInteger(order)
    if registers.isZero(x) {
      let isInfinite = registers.sign(order) < 0 && !isInteger
      let value = registers.isZero(order) ? 1 : 0
      isInfinite ? registers.setInfinity(result) : registers.set(result, integer: value)
    } else if registers.sign(x) < 0 && !isInteger {
      registers.setNaN(result)
    } else {
      registers.evaluate(result, scratch: 6) { scratch, outer in
        scratch.set(1, from: outer, order)
        if isInteger { scratch.absolute(1, 1) }
        scratch.set(2, from: outer, x)
        let isOddReflection = scratch.sign(2) < 0 && scratch.isOddInteger(1)
        scratch.absolute(2, 2)
        let largest = scratch.besselI(0, order: 1, 2, temporaries: 3)
        if isOddReflection { scratch.negate(0, 0) }
        return largest
      }
    }
  }.proven(.besselAtSmallIntegers)
}

extension Registers {
  /// Whether the value is an integer whose half is not.
  func isOddInteger(_ a: Int) -> Bool {
    guard let doubled = doubledInteger(a) else { return false }
    return doubled % 4 == 2 || doubled % 4 == -2
  }

  /// `dst = I_nu(x)` for `x > 0`, with the exponent of the largest quantity in it; needs 3 temporaries.
  fileprivate mutating func besselI(_ dst: Int, order: Int, _ x: Int, temporaries t: Int) -> Int {
    let isLarge = double(x) > 0.35 * Double(precision) + 8
    if isLarge, let largest = hankelSeries(dst, order: order, x, isAlternating: true, temporaries: t) {
      // e^x / sqrt(2 pi x)
      let lost = largest - size(dst)
      exp(t, x)
      if !isFinite(t) {
        setInfinity(dst)
        return Registers.noCancellation
      }
      multiply(dst, dst, t)
      pi(t)
      multiply(t, t, x)
      multiplyByPowerOfTwo(t, t, 1)
      squareRoot(t, t)
      divide(dst, dst, t)
      return isFinite(dst) ? size(dst) + lost + Swift.max(size(x), 0) : Registers.noCancellation
    }
    return besselIPowerSeries(dst, order: order, x, temporaries: t)
  }

  /// `(x/2)^nu / Gamma(nu + 1)` times the sum of `(x^2/4)^k / (k! (nu + 1)_k)`.
  private mutating func besselIPowerSeries(_ dst: Int, order: Int, _ x: Int, temporaries t: Int) -> Int {
    let (square, term, factor) = (t, t + 1, t + 2)
    guard double(x) < 1e6, Swift.abs(double(order)) < 1e9 else {
      setNaN(dst)
      return Registers.noCancellation
    }
    self.square(square, x)
    multiplyByPowerOfTwo(square, square, -2)
    set(term, integer: 1)
    set(dst, integer: 1)
    var largest = 1
    for k in 1...2_000_000 {
      add(factor, order, integer: k)
      multiply(factor, factor, integer: k)
      multiply(term, term, square)
      divide(term, term, factor)
      add(dst, dst, term)
      largest = Swift.max(largest, size(term))
      if sign(factor) > 0 && size(term) < size(dst) - precision { break }
    }
    let lost = largest - size(dst)
    add(factor, order, integer: 1)
    RealFunction.gamma.apply(&self, factor, [factor])
    divide(dst, dst, factor)
    multiplyByPowerOfTwo(term, x, -1)
    power(term, term, order)
    multiply(dst, dst, term)
    if isZero(dst) || !isFinite(dst) { return Registers.noCancellation }
    return size(dst) + lost + (isZero(order) ? 0 : Swift.max(size(order) + 8, 0))
  }

  /// `dst` = the sum of `a_k(nu) / x^k`, with alternating signs or without (DLMF 10.17.1, 10.40.1, 10.40.2), and the exponent
  /// of its largest term; nil if the terms do not fall below the precision.
  mutating func hankelSeries(
    _ dst: Int, order: Int, _ x: Int, isAlternating: Bool, temporaries t: Int
  ) -> Int? {
    let (term, square, factor) = (t, t + 1, t + 2)
    self.square(square, order)
    multiplyByPowerOfTwo(square, square, 2)
    set(term, integer: 1)
    set(dst, integer: 1)
    var largest = 1
    for k in 1...4 * precision + 256 {
      subtract(factor, square, integer: (2 * k - 1) * (2 * k - 1))
      multiply(term, term, factor)
      divide(term, term, x)
      divide(term, term, integer: isAlternating ? -8 * k : 8 * k)
      if isZero(term) || size(term) < size(dst) - precision { return largest }
      add(dst, dst, term)
      largest = Swift.max(largest, size(term))
    }
    return nil
  }
}
