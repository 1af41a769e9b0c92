/// Sums over integers and listed points with closed forms.
enum KnownSums {
  static let all = finite + naturals + wide + algebraic

  private static let poisson = "x*log(l) - l - lfactorial(x)"
  private static let poissonValues = [
    ("1", "1"), ("x", "l"), ("(x - l)^2", "l"), ("(x/l - 1)^2", "1/l"), ("x/l - 1", "0"),
  ]
  private static let binomial = "log(binomial(n, x)) + x*log(p) + (n - x)*log(1 - p)"
  private static let binomialValues = [("1", "1"), ("x", "n*p"), ("(x - n*p)^2", "n*p*(1 - p)")]
  private static let geometric = "log(p) + x*log(1 - p)"
  private static let geometricValues = [("1", "1"), ("x", "(1 - p)/p"), ("x^2", "(1 - p)*(2 - p)/p^2")]

  static let finite: [IntegralCase] = [
    IntegralCase(
      "bernoulli", "x*log(p) + (1 - x)*log(1 - p)", on: .finite(["0", "1"]), at: [("p", "1/3")],
      [("1", "1"), ("(x/p - (1 - x)/(1 - p))^2", "1/(p*(1 - p))"), ("x/p - (1 - x)/(1 - p)", "0")]),
    IntegralCase(
      "points of a parameter", "-log(2)", on: .finite(["-r", "sqrt(r)"]), at: [("r", "4")],
      [("1", "1"), ("x", "(sqrt(r) - r)/2"), ("1/x", "1/8")]),
    IntegralCase("zero times log zero", "-log(3)", on: .lattice("0", "2"), [("x*log(x)", "2*log(2)/3")]),
    IntegralCase(
      "zero times log zero, squared", "-log(2)", on: .finite(["0", "2"]), [("x*log(x)^2/3", "log(2)^2/3")]),
    IntegralCase(
      "a power of a bracket beside log zero", "-log(3)", on: .lattice("0", "2"), at: [("l", "7/3")],
      [("(1 - 0^x)^2*(log(x) + 1/l)^2", "(1/l^2 + (log(2) + 1/l)^2)/3")]),
    IntegralCase("zero to the power zero", "-log(3)", on: .lattice("0", "2"), [("0^x", "1/3"), ("x^x", "2")]),
    IntegralCase("no mass at zero", "log(x/3)", on: .lattice("0", "2"), [("1", "1"), ("log(x)", "2*log(2)/3")]),
    IntegralCase("binomial", binomial, on: .lattice("0", "n"), at: [("n", "10"), ("p", "1/3")], binomialValues),
  ]

