extension RealFunction {
  /// The upper incomplete gamma function `Gamma(s, x)` for `x >= 0`; +inf at `x = 0` unless `s > 0`, not a number below 0.
  ///
  /// Large `x`: the asymptotic series (DLMF 8.11.2), whose error is below its first omitted term. Otherwise `Gamma(s)` less
  /// the power series (8.7.1), at `s = 0, -1, ...` the recurrence (8.8.2) from the exponential integral, both with as much
  /// more precision as the two parts cancel; or, where that costs less, Legendre's continued fraction (8.9.2), run until its
  /// convergents agree.
  public static let gammainc = binary { registers, result, s, x in
    guard registers.isFinite(s), !registers.isNaN(x), registers.sign(x) >= 0 else {
      registers.setNaN(result)
      return
    }
    if registers.isZero(x) {
      registers.sign(s) > 0 ? gamma.apply(&registers, result, [s]) : registers.setInfinity(result)
    } else if !registers.isFinite(x) {
      registers.set(result, integer: 0)
    } else {
      registers.evaluate(result, scratch: 11) { scratch, outer in
        scratch.set(1, from: outer, s)
        scratch.set(2, from: outer, x)
        return scratch.upperGamma(0, 1, 2, temporaries: 3)
      }
    }
  }
}

extension Registers {
  /// `dst = Gamma(s, x)` for `x > 0`, with the exponent of the largest quantity in it; needs 8 temporaries.
  ///
  /// The exponent also covers what a relative error of `x` does to the factor `x^s e^-x`.
  mutating func upperGamma(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) -> Int {
    let amplification = Swift.max(size(x), isZero(s) ? 0 : size(s) + 8, 0)
    var lost = 0
    if upperGammaBesideFactor(dst, s, x, temporaries: t) {
      multiplyByUpperGammaFactor(dst, s, x, temporaries: t)
    } else {
      lost = upperGammaByDifference(dst, s, x, temporaries: t)
    }
    return isZero(dst) || !isFinite(dst) ? Registers.noCancellation : size(dst) + lost + amplification
  }

  /// `dst = Gamma(s, x) / (x^s e^-x)` for `x > 0`, with the exponent of the largest quantity in it; needs 8 temporaries.
  mutating func scaledUpperGamma(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) -> Int {
    if upperGammaBesideFactor(dst, s, x, temporaries: t) { return size(dst) }
    let lost = upperGammaByDifference(dst, s, x, temporaries: t)
    set(t, integer: 1)
    multiplyByUpperGammaFactor(t, s, x, temporaries: t + 1)
    divide(dst, dst, t)
    let amplification = Swift.max(size(x), isZero(s) ? 0 : size(s) + 8, 0)
    return isZero(dst) || !isFinite(dst) ? Registers.noCancellation : size(dst) + lost + amplification
  }

  /// `dst = Gamma(s, x) / (x^s e^-x)`, where the asymptotic series or the continued fraction gives it best.
  private mutating func upperGammaBesideFactor(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) -> Bool {
    if upperGammaSeriesAtInfinity(dst, s, x, temporaries: t) { return true }
    if compare(s, integer: -1000) >= 0 {
      guard compare(x, integer: 1) >= 0, compare(x, s) > 0 else { return false }
      let cost = IncompleteGammaCost(s: double(s), x: double(x), precision: precision)
      if cost.seriesCost < cost.fractionCost { return false }
    }
    upperGammaFraction(dst, s, x, temporaries: t)
    return true
  }

  /// `dst = Gamma(s, x)` as `Gamma(s)` less the power series, or from `Ei` at `s = 0, -1, ...`; the bits that got lost.
  private mutating func upperGammaByDifference(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) -> Int {
    if let order = integer(s), order <= 0 { return upperGammaAtPole(dst, -order, x, temporaries: t) }
    let spare = IncompleteGammaCost(s: double(s), x: double(x), precision: precision).cancellation
    var inner = Registers(count: 7, precision: precision + Swift.min(spare, 16 * precision))
    inner.set(1, from: self, s)
    inner.set(2, from: self, x)
    inner.lowerGammaSeries(0, 1, 2, temporaries: 3)
    inner.multiplyByUpperGammaFactor(0, 1, 2, temporaries: 3)
    RealFunction.gamma.apply(&inner, 3, [1])
    guard inner.isFinite(3) else {
      setNaN(dst)
      return 0
    }
    let largest = Swift.max(inner.size(0), inner.size(3))
    inner.subtract(0, 3, 0)
    set(dst, from: inner, 0)
    let lost = Swift.min(largest - inner.size(0), inner.precision)
    return Swift.max(lost - (inner.precision - precision), 0)
  }

