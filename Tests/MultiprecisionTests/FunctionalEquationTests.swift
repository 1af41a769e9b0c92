import Multiprecision
import TestSupport
import Testing

/// Equations between values of one function, at random arguments: they hold whatever the reference says.
@Suite struct FunctionalEquationTests {
  static let precision = 180

  /// `f(x + 1) - g(x)` and `f(x)` shall agree for random `x`.
  private func expectEqual(_ a: Real, _ b: Real, scale: Real, _ message: String) {
    let error = (a - b).magnitude
    let bound = scale.magnitude.exponent
    #expect(error.isZero || error.exponent <= bound - Self.precision + 12, "\(message): \(a) and \(b)")
  }

  private func real(_ value: Int) -> Real { Real(Rational(value), precision: Self.precision) }

  /// Random positive numbers of many sizes, with few bits so that `x + 1` is exact.
  private func samples(_ seed: UInt64) -> [Real] {
    var random = SplitMix(seed: seed)
    return (0..<25).map { _ in
      let mantissa = Int.random(in: 1...1_000_000, using: &random)
      let exponent = Int.random(in: -24 ... -8, using: &random)
      return Real(Rational(mantissa) * Rational(2).power(exponent), precision: Self.precision)
    }
  }

  @Test(arguments: UInt64(1)...4)
  func gammaShifts(seed: UInt64) {
    let p = Self.precision
    for x in samples(seed) {
      let next = x + real(1)
      let log = RealFunction.log(x, precision: p)
      let (low, high) = (RealFunction.lgamma(x, precision: p), RealFunction.lgamma(next, precision: p))
      expectEqual(high, low + log, scale: Swift.max(low.magnitude, log.magnitude), "lgamma at \(x)")
      let gamma = RealFunction.gamma(x, precision: p)
      if gamma.isFinite && gamma.exponent < 1_000_000 {
        let product = x * gamma
        expectEqual(RealFunction.gamma(next, precision: p), product, scale: product, "gamma at \(x)")
      }
      let digamma = RealFunction.digamma(x, precision: p)
      let reciprocal = real(1) / x
      let shifted = digamma + reciprocal
      expectEqual(
        RealFunction.digamma(next, precision: p), shifted, scale: Swift.max(digamma.magnitude, reciprocal),
        "digamma at \(x)")
    }
  }

  @Test(arguments: 1...6)
  func polygammaShifts(order: Int) {
    let p = Self.precision
    for x in samples(UInt64(order)) {
      var power = real(1) / x
      for k in stride(from: 1, through: order, by: 1) { power = power * real(k) / x }
      if order % 2 == 1 { power = -power }
      let low = RealFunction.polygamma(real(order), x, precision: p)
      let high = RealFunction.polygamma(real(order), x + real(1), precision: p)
      expectEqual(high, low + power, scale: low, "polygamma of order \(order) at \(x)")
    }
  }

  @Test(arguments: UInt64(1)...4)
  func besselWronskian(seed: UInt64) {
    // I_nu K_(nu + 1) + I_(nu + 1) K_nu = 1/x (DLMF 10.28.2), across all methods of both functions.
    let p = Self.precision
    for (index, x) in samples(seed).enumerated() {
      let nu = real(index) / real(4)
      let next = nu + real(1)
      let first = RealFunction.besseli(nu, x, precision: p) * RealFunction.besselk(next, x, precision: p)
      let second = RealFunction.besseli(next, x, precision: p) * RealFunction.besselk(nu, x, precision: p)
      let reciprocal = real(1) / x
      expectEqual(first + second, reciprocal, scale: reciprocal, "order \(nu) at \(x)")
    }
  }

  @Test(arguments: UInt64(1)...4)
  func incompleteGammaShifts(seed: UInt64) {
    // Gamma(s + 1, x) = s Gamma(s, x) + x^s e^-x (DLMF 8.8.2), across all methods.
    let p = Self.precision
    for (index, x) in samples(seed).enumerated() {
      let s = real(index - 8) / real(2)
      let exponent = s * RealFunction.log(x, precision: p + 64) - x
      let added = RealFunction.exp(exponent, precision: p)
      let low = s * RealFunction.gammainc(s, x, precision: p)
      let high = RealFunction.gammainc(s + real(1), x, precision: p)
      // The rounding of the exponent in this test itself.
      let slack = real(Swift.abs(exponent.doubleValue) > 1000 ? 1 << 20 : 1)
      let scale = Swift.max(low.magnitude, added) * slack
      expectEqual(high, low + added, scale: scale, "s = \(s), x = \(x)")
    }
  }

  @Test(arguments: UInt64(1)...2)
  func normalTails(seed: UInt64) {
    let p = Self.precision
    for x in samples(seed) {
      let sum = RealFunction.normalCDF(x, precision: p) + RealFunction.normalCDF(-x, precision: p)
      expectEqual(sum, real(1), scale: real(1), "normal_cdf at \(x)")
      let both = RealFunction.erf(x, precision: p) + RealFunction.erfc(x, precision: p)
      expectEqual(both, real(1), scale: real(1), "erf at \(x)")
    }
  }

  @Test(arguments: UInt64(1)...2)
  func hurwitzShifts(seed: UInt64) {
    let p = Self.precision
    for (index, a) in samples(seed).enumerated() where a.exponent < 12 {
      let s = real(3 * index + 5) / real(4)
      let low = RealFunction.hurwitzZeta(s, a, precision: p)
      let power = RealFunction.exp(-s * RealFunction.log(a, precision: p + 64), precision: p)
      let high = RealFunction.hurwitzZeta(s, a + real(1), precision: p)
      expectEqual(low, high + power, scale: low, "s = \(s), a = \(a)")
    }
  }
}