  static let naturals: [IntegralCase] = [
    IntegralCase("poisson", poisson, on: .naturals, at: [("l", "7/2")], poissonValues),
    IntegralCase("poisson, rare", poisson, on: .naturals, at: [("l", "1e-12")], poissonValues),
    IntegralCase("poisson, far", poisson, on: .naturals, at: [("l", "3000")], poissonValues),
    IntegralCase("geometric", geometric, on: .naturals, at: [("p", "1/3")], geometricValues),
    IntegralCase(
      "from a parameter", "log(1 - q) + (x - r)*log(q)", on: .lattice("r", nil), at: [("q", "1/5"), ("r", "12")],
      [("1", "1"), ("x", "r + q/(1 - q)")]),
    IntegralCase(
      "up to a parameter", "log(1 - q) + (r - x)*log(q)", on: .lattice(nil, "r"), at: [("q", "1/5"), ("r", "-12")],
      [("1", "1"), ("x", "r - q/(1 - q)")]),
    IntegralCase(
      "negative binomial", "lgamma(x + r) - lgamma(r) - lfactorial(x) + r*log(p) + x*log(1 - p)", on: .naturals,
      at: [("r", "5/2"), ("p", "2/7")], [("1", "1"), ("x", "r*(1 - p)/p"), ("log(1 - p)", "log(1 - p)")]),
    IntegralCase(
      "logarithmic", "x*log(q) - log(x) - log(-log(1 - q))", on: .positiveIntegers, at: [("q", "4/5")],
      [("1", "1"), ("x", "-q/((1 - q)*log(1 - q))")]),
    IntegralCase(
      "powers of factorials", "x*log(l) - nu*lfactorial(x)", on: .naturals, at: [("l", "7/3"), ("nu", "2")],
      [("1", "besseli(0, 2*sqrt(l))"), ("x", "sqrt(l)*besseli(1, 2*sqrt(l))")]),
    IntegralCase(
      "digamma in the score", "lgamma(x + r) - lgamma(r) - lfactorial(x) + r*log(p) + x*log(1 - p)", on: .naturals,
      at: [("r", "7/3"), ("p", "2/7")],
      [("digamma(x + r) - digamma(r) + log(p)", "0"), ("digamma(x + r)", "digamma(r) - log(p)")]),
    IntegralCase(
      "downwards", "lgamma(r - x) - lgamma(r) + x*log(q) - lfactorial(-x)", on: .lattice(nil, "0"),
      at: [("q", "5/2"), ("r", "4/3")], [("1", "(1 - 1/q)^(-r)"), ("x", "-r*(q - 1)^(-1)*(1 - 1/q)^(-r)")]),
    IntegralCase("theta function", "-pi*x^2", on: .lattice(nil, nil), [("1", "pi^(1/4)/gamma(3/4)"), ("x", "0")]),
    IntegralCase(
      "theta function, far", "-pi*(x - 100000)^2", on: .naturals,
      [("1", "pi^(1/4)/gamma(3/4)"), ("x", "100000*pi^(1/4)/gamma(3/4)")]),
  ]

  static let wide: [IntegralCase] = [
    IntegralCase("poisson, wide", poisson, on: .naturals, at: [("l", "1000000")], poissonValues),
    IntegralCase(
      "two modes", "log((exp(x*log(l) - l) + exp(x*log(m) - m))/2) - lfactorial(x)", on: .naturals,
      at: [("l", "3"), ("m", "80000")], [("1", "1"), ("x", "(l + m)/2")]),
    IntegralCase(
      "binomial, wide", binomial, on: .lattice("0", "n"), at: [("n", "100000"), ("p", "1/3")], binomialValues),
    IntegralCase("geometric, slow", geometric, on: .naturals, at: [("p", "1/1000")], geometricValues),
    IntegralCase("geometric, slower", geometric, on: .naturals, at: [("p", "1e-9")], geometricValues),
    IntegralCase(
      "two-sided, slow", "-abs(x)*log(1 + 1/c)", on: .lattice(nil, nil), at: [("c", "1000")],
      [("1", "2*c + 1"), ("x", "0"), ("abs(x)", "2*c*(c + 1)")]),
  ]

  private static let zetaValues = [
    ("1", "zeta(s)"), ("log(x)", "-zeta_deriv(1, s)"), ("log(x)^2", "zeta_deriv(2, s)"), ("1/x", "zeta(s + 1)"),
  ]

  static let algebraic: [IntegralCase] = [
    IntegralCase("zeta", "-s*log(x)", on: .positiveIntegers, at: [("s", "2")], zetaValues),
    IntegralCase("zeta, slow", "-s*log(x)", on: .positiveIntegers, at: [("s", "11/10")], zetaValues),
    IntegralCase("zeta, slower", "-s*log(x)", on: .positiveIntegers, at: [("s", "101/100")], zetaValues),
    IntegralCase(
      "beta-geometric", "lgamma(a + 1) + lgamma(x + b) - lgamma(x + a + b + 1) + lgamma(a + b) - lgamma(a) - lgamma(b)",
      on: .naturals, at: [("a", "5/2"), ("b", "3")], [("1", "1"), ("x", "b/(a - 1)")]),
    IntegralCase(
      "two-sided", "-log(1 + x^2)", on: .lattice(nil, nil),
      [("1", "pi*cosh(pi)/sinh(pi)"), ("1/(1 + x^2)", "pi*cosh(pi)/sinh(pi)/2 + pi^2/(2*sinh(pi)^2)")]),
  ]
}
