import Testing

/// A model whose complete output is kept under `Tests/Golden`.
struct GoldenModel: Sendable, CustomTestStringConvertible {
  /// The name of its files.
  let name: String
  /// The model as typed.
  let text: String
  /// How the program ends.
  var status: Int32 = 0

  var testDescription: String { name }

  static let all: [GoldenModel] = [
    GoldenModel(name: "bernoulli", text: "log p = x*log(theta) + (1-x)*log(1-theta)"),
    GoldenModel(name: "poisson", text: "log p = x*log(lambda) - lambda - lfactorial(x)"),
    GoldenModel(
      name: "binomial",
      text: """
        log p(k | p; n) = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}, 0 < p < 1, n in {1,2,...}
        """),
    GoldenModel(name: "exponential-rate", text: "log p(x | lambda) = log(lambda) - lambda*x, x > 0"),
    GoldenModel(name: "exponential-mean", text: "log p(x | mu) = -log(mu) - x/mu, x > 0"),
    GoldenModel(name: "normal-mean", text: "log p = -(x-mu)^2/(2*v) - log(2*pi*v)/2, known v"),
    GoldenModel(name: "normal-variance", text: "log p(x | mu, v) = -(x-mu)^2/(2*v) - log(2*pi*v)/2, v > 0"),
    GoldenModel(
      name: "normal-scale",
      text: "log p(x | mu, sigma) = -(x-mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2, x in R, sigma > 0"),
    GoldenModel(
      name: "gamma",
      text: """
        log p(x | alpha, beta) = alpha*log(beta) - lgamma(alpha) + (alpha-1)*log(x) - beta*x, x > 0, alpha > 0, beta > 0
        """),
    GoldenModel(
      name: "beta", text: "log p(x | a, b) ~ (a-1)*log(x) + (b-1)*log(1-x), 0 < x < 1, a > 0, b > 0"),
    GoldenModel(
      name: "weibull",
      text: "log p(x | k, lambda) = log(k) - k*log(lambda) + (k-1)*log(x) - (x/lambda)^k, x > 0, k > 0, lambda > 0"),
    GoldenModel(name: "over-parameterised", text: "log p(x | a, b) = -(x-a-b)^2/2 - log(2*pi)/2, x in R"),
    GoldenModel(name: "squared-mean", text: "log p(x | theta) = -(x-theta^2)^2/2 - log(2*pi)/2, x in R"),
    GoldenModel(name: "moving-support", text: "log p = -log(theta), 0 < x < theta", status: 4),
  ]
}
