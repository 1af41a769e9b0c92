import Multiprecision
import Numerics
import Testing

/// Sums whose error is proven.
@Suite("Certified sums")
struct CertifiedTests {
  static let binomial = "lfactorial(n) - lfactorial(k) - lfactorial(n - k) + k*log(p) + (n - k)*log(1 - p)"

  static let proven: [IntegralCase] = [
    IntegralCase(
      "bernoulli", "x*log(p) + (1 - x)*log(1 - p)", on: .finite(["0", "1"]), at: [("p", "1/3")],
      [("1", "1"), ("(x/p - (1 - x)/(1 - p))^2", "9/2"), ("x/p^2 + (1 - x)/(1 - p)^2", "9/2")]),
    IntegralCase(
      "binomial", binomial, variable: "k", on: .lattice("0", "n"), at: [("n", "40"), ("p", "2/7")],
      [("1", "1"), ("k", "80/7"), ("k^2", "6800/49"), ("(k/p - (n - k)/(1 - p))^2", "196")]),
    IntegralCase(
      "ordered logits", "a*x - log(1 + exp(a) + exp(2*a))", on: .finite(["0", "1", "2"]), at: [("a", "3/2")],
      [("1", "1"), ("x", "(exp(a) + 2*exp(2*a))/(1 + exp(a) + exp(2*a))"), ("sqrt(1 + x)*a", "0")]),
    IntegralCase(
      "no mass at an end", "log(k/10)", variable: "k", on: .lattice("0", "4"),
      [("1", "1"), ("k", "3"), ("log(k)*k/10", "(2*2*log(2) + 9*log(3) + 16*log(4))/100")]),
    IntegralCase(
      "waves", "0*k", variable: "k", on: .lattice("-3", "3"), [("cos(k)", "1 + 2*(cos(1) + cos(2) + cos(3))")]),
  ]

  @Test("the proven bound holds", arguments: proven)
  func boundsHold(_ known: IntegralCase) throws {
    for digits in [20, 50, 300] {
      let found = try known.estimates(digits: digits)
      let expected = try known.expected(digits: digits + 30)
      for (position, (estimate, value)) in zip(found, expected).enumerated() {
        let label = "\(known.name): \(known.values[position].integrand), \(digits) digits"
        #expect(estimate.isCertified && estimate.status == .converged, "\(label)")
        #expect(estimate.digits >= digits, "\(label)")
        if value.isZero { continue }
        let error = (estimate.value - value).magnitude
        #expect(error.isZero || error.exponent10 < estimate.absoluteErrorExponent10, "\(label): \(error)")
      }
    }
  }

  static let infinite: [IntegralCase] = [
    IntegralCase(
      "Poisson", "k*log(lambda) - lambda - lfactorial(k)", variable: "k", on: .naturals, at: [("lambda", "5/2")],
      [
        ("1", "1"), ("k", "lambda"), ("(k/lambda - 1)^2", "1/lambda"), ("k/lambda^2", "1/lambda"),
        ("k/lambda - 1", "0"),
      ]),
    // A regression: the coefficient of a power is 0 by cancellation, and known to a bound only.
    IntegralCase(
      "Poisson, a vanishing coefficient", "k*log(lambda) - lambda - lfactorial(k)", variable: "k", on: .naturals,
      at: [("lambda", "1")], [("1", "1"), ("k^2*(sqrt(lambda) - lambda) + k", "lambda")]),
    IntegralCase(
      "geometric", "log(p) + k*log(1-p)", variable: "k", on: .naturals, at: [("p", "1/7")],
      [("1", "1"), ("(1/p - k/(1-p))^2", "1/(p^2*(1-p))")]),
    IntegralCase(
      "negative binomial", "lgamma(k+3) - lgamma(3) - lfactorial(k) + 3*log(p) + k*log(1-p)", variable: "k",
      on: .naturals, at: [("p", "2/3")], [("1", "1"), ("k^2", "3*(1-p)*(1 + 3*(1-p))/p^2")]),
    IntegralCase(
      "logarithmic series", "k*log(t) - log(k) - log(-log(1-t))", variable: "k", on: .positiveIntegers,
      at: [("t", "3/4")], [("1", "1"), ("k", "-t/((1-t)*log(1-t))")]),
  ]

  @Test("the proven bound of an infinite sum holds", arguments: infinite)
  func boundsOfInfiniteSumsHold(_ known: IntegralCase) throws {
    for digits in [5, 20, 60] { try known.expectDigits(digits, proven: true) }
  }

  @Test(
    "a rest that nothing bounds is not proven",
    arguments: [
      IntegralCase("algebraic", "-3*log(k)", variable: "k", on: .positiveIntegers, [("k", "0")]),
      IntegralCase("growing", "k*log(1/2)", variable: "k", on: .naturals, [("2^(k/2)", "0")]),
    ])
  func tailsWithoutBound(_ known: IntegralCase) throws {
    #expect(try known.estimates(digits: 20, provingErrors: true).allSatisfy { !$0.isCertified })
  }

  @Test(
    "what is not proven is not called so",
    arguments: [
      IntegralCase(
        "values of a function", "-k*log(2)", variable: "k", on: .lattice("0", "3"), [("gamma(k + 1/3)", "0")]),
      IntegralCase("infinitely many", "-k", variable: "k", on: .naturals, [("k", "0")]),
      IntegralCase("integral", "-x", on: .positive, [("x", "1")]),
    ])
  func nothingElse(_ known: IntegralCase) throws {
    #expect(try known.estimates(digits: 20).allSatisfy { !$0.isCertified })
  }
}
