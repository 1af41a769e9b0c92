internal import CMPFR

extension RealFunction {
  /// The binomial coefficient `Gamma(n + 1) / (Gamma(k + 1) Gamma(n - k + 1))` (DLMF 1.2.6).
  ///
  /// Defined for every `n` where `k` is a non-negative integer (a polynomial in `n`), 0 where `n - k` is a negative integer
  /// and for negative integers `k` with `n > -1`, and wherever the three gamma functions are finite otherwise. Integers are
  /// exact up to rounding; otherwise `1/((n + 1) B(k + 1, n - k + 1))` is as accurate as the beta function.
  public static let binomial = binary { registers, result, n, k in
    guard registers.isFinite(n), registers.isFinite(k) else {
      registers.setNaN(result)
      return
    }
    if let order = registers.integer(k) {
      if order < 0 {
        registers.compare(n, integer: -1) > 0 ? registers.set(result, integer: 0) : registers.setNaN(result)
        return
      }
      if let top = registers.integer(n), registers.isCheapBinomial(top, order) {
        registers.set(result, Integer.binomial(top, order))
        return
      }
      if order <= 256 {
        registers.fallingFactorialQuotient(result, n, order)
        return
      }
    }
    registers.binomialByBeta(result, n, k)
  }
}

extension Registers {
  /// Whether the exact integer has few enough bits to be the fastest way.
  fileprivate func isCheapBinomial(_ n: Int, _ k: Int) -> Bool {
    if n >= 0 && (k > n || Swift.min(k, n - k) <= 2048) { return true }
    return k <= 2048 && n > -1_000_000
  }

  /// `dst = n (n - 1) ... (n - k + 1) / k!`.
  fileprivate mutating func fallingFactorialQuotient(_ dst: Int, _ n: Int, _ k: Int) {
    // Differences n - i are exact once the precision covers the distance of the lowest bit of n to that of i.
    let spread = Swift.max(isZero(n) ? 0 : 10 - size(n), 0) + precision
    evaluate(dst, scratch: 1) { scratch, outer in
      var exact = Registers(count: 2, precision: Swift.max(scratch.precision, Swift.min(spread, 8 * outer.precision)))
      exact.set(0, from: outer, n)
      scratch.set(0, integer: 1)
      for i in 0..<k {
        exact.subtract(1, 0, integer: i)
        scratch.multiply(0, 0, from: exact, 1)
      }
      exact.set(1, Integer.factorial(k))
      scratch.divide(0, 0, from: exact, 1)
      return Registers.noCancellation
    }
  }

  fileprivate mutating func binomialByBeta(_ dst: Int, _ n: Int, _ k: Int) {
    var scratch = Registers(count: 4, precision: 2 * precision + 64)
    scratch.set(0, from: self, n)
    scratch.set(1, from: self, k)
    scratch.subtract(2, 0, 1)
    if scratch.sign(2) < 0 && scratch.isInteger(2) && scratch.compare(0, integer: -1) > 0 {
      set(dst, integer: 0)
      return
    }
    scratch.add(1, 1, integer: 1)
    scratch.add(2, 2, integer: 1)
    RealFunction.beta.apply(&scratch, 3, [1, 2])
    scratch.add(0, 0, integer: 1)
    scratch.multiply(3, 3, 0)
    scratch.divide(3, integer: 1, 3)
    set(dst, from: scratch, 3)
  }
}
