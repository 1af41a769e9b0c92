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
}
