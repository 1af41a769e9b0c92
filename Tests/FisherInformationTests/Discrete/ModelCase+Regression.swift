extension ModelCase {
  /// One observation of a regression, given its covariates.
  static let regressions = [
    ModelCase(
      "log p(y | b0, b1; x) = y*(b0+b1*x) - log(1+exp(b0+b1*x)), y in {0,1}",
      weighted("exp(b0+b1*x)/(1+exp(b0+b1*x))^2")),
    ModelCase(
      "log p(y | b; x) = y*log(normal_cdf(b*x)) + (1-y)*log(1-normal_cdf(b*x)), y in {0,1}, b in R, x in R",
      "x^2*exp(-b^2*x^2)/(2*pi*normal_cdf(b*x)*(1-normal_cdf(b*x)))"),
    ModelCase(
      "log p(y | b0, b1; x) = y*log(1-exp(-exp(b0+b1*x))) - (1-y)*exp(b0+b1*x), y in {0,1}, b0 in R, b1 in R, x in R",
      weighted("exp(2*(b0+b1*x))/(exp(exp(b0+b1*x))-1)")),
    ModelCase(
      "log p(y | b; x) = y*log(1/2+atan(b*x)/pi) + (1-y)*log(1/2-atan(b*x)/pi), y in {0,1}, b in R, x in R",
      "4*x^2/((1+b^2*x^2)^2*(pi^2-4*atan(b*x)^2))"),
    ModelCase(
      "log p(k | b0, b1; n, x) = log(binomial(n,k)) + k*(b0+b1*x) - n*log(1+exp(b0+b1*x)), k in {0..n}, "
        + "n in {1,2,...}", weighted("n*exp(b0+b1*x)/(1+exp(b0+b1*x))^2")),
    ModelCase(
      "log p(y | b0, b1; x, t) = y*(log(t)+b0+b1*x) - t*exp(b0+b1*x) - lfactorial(y), y in {0,1,2,...}, t > 0",
      weighted("t*exp(b0+b1*x)")),
    ModelCase(
      "log p(y | b0, b1; x, a) = lgamma(y+1/a) - lgamma(1/a) - lfactorial(y) + y*(log(a)+b0+b1*x) "
        + "- (y+1/a)*log(1+a*exp(b0+b1*x)), y in {0,1,2,...}, a > 0",
      weighted("exp(b0+b1*x)/(1+a*exp(b0+b1*x))")),
    ModelCase(
      "log p(y | b0, b1; x) = -(y-b0-b1*x)^2/2 - log(2*pi)/2, y in R", weighted("1")),
    ModelCase("log p(y | b0, b1; x) = b0+b1*x - y*exp(b0+b1*x), y > 0", weighted("1")),
    ModelCase(
      "log p(y | b0, b1; x, k) = k*log(k) - k*(b0+b1*x) - lgamma(k) + (k-1)*log(y) - k*y*exp(-b0-b1*x), y > 0, k > 0",
      weighted("k")),
    ModelCase(
      "log p(y | b, k; x) = k*log(k/(b*x)) - lgamma(k) + (k-1)*log(y) - k*y/(b*x), y > 0, k > 0, b > 0, x > 0",
      [["k/b^2", "0"], ["0", "trigamma(k) - 1/k"]]),
    ModelCase(
      "log p(y | b0, b1; x, l) = log(l/(2*pi*y^3))/2 - l*(y-exp(b0+b1*x))^2/(2*exp(2*(b0+b1*x))*y), y > 0, l > 0",
      weighted("l*exp(-b0-b1*x)")),
    ModelCase(
      "log p(y | b0, b1; x, k) = log(k) - k*(b0+b1*x) + (k-1)*log(y) - (y*exp(-(b0+b1*x)))^k, y > 0, k > 0",
      weighted("k^2")),
    ModelCase(
      "log p(y | phi, s; x) = -(y-phi*x)^2/(2*s^2) - log(s) - log(2*pi)/2, y in R, s > 0, phi in R, x in R",
      [["x^2/s^2", "0"], ["0", "2/s^2"]]),
    ModelCase(
      "log p(y | a, b; x) = [y=2]*a*x + [y=3]*b*x - log(1+exp(a*x)+exp(b*x)), y in {1,2,3}, a in R, b in R, x in R",
      [
        ["x^2*exp(a*x)*(1+exp(b*x))/(1+exp(a*x)+exp(b*x))^2", "-x^2*exp(a*x+b*x)/(1+exp(a*x)+exp(b*x))^2"],
        ["-x^2*exp(a*x+b*x)/(1+exp(a*x)+exp(b*x))^2", "x^2*exp(b*x)*(1+exp(a*x))/(1+exp(a*x)+exp(b*x))^2"],
      ]),
    ModelCase(
      "log p(y | b[1], b[2]; x[1], x[2]) = y*sum(i in 1..2, b[i]*x[i]) - exp(sum(i in 1..2, b[i]*x[i])) "
        + "- lfactorial(y), y in {0,1,2,...}",
      [
        ["x[1]^2*exp(b[1]*x[1]+b[2]*x[2])", "x[1]*x[2]*exp(b[1]*x[1]+b[2]*x[2])"],
        ["x[1]*x[2]*exp(b[1]*x[1]+b[2]*x[2])", "x[2]^2*exp(b[1]*x[1]+b[2]*x[2])"],
      ]),
  ]

  /// The matrix w (1, x)ᵀ(1, x).
  private static func weighted(_ w: String) -> [[String]] {
    [["\(w)", "x*(\(w))"], ["x*(\(w))", "x^2*(\(w))"]]
  }
}
