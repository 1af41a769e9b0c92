import Multiprecision
import Numerics
import Testing

@Suite("Long sums of which each term follows from its neighbour")
struct LongRecurrenceTests {
  @Test("thousands of terms are added up, not integrated over")
  func negativeBinomialAtAThousandDigits() throws {
    let known = IntegralCase(
      "negative binomial", "lgamma(k+r) - lgamma(r) - lfactorial(k) + r*log(p) + k*log(1-p)", variable: "k",
      on: .naturals, at: [("r", "5/2"), ("p", "2/5")], [("1", "1"), ("k", "r*(1-p)/p")])
    // Some five thousand terms; the integral that continues a sum takes more nodes than this.
    let found = try known.estimates(digits: 1000, limits: WorkLimits(maximumEvaluations: 10_000))
    for (estimate, value) in zip(found, try known.expected(digits: 1010)) {
      #expect(estimate.status == .converged && estimate.digits >= 1000)
      let error = (estimate.value - value).magnitude
      #expect(error.isZero || error.exponent10 <= value.exponent10 - 1000)
    }
  }

  /// Factors of the terms of a Poisson sum, at many digits of which small terms have fewer bits.
  static let factors = [
    // 10^240 times smaller next to one integer; the terms about it are needed with more bits than it is.
    "40*log((k-30)^2 + 1/1000000)",
    "20*log((k-30)^2 + 1/1000000) + 20*log((k-31)^2 + 1/1000000) + 20*log((k-32)^2 + 1/1000000)",
    // A step from 8 loses sixty digits, and all terms after it with it.
    "log(abs(k - 8 - 1/10^60))",
    "log(k + 1/3)",
  ]

  @Test("small terms with fewer bits leave the sum right", arguments: factors, [150, 1000])
  func smallTerms(_ factor: String, digits: Int) throws {
    let density = "k*log(3) - lfactorial(k) + \(factor)"
    let integrands = [("1", ""), ("k", ""), ("k^2", "")]
    let lattice = IntegralCase("on a lattice", density, variable: "k", on: .naturals, integrands)
    let points = IntegralCase("at points", density, variable: "k", on: .finite((0..<900).map { "\($0)" }), integrands)
    for (found, expected) in zip(try lattice.estimates(digits: digits), try points.estimates(digits: digits + 10)) {
      #expect(found.status == .converged && found.digits >= digits && expected.digits >= digits + 10)
      #expect((found.value - expected.value).magnitude.exponent10 <= expected.value.exponent10 - digits)
    }
  }
}
