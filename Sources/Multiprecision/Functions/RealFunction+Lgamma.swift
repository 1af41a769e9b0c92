extension RealFunction {
  /// The logarithm of the gamma function for `x > 0`; +inf at the poles 0, -1, -2, ..., not a number elsewhere below 0.
  ///
  /// Integers and half-integers take an exact product and one logarithm; otherwise `Gamma(x) = Gamma(x + n) / (x)_n`
  /// (DLMF 5.5.1) and Stirling's series (5.11.1). The error of each term is a few units of the largest term, and the
  /// precision is raised where they cancel, near 1 and 2.
  public static let lgamma = unary { registers, result, x in
    if registers.isNaN(x) || !registers.isFinite(x) {
      registers.sign(x) > 0 ? registers.set(result, x) : registers.setNaN(result)
    } else if registers.sign(x) <= 0 {
      registers.isInteger(x) ? registers.setInfinity(result) : registers.setNaN(result)
    } else if let doubled = registers.doubledInteger(x), doubled <= 1000 {
      registers.evaluate(result, scratch: 2) { scratch, _ in
        scratch.gammaOfHalf(0, doubled)
        scratch.log(0, 0)
        return Registers.noCancellation
      }
    } else {
      registers.evaluate(result, scratch: 6) { scratch, outer in
        scratch.set(1, from: outer, x)
        return scratch.logGamma(0, 1, temporaries: 2)
      }
    }
  }.approximated { $0.logGamma }.proven(.atSmallIntegers)
}

extension Registers {
  /// `dst` = Gamma(doubled / 2), as an exact product and at most one factor `sqrt(pi)` (DLMF 5.4.6 and 5.5.5).
  mutating func gammaOfHalf(_ dst: Int, _ doubled: Int) {
    if doubled % 2 == 0 {
      set(dst, Integer.factorial(doubled / 2 - 1))
      return
    }
    pi(dst)
    squareRoot(dst, dst)
    multiply(dst, dst, Integer.doubleFactorial(doubled - 2))
    multiplyByPowerOfTwo(dst, dst, -(doubled / 2))
  }

  /// `dst = log Gamma(x)` for `x > 0`, with the exponent of the largest term as the result; needs 4 temporaries.
  mutating func logGamma(_ dst: Int, _ x: Int, temporaries t: Int) -> Int {
    let smallest = StirlingSeries.smallestArgument(precision: precision)
    let shift = compare(x, integer: smallest) >= 0 ? 0 : smallest - Int(double(x))
    let (z, product, logarithm, step) = (t, t + 1, t + 2, t + 3)
    risingFactorial(product, x, shift, temporaries: (z, logarithm, step))
    add(z, x, integer: shift)
    reciprocalSquare(logarithm, z)
    StirlingSeries.sum(.logGamma, &self, step, reciprocalSquare: logarithm)
    divide(step, step, z)
    log(logarithm, z)
    // (z - 1/2) log z - z + log(2 pi) / 2 + tail - log((x)_n)
    set(dst, 0.5)
    subtract(dst, z, dst)
    multiply(dst, dst, logarithm)
    let largest = Swift.max(size(dst), size(z))
    subtract(dst, dst, z)
    add(dst, dst, step)
    pi(step)
    multiplyByPowerOfTwo(step, step, 1)
    if shift > 0 {
      // One logarithm for both: log(2 pi) / 2 - log((x)_n) = log(2 pi / (x)_n^2) / 2.
      square(product, product)
      divide(step, step, product)
    }
    log(step, step)
    multiplyByPowerOfTwo(step, step, -1)
    let constant = size(step)
    add(dst, dst, step)
    return Swift.max(largest, constant)
  }
}
