internal import Multiprecision

/// Takes the real line doubly exponentially onto an interval (Takahasi & Mori 1974): nodes as rationals, for they are
/// parameters of the inner integrals, with the weights dx/dt.
struct IteratedMap {
  let lower: Real?
  let upper: Real?
  let digits: Int

  /// The node and weight at t, or nil where the node cannot be told from a bound.
  func node(_ t: Rational) -> (Rational, Real)? {
    let precision = (digits + 25) * 10 / 3
    var r = Registers(count: 8, precision: precision)
    // s = (π/2) sinh t and its derivative (π/2) cosh t.
    r.set(0, t)
    r.pi(1)
    r.multiplyByPowerOfTwo(1, 1, -1)
    r.cosh(2, 0)
    r.multiply(2, 2, 1)
    r.sinh(0, 0)
    r.multiply(0, 0, 1)
    switch (lower, upper) {
    case (nil, nil): infinite(&r)
    case (let a?, let b?): finite(&r, a, b)
    case (let a?, nil): half(&r, a, sign: 1)
    case (nil, let b?): half(&r, b, sign: -1)
    }
    let x = r.real(3)
    let weight = r.real(4)
    guard x.isFinite, weight.isFinite, !weight.isZero, lower.map({ x > $0 }) ?? true, upper.map({ x < $0 }) ?? true,
      let node = Rational(x.description(digits: digits + 20))
    else { return nil }
    return (node, weight)
  }

  /// x = sinh(s).
  private func infinite(_ r: inout Registers) {
    r.sinh(3, 0)
    r.cosh(4, 0)
    r.multiply(4, 4, 2)
  }

  /// x = a ± exp(s).
  private func half(_ r: inout Registers, _ end: Real, sign: Int) {
    r.exp(4, 0)
    r.set(5, end)
    if sign > 0 { r.add(3, 5, 4) } else { r.subtract(3, 5, 4) }
    r.multiply(4, 4, 2)
  }

  /// x = a + (b - a)/(1 + exp(-2s)), dx/ds = (b - a)/(2 cosh(s)^2).
  private func finite(_ r: inout Registers, _ a: Real, _ b: Real) {
    r.set(5, a)
    r.set(6, b)
    r.subtract(6, 6, 5)
    r.multiplyByPowerOfTwo(7, 0, 1)
    r.negate(7, 7)
    r.exp(7, 7)
    r.set(3, integer: 1)
    r.add(7, 7, 3)
    r.divide(3, 6, 7)
    r.add(3, 3, 5)
    r.cosh(4, 0)
    r.square(4, 4)
    r.multiplyByPowerOfTwo(4, 4, 1)
    r.divide(4, 6, 4)
    r.multiply(4, 4, 2)
  }
}