  /// `dst = dst * x^s * e^-x`.
  private mutating func multiplyByUpperGammaFactor(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) {
    log(t, x)
    multiply(t, t, s)
    subtract(t, t, x)
    exp(t, t)
    multiply(dst, dst, t)
  }

  /// `dst = Gamma(s, x) / (x^s e^-x)` by `1/x (1 + (s-1)/x + (s-1)(s-2)/x^2 + ...)`, if that reaches the precision.
  private mutating func upperGammaSeriesAtInfinity(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) -> Bool {
    // The terms shrink down to about e^-x, later for large |s|.
    guard double(x) > 0.7 * Double(precision) + 2 * Swift.abs(double(s)) else { return false }
    let (term, factor) = (t, t + 1)
    set(term, integer: 1)
    set(dst, integer: 1)
    var k = 0
    while !isZero(term) && size(term) > -precision {
      k += 1
      let before = size(term)
      subtract(factor, s, integer: k)
      multiply(term, term, factor)
      divide(term, term, x)
      if k > 2 * precision + 64 || (!isZero(term) && size(term) > before) { return false }
      add(dst, dst, term)
    }
    divide(dst, dst, x)
    return true
  }

  /// `dst = Gamma(s, x) / (x^s e^-x)` by the continued fraction `1/(x+1-s - 1(1-s)/(x+3-s - 2(2-s)/(x+5-s - ...)))`.
  private mutating func upperGammaFraction(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) {
    let (a0, a1, b0, b1, denominator, numerator, next) = (t, t + 1, t + 2, t + 3, t + 4, t + 5, t + 6)
    set(a0, integer: 0)
    set(a1, integer: 1)
    set(b0, integer: 1)
    subtract(b1, x, s)
    add(b1, b1, integer: 1)
    set(denominator, b1)
    divide(dst, a1, b1)
    for k in 1...100_000 {
      subtract(numerator, s, integer: k)
      multiply(numerator, numerator, integer: k)
      if isZero(numerator) { break }
      add(denominator, denominator, integer: 2)
      multiply(next, numerator, a0)
      fusedMultiplyAdd(a0, denominator, a1, next)
      swap(a0, a1)
      multiply(next, numerator, b0)
      fusedMultiplyAdd(b0, denominator, b1, next)
      swap(b0, b1)
      // A division costs as much as a step; convergence is geometric, so that checking every eighth step is enough.
      if k % 8 == 0 {
        divide(next, a1, b1)
        subtract(dst, next, dst)
        let isSettled = isZero(dst) || size(dst) < size(next) - precision + 2
        set(dst, next)
        if isSettled { return }
      }
    }
    isZero(numerator) ? divide(dst, a1, b1) : setNaN(dst)
  }

  /// `dst` = the lower function over `x^s e^-x`, the sum of `x^k / (s (s + 1) ... (s + k))`.
  private mutating func lowerGammaSeries(_ dst: Int, _ s: Int, _ x: Int, temporaries t: Int) {
    let (term, factor) = (t, t + 1)
    divide(term, integer: 1, s)
    set(dst, term)
    // Divisors that are machine integers cost a third of a long division.
    let twice = doubledInteger(s).flatMap { Swift.abs($0) < 1 << 40 ? $0 : nil }
    for k in 1...1_000_000 {
      add(factor, s, integer: k)
      multiply(term, term, x)
      if let twice {
        divide(term, term, integer: twice + 2 * k)
        multiplyByPowerOfTwo(term, term, 1)
      } else {
        divide(term, term, factor)
      }
      add(dst, dst, term)
      if size(term) < size(dst) - precision && compare(factor, x) > 0 { return }
    }
    setNaN(dst)
  }

  /// `dst = Gamma(-order, x)`: `Gamma(-m, x) = (x^-m e^-x - Gamma(1 - m, x)) / m`, from `Gamma(0, x) = -Ei(-x)`.
  private mutating func upperGammaAtPole(_ dst: Int, _ order: Int, _ x: Int, temporaries t: Int) -> Int {
    let (power, reciprocal) = (t, t + 1)
    negate(power, x)
    exponentialIntegral(dst, power)
    negate(dst, dst)
    exp(power, power)
    divide(reciprocal, integer: 1, x)
    var loss = 0
    for m in stride(from: 1, through: order, by: 1) {
      multiply(power, power, reciprocal)
      let largest = Swift.max(size(power), size(dst))
      subtract(dst, power, dst)
      loss += Swift.min(Swift.max(largest - size(dst), 0), precision)
      divide(dst, dst, integer: m)
    }
    return loss
  }
}
