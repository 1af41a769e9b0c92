import Numerics
import Testing

/// Integrands of which one is a factor of another, so that their products with the density are found from each other.
@Suite("Integrands with common factors")
struct SharedFactorTests {
  static let cases: [IntegralCase] = [
    IntegralCase(
      "an exponential", "-x", on: .positive,
      [
        ("1", "1"), ("x^2*log(x)", "2*digamma(3)"), ("x", "1"), ("x^2", "2"), ("log(x)", "digamma(1)"),
        ("x^3*log(x)", "6*digamma(4)"), ("(log(x) - 2)*x", "digamma(2) - 2"), ("log(x)-2", "digamma(1) - 2"),
        ("(log(x)-2)^2", "trigamma(1) + (digamma(1) - 2)^2"), ("x*sqrt(x)", "gamma(5/2)"), ("sqrt(x)", "gamma(3/2)"),
      ]),
    IntegralCase(
      "a semicircle", "log(x)/2 + log(4-x)/2 - log(2*pi)", on: .interval("0", "4"),
      [("1", "1"), ("x", "2"), ("x^2", "5"), ("x*(4-x)", "3"), ("4-x", "2"), ("x^2*(4-x)", "6"), ("x/(4-x)", "3")]),
    IntegralCase(
      "quotients", "-7/2*log(1 + x^2)", on: .line,
      [("1", "16/15"), ("x^2", "4/15"), ("1/(1+x^2)", "32/35"), ("x^2/(1+x^2)", "16/105"), ("x^2/(1+x^2)^2", "32/315")]),
    IntegralCase(
      "Poisson", "k*log(l) - l - lfactorial(k)", variable: "k", on: .naturals, at: [("l", "5/2")],
      [("1", "1"), ("k*(k-1)", "l^2"), ("k", "l"), ("k^2", "l + l^2"), ("k-1", "l - 1"), ("k*(k-1)*(k-2)", "l^3")]),
    IntegralCase(
      "geometric", "log(p) + k*log(1-p)", variable: "k", on: .naturals, at: [("p", "2/5")],
      [("1", "1"), ("k", "(1-p)/p"), ("k^2", "(1-p)*(2-p)/p^2"), ("(k+1)^2", "(2-p)/p^2"), ("k+1", "1/p")]),
  ]

  static let proven: [IntegralCase] = [
    cases[4],
    IntegralCase(
      "a circle", "-log(2*pi)", on: .interval("0", "2*pi"),
      [
        ("1", "1"), ("sin(x)", "0"), ("sin(x)^2", "1/2"), ("sin(x)^2*cos(x)", "0"), ("sin(x)^2*cos(x)^2", "1/8"),
        ("cos(x)", "0"),
      ]
    ),
  ]

  @Test("their integrals and sums are right to ordinary and to many digits", arguments: cases, [40, 1000])
  func agree(_ known: IntegralCase, digits: Int) throws { try known.expectDigits(digits) }

  @Test("bounds of their errors are proven and hold", arguments: proven)
  func provenBoundsHold(_ known: IntegralCase) throws { try known.expectDigits(50, proven: true) }
}
