extension ModelCase {
  /// The textbook models, each also renamed, rearranged and up to its normaliser.
  static let textbook: [ModelCase] =
    binary + counts + waitingTimes + normals + gammas + betas + weibulls

  static let binary = [
    ModelCase("log p = x*log(theta) + (1-x)*log(1-theta)", "1/(theta*(1-theta))"),
    ModelCase("log f(y | q) = log(1-q) + y*(log(q) - log(1-q)), y in {0,1}, 0 < q < 1", "1/(q*(1-q))"),
    ModelCase("p(k | w) = w^k*(1-w)^(1-k), k in {0,1}, w in (0,1)", "1/(w*(1-w))"),
    ModelCase("log p(y | w) ~ y*log(w/(1-w)), y in {0,1}, 0 < w < 1", "1/(w*(1-w))"),
    ModelCase("log p(y | eta) = y*eta - log(1+exp(eta)), y in {0,1}", "exp(eta)/(1+exp(eta))^2"),
  ]

  static let counts = [
    ModelCase("log p = x*log(lambda) - lambda - lfactorial(x)", "1/lambda"),
    ModelCase("x*log(lambda) - lambda - log(x!)", "1/lambda"),
    ModelCase("log q(n | m) = -lgamma(n+1) - m + n*log(m), n in {0,1,2,...}, m > 0", "1/m"),
    ModelCase("log p(k | mu) ~ k*log(mu) - lfactorial(k), k in {0,1,2,...}, mu > 0", "1/mu"),
    ModelCase("log p(k | eta) = k*eta - exp(eta) - lfactorial(k), k in {0,1,2,...}", "exp(eta)"),
    ModelCase(
      "log p(k | p; n) = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}, 0 < p < 1, n in {1,2,...}",
      "n/(p*(1-p))"),
    ModelCase(
      "log p(y | q; m) = lfactorial(m) - lfactorial(y) - lfactorial(m-y) + m*log(1-q) + y*log(q/(1-q)), y in {0..m}, "
        + "0 < q < 1, m in {1,2,...}", "m/(q*(1-q))"),
    ModelCase(
      "log p(y | q; m) ~ -lfactorial(m-y) + y*log(q) + (m-y)*log(1-q) - lfactorial(y), y in {0..m}, 0 < q < 1, "
        + "m in {1,2,...}", "m/(q*(1-q))"),
  ]

  static let waitingTimes = [
    ModelCase("log p(x | lambda) = log(lambda) - lambda*x, x > 0, lambda > 0", "1/lambda^2"),
    ModelCase("p(t | r) = r*exp(-r*t), t > 0, r > 0", "1/r^2"),
    ModelCase("log p(t | r) ~ -t*r, t > 0", "1/r^2"),
    ModelCase("log p(x | mu) = -log(mu) - x/mu, x > 0, mu > 0", "1/mu^2"),
    ModelCase("log p(t | m) ~ -t/m, t > 0, m > 0", "1/m^2"),
  ]

  static let normals = [
    ModelCase("log p = -(x-mu)^2/(2*v) - log(2*pi*v)/2, known v", "1/v"),
    ModelCase("log p(y | m; s) ~ y*m/s^2 - y^2/(2*s^2), y in R, s > 0", "1/s^2"),
    ModelCase("log p(x | mu, v) = -(x-mu)^2/(2*v) - log(2*pi*v)/2, v > 0", [["1/v", "0"], ["0", "1/(2*v^2)"]]),
    ModelCase(
      "log p(z | a, w) = -log(w)/2 - log(2*pi)/2 - z^2/(2*w) + a*z/w - a^2/(2*w), z in R, w > 0",
      [["1/w", "0"], ["0", "1/(2*w^2)"]]),
    ModelCase("log p(x | m, w) ~ -(x^2 - 2*m*x)/(2*w), x in R, w > 0", [["1/w", "0"], ["0", "1/(2*w^2)"]]),
    ModelCase(
      "log p(x | mu, sigma) = -log(2*pi)/2 - log(sigma) - (x-mu)^2/(2*sigma^2), x in R, sigma > 0",
      [["1/sigma^2", "0"], ["0", "2/sigma^2"]]),
    ModelCase(
      "p(y | s, m) = exp(-((y-m)/s)^2/2)/(s*sqrt(2*pi)), y in R, s > 0", [["2/s^2", "0"], ["0", "1/s^2"]]),
  ]

  static let gammas = [
    ModelCase(
      "p(x | alpha, beta) = beta^alpha/gamma(alpha)*x^(alpha-1)*exp(-beta*x), x > 0, alpha > 0, beta > 0",
      [["trigamma(alpha)", "-1/beta"], ["-1/beta", "alpha/beta^2"]]),
    ModelCase(
      "log p(t | k, s) = (k-1)*log(t/s) - t/s - log(s) - lgamma(k), t > 0, k > 0, s > 0",
      [["trigamma(k)", "1/s"], ["1/s", "k/s^2"]]),
    ModelCase("log p ~ (a-1)*log(x) - b*x, x > 0", [["trigamma(a)", "-1/b"], ["-1/b", "a/b^2"]]),
  ]

  static let betas = [
    ModelCase(
      "log p(x | a, b) = (a-1)*log(x) + (b-1)*log(1-x) - lbeta(a,b), 0 < x < 1, a > 0, b > 0",
      [["trigamma(a)-trigamma(a+b)", "-trigamma(a+b)"], ["-trigamma(a+b)", "trigamma(b)-trigamma(a+b)"]]),
    ModelCase(
      "p(y | u, v) = gamma(u+v)/gamma(u)/gamma(v)*(1-y)^(v-1)*y^(u-1), y in (0,1), u > 0, v > 0",
      [["trigamma(u)-trigamma(u+v)", "-trigamma(u+v)"], ["-trigamma(u+v)", "trigamma(v)-trigamma(u+v)"]]),
    ModelCase(
      "log p(x | a, b) ~ (b-1)*log(1-x) + a*log(x) - log(x), 0 < x < 1, a > 0, b > 0",
      [["trigamma(a)-trigamma(a+b)", "-trigamma(a+b)"], ["-trigamma(a+b)", "trigamma(b)-trigamma(a+b)"]]),
  ]

  static let weibulls = [
    ModelCase(
      "log p(x | k, lambda) = log(k) - k*log(lambda) + (k-1)*log(x) - (x/lambda)^k, x > 0, k > 0, lambda > 0",
      [
        ["(pi^2/6 + (1-euler_gamma)^2)/k^2", "-(1-euler_gamma)/lambda"],
        ["-(1-euler_gamma)/lambda", "k^2/lambda^2"],
      ]),
    ModelCase(
      "p(t | s, c) = c/s*(t/s)^(c-1)*exp(-(t/s)^c), t > 0, s > 0, c > 0",
      [["c^2/s^2", "-(1-euler_gamma)/s"], ["-(1-euler_gamma)/s", "(pi^2/6 + (1-euler_gamma)^2)/c^2"]]),
    ModelCase(
      "log p(y | b, k) ~ k*log(y) - b*y^k - log(y), y > 0, b > 0, k > 0",
      [
        ["1/b^2", "(1 - euler_gamma - log(b))/(b*k)"],
        ["(1 - euler_gamma - log(b))/(b*k)", "(pi^2/6 + (1 - euler_gamma - log(b))^2)/k^2"],
      ]),
  ]
}
