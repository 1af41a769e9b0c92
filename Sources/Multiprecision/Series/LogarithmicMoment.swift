/// `int_0^inf (c + v)^n e^(s v - x (e^v - 1)) dv`, the logarithmic moments behind derivatives by a shape, for `x > 0`.
///
/// The integrand is entire and falls doubly exponentially, so that it is cut off where it is below the precision, and the
/// tanh-sinh rule (Takahasi & Mori 1974) on the finite interval doubles its digits with each halving of the step; it has
/// converged when two levels agree to 3/5 of the precision. The fields name registers; 8 temporaries are needed.
struct LogarithmicMoment {
  let degree: Int
  let result: Int
  let shape: Int
  let rate: Int
  let offset: Int
  let firstTemporary: Int

  private var length: Int { firstTemporary }
  private var node: Int { firstTemporary + 1 }
  private var weight: Int { firstTemporary + 2 }
  private var term: Int { firstTemporary + 3 }
  private var t: Int { firstTemporary + 4 }
  private var before: Int { firstTemporary + 5 }
  private var halfPi: Int { firstTemporary + 6 }
  private var abscissa: Int { firstTemporary + 7 }

  /// Leaves the value in register `result` and returns the bits that it lost.
  func evaluate(_ scratch: inout Registers) -> Int {
    cutOff(&scratch)
    scratch.pi(halfPi)
    scratch.set(result, integer: 0)
    var largest = Registers.sizeOfZero
    for level in 1...16 {
      scratch.set(before, result)
      // The step is 2^-level; from the second level on only the new nodes, between the old ones.
      let stride = level == 1 ? 1 : 2
      if level == 1 { largest = Swift.max(largest, add(&scratch, 0, level)) }
      for side in [1, -1] {
        var index = side
        while true {
          let size = add(&scratch, index, level)
          largest = Swift.max(largest, size)
          if size < largest - scratch.precision - 16 && Swift.abs(index) > 1 << (level - 1) { break }
          if Swift.abs(index) > 8 << level { break }
          index += side * stride
        }
      }
      if level > 3, isSettled(&scratch, level, largest) {
        scratch.multiplyByPowerOfTwo(result, result, -level)
        return Swift.max(largest + 4 - (scratch.size(result) + level), 0) + Swift.max(scratch.size(shape), 0) + 8
      }
    }
    scratch.setNaN(result)
    return 0
  }

  /// Whether the sums of two levels, of which the finer has twice as many terms, agree.
  private func isSettled(_ scratch: inout Registers, _ level: Int, _ largest: Int) -> Bool {
    scratch.multiplyByPowerOfTwo(t, result, -1)
    scratch.subtract(t, t, before)
    return scratch.isZero(t) || scratch.size(t) < largest - scratch.precision * 3 / 5
  }

  /// `length` = where the exponent has fallen by the precision, to within a factor of 2.
  private func cutOff(_ scratch: inout Registers) {
    let bits = scratch.precision + 40 + 8 * degree
    scratch.set(length, integer: 1)
    scratch.multiplyByPowerOfTwo(length, length, -scratch.size(rate) - 4)
    if scratch.compare(length, integer: 1) > 0 { scratch.set(length, integer: 1) }
    for _ in 0..<400 {
      exponent(&scratch, length)
      scratch.negate(term, term)
      if scratch.compare(term, integer: bits) > 0 { return }
      scratch.set(t, 1.25)
      scratch.multiply(length, length, t)
    }
  }

  /// `term = s v - x (e^v - 1)`.
  private func exponent(_ scratch: inout Registers, _ v: Int) {
    scratch.expm1(term, v)
    scratch.multiply(term, term, rate)
    scratch.multiply(t, shape, v)
    scratch.subtract(term, t, term)
  }

  /// Adds the node `u = index / 2^level`; the size of its term.
  private func add(_ scratch: inout Registers, _ index: Int, _ level: Int) -> Int {
    // v = L / (1 + e), dv/du = L pi cosh(u) e / (1 + e)^2 with e = exp(-pi sinh(u))
    scratch.set(abscissa, integer: index)
    scratch.multiplyByPowerOfTwo(abscissa, abscissa, -level)
    scratch.sinhCosh(sine: t, cosine: weight, abscissa)
    scratch.multiply(t, t, halfPi)
    scratch.negate(t, t)
    scratch.exp(t, t)
    scratch.multiply(weight, weight, halfPi)
    scratch.multiply(weight, weight, length)
    scratch.multiply(weight, weight, t)
    scratch.add(t, t, integer: 1)
    scratch.divide(node, length, t)
    scratch.square(t, t)
    scratch.divide(weight, weight, t)
    exponent(&scratch, node)
    scratch.exp(term, term)
    scratch.multiply(term, term, weight)
    scratch.add(t, node, offset)
    scratch.powerInteger(t, t, degree)
    scratch.multiply(term, term, t)
    if !scratch.isFinite(term) { return Registers.sizeOfZero }
    scratch.add(result, result, term)
    return scratch.size(term)
  }
}
