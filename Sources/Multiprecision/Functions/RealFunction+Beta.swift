extension RealFunction {
  /// The logarithm of the beta function for `a, b > 0`; not a number elsewhere.
  ///
  /// `log Gamma(a) + log Gamma(b) - log Gamma(a + b)` (DLMF 5.12.1), with more precision where the three terms cancel. A
  /// positive integer among the arguments, up to 64, takes the exact form `log((k - 1)! / (a)_k)` instead; integers and
  /// half-integers take the logarithm of the exact quotient, which but for pi is a fraction.
  public static let lbeta = binary { registers, result, a, b in
    guard registers.isInsideBetaDomain(a, b) else {
      registers.setNaN(result)
      return
    }
    registers.logBeta(result, a, b)
  }

  /// The beta function, continued from `a, b > 0` to all arguments but the poles at `a` or `b` = 0, -1, ...; there not a
  /// number.
  ///
  /// The exponential of its logarithm, whose precision is raised by the number of bits before the binary point; outside the
  /// first quadrant `Gamma(a) Gamma(b) / Gamma(a + b)` (DLMF 5.12.1), 0 at the poles of the denominator.
  public static let beta = binary { registers, result, a, b in
    guard registers.isInsideBetaDomain(a, b) else {
      registers.continuedBeta(result, a, b)
      return
    }
    registers.evaluate(result, scratch: 1) { scratch, outer in
      var arguments = Registers(count: 2, precision: Swift.max(outer.precision, scratch.precision))
      arguments.set(0, from: outer, a)
      arguments.set(1, from: outer, b)
      arguments.logBeta(0, 0, 1)
      let bits = Swift.max(arguments.size(0), 0)
      scratch.set(0, from: arguments, 0)
      scratch.exp(0, 0)
      return scratch.isFinite(0) && !scratch.isZero(0) ? scratch.size(0) + bits : Registers.noCancellation
    }
  }
}

extension Registers {
  fileprivate func isInsideBetaDomain(_ a: Int, _ b: Int) -> Bool {
    isFinite(a) && isFinite(b) && sign(a) > 0 && sign(b) > 0
  }

  /// `dst = Gamma(a) Gamma(b) / Gamma(a + b)`; no product or quotient of the three loses digits.
  fileprivate mutating func continuedBeta(_ dst: Int, _ a: Int, _ b: Int) {
    // Twice the precision holds the sum of two numbers of like size exactly, so that a pole is recognised.
    var work = Registers(count: 3, precision: 2 * precision + 64)
    work.set(0, from: self, a)
    work.set(1, from: self, b)
    work.add(2, 0, 1)
    let isZero = work.isInteger(2) && work.sign(2) <= 0
    for register in 0..<3 { RealFunction.gamma.apply(&work, register, [register]) }
    work.multiply(0, 0, 1)
    if isZero && work.isFinite(0) {
      set(dst, integer: 0)
    } else {
      work.divide(0, 0, 2)
      set(dst, from: work, 0)
    }
  }

  /// `dst = log B(a, b)` for positive arguments.
  fileprivate mutating func logBeta(_ dst: Int, _ a: Int, _ b: Int) {
    if let (k, other) = smallIntegerAmong(a, b) {
      evaluate(dst, scratch: 5) { scratch, outer in
        // The rising factorial (a)_k has no cancellation.
        scratch.set(1, from: outer, other)
        scratch.risingFactorial(0, 1, k, temporaries: (2, 3, 4))
        scratch.set(2, Integer.factorial(k - 1))
        scratch.divide(0, 2, 0)
        return scratch.logarithmNearOne(0)
      }
      return
    }
    if let m = doubledInteger(a), let n = doubledInteger(b), m + n <= 1000 {
      evaluate(dst, scratch: 3) { scratch, _ in
        scratch.gammaOfHalf(0, m)
        scratch.gammaOfHalf(1, n)
        scratch.gammaOfHalf(2, m + n)
        scratch.multiply(0, 0, 1)
        scratch.divide(0, 0, 2)
        return scratch.logarithmNearOne(0)
      }
      return
    }
    evaluate(dst, scratch: 9) { scratch, outer in
      scratch.set(1, from: outer, a)
      scratch.set(2, from: outer, b)
      scratch.add(3, 1, 2)
      var largest = scratch.logGamma(0, 1, temporaries: 5)
      largest = Swift.max(largest, scratch.logGamma(4, 2, temporaries: 5))
      scratch.add(0, 0, 4)
      largest = Swift.max(largest, scratch.logGamma(4, 3, temporaries: 5))
      scratch.subtract(0, 0, 4)
      return largest
    }
  }

  /// Replaces a number by its logarithm; returns the exponent of what the number lacks, which the logarithm loses near 1.
  private mutating func logarithmNearOne(_ register: Int) -> Int {
    let isOne = compare(register, integer: 1) == 0
    log(register, register)
    return isOne ? Self.noCancellation : 0
  }

  /// An argument that is an integer up to 64, and the other one.
  private func smallIntegerAmong(_ a: Int, _ b: Int) -> (Int, Int)? {
    for (candidate, other) in [(a, b), (b, a)] {
      if let k = integer(candidate), k <= 64 { return (k, other) }
    }
    return nil
  }
}
