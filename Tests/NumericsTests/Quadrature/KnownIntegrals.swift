/// Integrals over intervals with closed forms (DLMF, and the tables of moments of the usual families).
enum KnownIntegrals {
  static let all = halfLines + intervals + lines

  private static let gamma = "alpha*log(beta) - lgamma(alpha) + (alpha - 1)*log(x) - beta*x"
  private static let gammaValues = [
    ("1", "1"), ("x^2", "alpha*(alpha + 1)/beta^2"), ("log(x)", "digamma(alpha) - log(beta)"),
    ("log(x)^2", "trigamma(alpha) + (digamma(alpha) - log(beta))^2"), ("x - alpha/beta", "0"),
    ("alpha/beta^2", "alpha/beta^2"),
  ]
  private static let weibull = "log(k) - k*log(b) + (k - 1)*log(x) - (x/b)^k"
  private static let weibullValues = [
    ("1", "1"), ("(x/b)^k", "1"), ("(x/b)^k*log(x/b)", "(1 - euler_gamma)/k"),
    ("(1/k + log(x/b) - (x/b)^k*log(x/b))^2", "(pi^2/6 + (1 - euler_gamma)^2)/k^2"),
  ]

  static let halfLines: [IntegralCase] = [
    IntegralCase("gamma", gamma, on: .positive, at: [("alpha", "5/2"), ("beta", "3/2")], gammaValues),
    IntegralCase("gamma, singular", gamma, on: .positive, at: [("alpha", "1/10"), ("beta", "30")], gammaValues),
    IntegralCase("gamma, narrow", gamma, on: .positive, at: [("alpha", "5000"), ("beta", "1/7")], gammaValues),
    IntegralCase("gamma, narrower", gamma, on: .positive, at: [("alpha", "1e9"), ("beta", "1e4")], gammaValues),
    // 1 - exp(-x) is 0 to any number of digits once x is small enough.
    IntegralCase(
      "cancellation next to 0", "-x/2 - log(1 - exp(-x))/2", on: .positive,
      [("1", "pi"), ("log(1 - exp(-x))", "-2*pi*log(2)")]),
    // Next to 1 only more bits tell x from 1.
    IntegralCase(
      "a zero next to 1", "-2*log(x)", on: .interval("1", nil), [("1", "1"), ("log(log(x))", "-euler_gamma")]),
    IntegralCase("weibull", weibull, on: .positive, at: [("k", "7/4"), ("b", "3/2")], weibullValues),
    IntegralCase("weibull, heavy", weibull, on: .positive, at: [("k", "3/10"), ("b", "100")], weibullValues),
    IntegralCase(
      "lognormal", "-log(x) - log(x)^2/2 - log(2*pi)/2", on: .positive,
      [("1", "1"), ("log(x)^2", "1"), ("x", "exp(1/2)"), ("x^(-3)", "exp(9/2)")]),
    // Half of the mass beyond exp(10^n) is no less than 1/(pi*10^n).
    IntegralCase(
      "log-cauchy", "log(s) - log(pi) - log(x) - log(s^2 + (log(x/b))^2)", on: .positive,
      at: [("s", "2/3"), ("b", "7")],
      [("1", "1"), ("1/(1 + (log(x/b)/s)^2)", "1/2"), ("log(1 + (log(x) - log(b))^2/s^2)", "2*log(2)")]),
    IntegralCase(
      "a power of the logarithm", "log(b) - log(x) - (b + 1)*log(1 + log(x))", on: .interval("1", nil),
      at: [("b", "3/4")], [("1", "1"), ("log(1 + log(x))", "1/b")]),
    IntegralCase(
      "inverse gaussian", "log(l)/2 - log(2*pi)/2 - 3*log(x)/2 - l*(x - m)^2/(2*m^2*x)", on: .positive,
      at: [("l", "2/3"), ("m", "5/4")],
      [("1", "1"), ("x", "m"), ("1/x", "1/m + 1/l"), ("(x - m)^2", "m^3/l")]),
    IntegralCase(
      "inverse gamma", "-5*log(x)/2 - 1/x", on: .positive,
      [("1", "gamma(3/2)"), ("1/x", "gamma(5/2)"), ("x^(3/4)", "gamma(3/4)")]),
    IntegralCase(
      "algebraic at both ends", "(p - 1)*log(x) - (p + q)*log(1 + x)", on: .positive, at: [("p", "1/4"), ("q", "1/3")],
      [("1", "beta(p, q)"), ("x/(1 + x)", "beta(p, q)*p/(p + q)"), ("log(x)", "beta(p, q)*(digamma(p) - digamma(q))")]),
    IntegralCase(
      "half-line from a parameter", "log(a) + a*log(m) - (a + 1)*log(x)", on: .interval("m", nil),
      at: [("a", "3/2"), ("m", "7")], [("1", "1"), ("log(x/m)", "1/a"), ("x", "a*m/(a - 1)")]),
    IntegralCase(
      "half-line below a parameter", "log(a) + a*(x - m)", on: .interval(nil, "m"), at: [("a", "3/2"), ("m", "7")],
      [("1", "1"), ("m - x", "1/a"), ("log(m - x)", "-euler_gamma - log(a)"), ("sqrt(m - x)", "sqrt(pi/a)/2")]),
  ]

