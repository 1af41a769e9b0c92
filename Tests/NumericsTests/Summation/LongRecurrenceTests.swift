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
  @Test("terms that have become small and grow again keep the bits that they need")
  func smallTermsThatGrow() throws {
    // Next to 30 the terms are 10^370 times smaller than at 1; at 45 they are 10^60 times smaller.
    let density = "k*log(3) - lfactorial(k) + 40*log((k-30)^2 + 1/1000000)"
    let integrands = [("1", ""), ("k", ""), ("k^2", "")]
    let lattice = IntegralCase("on a lattice", density, variable: "k", on: .naturals, integrands)
    let points = IntegralCase("at points", density, variable: "k", on: .finite((0..<900).map { "\($0)" }), integrands)
    for (found, expected) in zip(try lattice.estimates(digits: 1000), try points.estimates(digits: 1010)) {
      #expect(found.status == .converged && found.digits >= 1000 && expected.digits >= 1010)
      #expect((found.value - expected.value).magnitude.exponent10 <= expected.value.exponent10 - 1000)
    }
  }
}
