/// The coefficients up to `e^n` of `I_(nu + e)(x)`, from the power series whose terms are power series in `e`.
///
/// `sum_k (x^2/4)^k / k! R_k(e)` with `R_0 = 1/Gamma(nu + 1 + e)` and `R_(k+1) = R_k / (nu + k + 1 + e)`, times
/// `(x/2)^(nu + e)`. Register 0 receives the derivative; 1 holds `nu` and 2 holds `x`.
struct BesselIByOrder {
  let derivative: Int

  private let quarter = 3
  private let t = 4
  private let u = 5
  private var term: Int { 6 }
  private var sum: Int { 7 + derivative }
  private var factor: Int { 8 + 2 * derivative }

  static func registerCount(derivative: Int) -> Int { 9 + 3 * derivative }

  /// Leaves the value in register 0 and returns the exponent of its error in units of the precision.
  func evaluate(_ scratch: inout Registers) -> Int {
    scratch.square(quarter, 2)
    scratch.multiplyByPowerOfTwo(quarter, quarter, -2)
    reciprocalGamma(&scratch)
    for i in 0...derivative { scratch.set(sum + i, term + i) }
    var largest = Registers.sizeOfZero
    for k in 1...2_000_000 {
      scratch.add(t, 1, integer: k)
      divideByLinear(&scratch)
      scratch.divide(u, quarter, integer: k)
      var isNegligible = scratch.sign(t) > 0
      for i in 0...derivative {
        scratch.multiply(term + i, term + i, u)
        scratch.add(sum + i, sum + i, term + i)
        largest = Swift.max(largest, scratch.size(term + i))
        if !scratch.isZero(term + i) && scratch.size(term + i) > scratch.size(sum) - scratch.precision - 8 {
          isNegligible = false
        }
      }
      if isNegligible { break }
    }
    return combine(&scratch, largest)
  }

  /// The series of `1/Gamma(nu + 1 + e)`: the exponential of that of `-log Gamma`, whose coefficients are polygammas.
  private func reciprocalGamma(_ scratch: inout Registers) {
    scratch.add(t, 1, integer: 1)
    RealFunction.gamma.apply(&scratch, u, [t])
    scratch.divide(term, integer: 1, u)
    for j in 1..<derivative + 1 {
      scratch.set(u, integer: j - 1)
      RealFunction.polygamma.apply(&scratch, factor + j, [u, t])
      scratch.negate(factor + j, factor + j)
      scratch.set(u, Integer.factorial(j - 1))
      scratch.divide(factor + j, factor + j, u)
    }
    multiplyByExponential(&scratch, term)
  }

  /// Multiplies the constant in register `first` by `exp(sum_j factor_j e^j / j)`: `n c_n = sum_j factor_j c_(n-j)`.
  private func multiplyByExponential(_ scratch: inout Registers, _ first: Int) {
    for m in 1..<derivative + 1 {
      scratch.set(first + m, integer: 0)
      for j in 1...m {
        scratch.multiply(u, factor + j, first + m - j)
        scratch.add(first + m, first + m, u)
      }
      scratch.divide(first + m, first + m, integer: m)
    }
  }

  /// Divides the term by `t + e`.
  private func divideByLinear(_ scratch: inout Registers) {
    for i in 0...derivative {
      if i > 0 { scratch.subtract(term + i, term + i, term + i - 1) }
      scratch.divide(term + i, term + i, t)
    }
  }

  /// `n!` times the coefficient of `e^n` of the sum times `(x/2)^(nu + e)`.
  private func combine(_ scratch: inout Registers, _ largestTerm: Int) -> Int {
    scratch.multiplyByPowerOfTwo(t, 2, -1)
    scratch.log(t, t)
    scratch.multiply(u, t, 1)
    let amplification = Swift.max(scratch.size(u), scratch.size(1), 0) + 4
    scratch.exp(factor, u)
    var largest = Registers.sizeOfZero
    scratch.set(0, integer: 0)
    for i in 0...derivative {
      // (log(x/2))^i / i!
      scratch.multiply(u, factor, sum + derivative - i)
      largest = Swift.max(largest, scratch.size(u), scratch.size(factor) + largestTerm)
      scratch.add(0, 0, u)
      scratch.multiply(factor, factor, t)
      scratch.divide(factor, factor, integer: i + 1)
    }
    scratch.multiply(0, 0, Integer.factorial(derivative))
    if scratch.isZero(0) || !scratch.isFinite(0) { return Registers.noCancellation }
    return largest + scratch.precision / 512 + derivative + amplification
  }
}
