extension RealFunction {
  /// The derivative of order `n` by its order of the modified Bessel function `K_nu(x)`, for `x > 0` and `|nu| < 100,000`.
  ///
  /// The defining integral (DLMF 10.32.9) differentiated under the integral sign, by the trapezoidal rule, without
  /// cancellation; its error `e^(-2 pi d/h)` is that of an integrand analytic in a strip of half-width d < pi/2.
  public static func besselkByOrder(_ n: Int) -> RealFunction {
    if n == 0 { return besselk }
    return binary { registers, result, order, x in
      let isInside = registers.isFinite(order) && registers.isFinite(x) && registers.sign(x) > 0
      guard isInside, Swift.abs(registers.double(order)) < 1e5, registers.size(x) > -100_000, registers.size(x) < 60
      else {
        registers.setNaN(result)
        return
      }
      if n % 2 == 1 && registers.isZero(order) {
        registers.set(result, integer: 0)
        return
      }
      let isNegative = n % 2 == 1 && registers.sign(order) < 0
      registers.evaluate(result, scratch: 11) { scratch, outer in
        scratch.set(1, from: outer, order)
        scratch.absolute(1, 1)
        scratch.set(2, from: outer, x)
        BesselKIntegral(derivative: n, result: 0, order: 1, argument: 2, firstTemporary: 3).evaluate(&scratch)
        // At small orders the hyperbolic sine is a difference; the cosine is none, and serves at order 0.
        let difference = n % 2 == 1 ? Swift.max(-scratch.size(1), 0) : 0
        let lost = difference + Swift.max(scratch.size(2), 0) + 4
        if isNegative { scratch.negate(0, 0) }
        return scratch.isFinite(0) && !scratch.isZero(0) ? scratch.size(0) + lost : Registers.noCancellation
      }
    }
  }

  /// The derivative of order `n` by its order of the modified Bessel function `I_nu(x)`, for `0 < x < 100,000` and orders that
  /// are no negative integers.
  ///
  /// The power series (DLMF 10.25.2) with `nu + e` for `nu`, each term a power series in `e` (10.38.1 is its first
  /// coefficient); the precision is raised where terms of different signs cancel.
  public static func besseliByOrder(_ n: Int) -> RealFunction {
    if n == 0 { return besseli }
    return binary { registers, result, order, x in
      let isPole = registers.sign(order) < 0 && registers.isInteger(order)
      let isInside = registers.isFinite(order) && registers.sign(x) > 0 && registers.double(x) < 1e5
      guard isInside, !isPole, Swift.abs(registers.double(order)) < 1e6 else {
        registers.setNaN(result)
        return
      }
      registers.evaluate(result, scratch: BesselIByOrder.registerCount(derivative: n)) { scratch, outer in
        scratch.set(1, from: outer, order)
        scratch.set(2, from: outer, x)
        return BesselIByOrder(derivative: n).evaluate(&scratch)
      }
    }
  }
}
