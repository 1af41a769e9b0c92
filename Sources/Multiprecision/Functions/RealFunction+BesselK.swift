extension RealFunction {
  /// The modified Bessel function of the second kind `K_nu(x)` for `x > 0` and real orders; +inf at 0, not a number below.
  ///
  /// Large `x`: the asymptotic series (DLMF 10.40.2), whose error is below its first omitted term (10.40(iii)). Otherwise the
  /// trapezoidal rule on `int_0^inf e^(-x cosh t) cosh(nu t) dt` (10.32.9), which has no cancellation and whose error
  /// `e^(-2 pi d/h)` is that of an integrand analytic in a strip of half-width d < pi/2.
  public static let besselk = binary { registers, result, order, x in
    guard registers.isFinite(order), registers.sign(x) >= 0, !registers.isNaN(x) else {
      registers.setNaN(result)
      return
    }
    if registers.isZero(x) {
      registers.setInfinity(result)
    } else if !registers.isFinite(x) {
      registers.set(result, integer: 0)
    } else {
      registers.evaluate(result, scratch: 7) { scratch, outer in
        scratch.set(1, from: outer, order)
        scratch.absolute(1, 1)
        scratch.set(2, from: outer, x)
        return scratch.besselK(0, order: 1, 2, temporaries: 3)
      }
    }
  }
}

extension Registers {
  /// Orders beyond this take too many steps of the recurrence.
  private static var largestOrder: Int { 5_000_000 }

  /// `dst = K_nu(x)` for `nu >= 0` and `x > 0`, with the exponent of the largest quantity in it; needs 4 temporaries.
  fileprivate mutating func besselK(_ dst: Int, order: Int, _ x: Int, temporaries t: Int) -> Int {
    var lost = 0
    let isHalfInteger = (doubledInteger(order) ?? 0) % 2 != 0 && compare(order, integer: precision) < 0
    let isLarge = isHalfInteger || double(x) > 0.35 * Double(precision) + double(order)
    if isLarge, hankelSeries(dst, order: order, x, isAlternating: false, temporaries: t) != nil {
      // e^-x sqrt(pi / (2 x))
      negate(t, x)
      exp(t, t)
      multiply(dst, dst, t)
      pi(t)
      divide(t, t, x)
      multiplyByPowerOfTwo(t, t, -1)
      squareRoot(t, t)
      multiply(dst, dst, t)
    } else if compare(order, integer: Self.largestOrder) < 0 && compare(x, integer: Self.largestOrder) < 0 {
      nearestInteger(t, order)
      var series = BesselKSeries(self, order: order, argument: x)
      lost = series.evaluate(&self, dst, shift: integer(t) ?? 0)
    } else {
      setNaN(dst)
    }
    guard isFinite(dst), !isZero(dst) else { return Registers.noCancellation }
    return size(dst) + lost + Swift.max(size(x), 0) + 4
  }
}