  private static let beta = "(a - 1)*log(x) + (b - 1)*log(1 - x) - lbeta(a, b)"
  private static let betaValues = [
    ("1", "1"), ("log(x)", "digamma(a) - digamma(a + b)"),
    (
      "log(1 - x)^2",
      "trigamma(b) - trigamma(a + b) + (digamma(b) - digamma(a + b))^2"
    ),
    ("log(x)*log(1 - x)", "(digamma(a) - digamma(a + b))*(digamma(b) - digamma(a + b)) - trigamma(a + b)"),
  ]

  static let intervals: [IntegralCase] = [
    IntegralCase("beta", beta, on: .unit, at: [("a", "5/2"), ("b", "3/2")], betaValues),
    IntegralCase("beta, singular", beta, on: .unit, at: [("a", "1/10"), ("b", "1/10")], betaValues),
    IntegralCase("beta, one-sided", beta, on: .unit, at: [("a", "1/100"), ("b", "300")], betaValues),
    IntegralCase("beta, narrow", beta, on: .unit, at: [("a", "100000"), ("b", "20000")], betaValues),
    IntegralCase(
      "uniform to a parameter", "-log(t)", on: .interval("0", "t"), at: [("t", "7/3")],
      [
        ("1", "1"), ("x", "t/2"), ("log(x)", "log(t) - 1"), ("x^(-1/2)", "2/sqrt(t)"), ("log(1 - x/t)^2", "2"),
        ("(1 - x^2/t^2)^(-1/2)", "pi/2"),
      ]),
    IntegralCase(
      "nearly divergent", "0*x", on: .unit, [("x^(-999/1000)", "1000"), ("log(x)*x^(-99/100)", "-10000")]),
    IntegralCase(
      "von mises", "k*cos(x - m)", on: .interval("m - pi", "m + pi"), at: [("k", "3/2"), ("m", "1/5")],
      [("1", "2*pi*besseli(0, k)"), ("cos(x - m)", "2*pi*besseli(1, k)"), ("sin(x - m)", "0")]),
    IntegralCase(
      "triangle", "log(1 - abs(x - m))", on: .interval("m - 1", "m + 1", kinks: ["m"]), at: [("m", "100")],
      [("1", "1"), ("abs(x - m)", "1/3"), ("1/(1 - abs(x - m))", "2")]),
  ]

  private static let normal = "-(x - mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2"
  private static let normalValues = [
    ("1", "1"), ("x", "mu"), ("(x - mu)^2", "sigma^2"), ("(x - mu)^3", "0"), ("((x - mu)/sigma)^4", "3"),
  ]

  static let lines: [IntegralCase] = [
    IntegralCase("normal", normal, on: .line, at: [("mu", "1/3"), ("sigma", "3/2")], normalValues),
    IntegralCase("normal, far away", normal, on: .line, at: [("mu", "1000000"), ("sigma", "1e-6")], normalValues),
    IntegralCase("normal, wide", normal, on: .line, at: [("mu", "-3"), ("sigma", "1e20")], normalValues),
    IntegralCase(
      "normal, multiplied out", "-x^2/(2*v) + mu*x/v - mu^2/(2*v) - log(2*pi*v)/2", on: .line,
      at: [("mu", "-20"), ("v", "1/50")], [("1", "1"), ("x^2", "mu^2 + v")]),
    IntegralCase(
      "cauchy", "-log(pi*b) - log(1 + ((x - m)/b)^2)", on: .line, at: [("m", "1/3"), ("b", "3/2")],
      [("1", "1"), ("1/(1 + ((x - m)/b)^2)", "1/2"), ("log(1 + ((x - m)/b)^2)", "2*log(2)")]),
    IntegralCase(
      "student", "lgamma((v+1)/2) - lgamma(v/2) - log(pi*v)/2 - (v+1)/2*log(1 + x^2/v)", on: .line,
      at: [("v", "5/2")], [("1", "1"), ("x^2", "v/(v - 2)"), ("x", "0")]),
    IntegralCase(
      "laplace", "-abs(x - m)/b - log(2*b)", on: .interval(nil, nil, kinks: ["m"]), at: [("m", "5"), ("b", "1/7")],
      [("1", "1"), ("abs(x - m)", "b"), ("(x - m)^2", "2*b^2"), ("x", "m")]),
    IntegralCase(
      "logistic", "-x - 2*log(1 + exp(-x))", on: .line, [("1", "1"), ("x", "0"), ("x^2", "pi^2/3")]),
    IntegralCase(
      "gumbel", "-x - exp(-x)", on: .line, [("1", "1"), ("x", "euler_gamma"), ("(x - euler_gamma)^2", "pi^2/6")]),
    IntegralCase(
      "two modes", "log(exp(-(x + 20)^2/2) + exp(-(x - 30)^2/2)) - log(8*pi)/2", on: .line,
      [("1", "1"), ("x", "5"), ("x^2", "651")]),
    IntegralCase(
      "two modes, one narrow", "log(w*exp(-(x + 20)^2/2) + (1 - w)*exp(-(x - m)^2/(2*s^2))/s) - log(2*pi)/2", on: .line,
      at: [("w", "3/4"), ("m", "29/3"), ("s", "1/50")], [("1", "1"), ("x", "(1 - w)*m - 20*w")]),
    IntegralCase(
      "hyperbolic secant", "-log(cosh(x))", on: .line, [("1", "pi"), ("x^2", "pi^3/4"), ("tanh(x)^2", "pi/2")]),
  ]
}
