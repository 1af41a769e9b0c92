import Multiprecision
import Numerics
import Testing

@Suite("Integrals and sums with known values")
struct KnownIntegralTests {
  static let cases = KnownIntegrals.all + KnownSums.all

  @Test("fifty digits agree with the closed form", arguments: cases)
  func fiftyDigits(_ known: IntegralCase) throws {
    try check(known, digits: 50)
  }

  @Test("thirty and a hundred digits agree too", arguments: [30, 100])
  func otherPrecisions(digits: Int) throws {
    for name in ["gamma, singular", "beta", "normal", "cauchy", "poisson", "zeta, slow"] {
      let known = try #require(Self.cases.first { $0.name == name })
      try check(known, digits: digits)
    }
  }

  /// The value is as accurate as it says, and says that it is as accurate as was asked.
  private func check(_ known: IntegralCase, digits: Int) throws {
    let found = try known.estimates(digits: digits)
    let expected = try known.expected(digits: digits + 20)
    for (position, (estimate, value)) in zip(found, expected).enumerated() {
      let label = "\(known.name): \(known.values[position].integrand)"
      #expect(estimate.status == .converged, "\(label)")
      #expect(estimate.digits >= digits, "\(label)")
      let error = (estimate.value - value).magnitude
      #expect(error.isZero || error.exponent10 < estimate.absoluteErrorExponent10, "\(label): \(error)")
      if value.isZero { #expect(estimate.isIndistinguishableFromZero, "\(label): \(estimate.value)") }
    }
  }

  @Test(
    "a run gives the same bits whatever was integrated before",
    arguments: ["gamma", "beta, singular", "cauchy", "zeta, slow", "poisson"])
  func determinism(name: String) throws {
    let known = try #require(Self.cases.first { $0.name == name })
    let first = try known.estimates(digits: 40)
    // Other digits of the same precision: their nodes lie at other steps.
    for digits in 37...43 {
      for other in ["gamma", "beta", "cauchy", name] {
        _ = try #require(Self.cases.first { $0.name == other }).estimates(digits: digits)
      }
    }
    let second = try known.estimates(digits: 40)
    for (a, b) in zip(first, second) {
      #expect(a.value == b.value)
      #expect(a.absoluteErrorExponent10 == b.absoluteErrorExponent10)
    }
  }
}
