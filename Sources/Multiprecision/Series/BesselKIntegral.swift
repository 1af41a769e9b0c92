/// The trapezoidal rule on the derivative of order `n >= 1` by `nu` of `int_0^inf e^(-x cosh t) cosh(nu t) dt = K_nu(x)`
/// (DLMF 10.32.9), for `nu > 0` and `x > 0`.
///
/// The integrand is `t^n` times `e^(-x cosh t) cosh(nu t)`, or `sinh(nu t)` for odd n: even, entire and positive, so that the
/// rule converges geometrically and nothing cancels. The fields name registers; 8 temporaries are needed.
struct BesselKIntegral {
  let derivative: Int
  let result: Int
  let order: Int
  let argument: Int
  let firstTemporary: Int

  private var term: Int { firstTemporary }
  private var weight: Int { firstTemporary + 1 }
  /// `e^(j h)` with its reciprocal, and `e^(nu j h)` with its reciprocal.
  private var powers: Range<Int> { firstTemporary + 2..<firstTemporary + 4 }
  private var orderPowers: Range<Int> { firstTemporary + 4..<firstTemporary + 6 }
  private var growth: Int { firstTemporary + 6 }
  private var orderGrowth: Int { firstTemporary + 7 }

  func evaluate(_ scratch: inout Registers) {
    let step = stepWidth(scratch)
    for register in powers { scratch.set(register, integer: 1) }
    for register in orderPowers { scratch.set(register, integer: 1) }
    scratch.set(growth, step)
    scratch.multiply(orderGrowth, growth, order)
    scratch.exp(growth, growth)
    scratch.exp(orderGrowth, orderGrowth)
    scratch.set(result, integer: 0)
    var before = Registers.sizeOfZero
    for node in 1...300_000 {
      advance(&scratch, powers, growth)
      advance(&scratch, orderPowers, orderGrowth)
      nodeTerm(&scratch)
      scratch.set(weight, integer: node)
      scratch.powerInteger(weight, weight, derivative)
      scratch.multiply(term, term, weight)
      scratch.add(result, result, term)
      // The integrand rises to one peak and falls for good.
      let exponent = scratch.size(term)
      if exponent < before && exponent < scratch.size(result) - scratch.precision - 4 {
        scratch.set(term, step)
        scratch.powerInteger(term, term, derivative + 1)
        scratch.multiply(result, result, term)
        return
      }
      before = exponent
    }
    scratch.setNaN(result)
  }

  /// A step `h` with `e^(-2 pi d/h)` below the precision relative to the sum, for the strip of half-width d = 1.2.
  ///
  /// On its edge the integrand is at most that of `K_nu(x cos d)`, hence `cos(d)^-nu e^(x (1 - cos d))` times larger.
  private func stepWidth(_ scratch: borrowing Registers) -> Double {
    let bits = 0.6932 * Double(scratch.precision + 16 + 4 * derivative)
    return 7.5 / (bits + 1.02 * scratch.double(order) + 0.64 * scratch.double(argument))
  }

  private func advance(_ scratch: inout Registers, _ pair: Range<Int>, _ factor: Int) {
    scratch.multiply(pair.lowerBound, pair.lowerBound, factor)
    scratch.divide(pair.lowerBound + 1, integer: 1, pair.lowerBound)
  }

  /// `e^(-x cosh t)` times `cosh(nu t)` or `sinh(nu t)` at the current node.
  private func nodeTerm(_ scratch: inout Registers) {
    if derivative % 2 == 0 {
      scratch.add(weight, orderPowers.lowerBound, orderPowers.lowerBound + 1)
    } else {
      scratch.subtract(weight, orderPowers.lowerBound, orderPowers.lowerBound + 1)
    }
    scratch.multiplyByPowerOfTwo(weight, weight, -1)
    scratch.add(term, powers.lowerBound, powers.lowerBound + 1)
    scratch.multiplyByPowerOfTwo(term, term, -1)
    scratch.multiply(term, term, argument)
    scratch.negate(term, term)
    scratch.exp(term, term)
    scratch.multiply(term, term, weight)
  }
}
