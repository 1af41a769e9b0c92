extension ModelCase {
  /// Several observed variables: in an order in which nothing closes, and with quadratics that have to be seen positive.
  static let iterated = [
    ModelCase(
      "log p(x, t | m, k, a, b) = a*log(b) - lgamma(a) + log(k/(2*pi))/2 + (a-1/2)*log(t) - b*t - k*t*(x-m)^2/2, x in R, "
        + "t > 0, k > 0, a > 0, b > 0",
      [
        ["a*k/b", "0", "0", "0"], ["0", "1/(2*k^2)", "0", "0"], ["0", "0", "trigamma(a)", "-1/b"],
        ["0", "0", "-1/b", "a/b^2"],
      ]),
    ModelCase(
      "log p(n, y | a, l) = (a-1)*log(y) - y - lgamma(a) + n*log(l*y) - l*y - lfactorial(n), n in {0,1,2,...}, y > 0, "
        + "a > 0, l > 0", [["trigamma(a)", "0"], ["0", "a/l"]]),
    ModelCase(
      "log p(x, y | m, k; n) = -log(2*pi) - (n+2)/2*log(1 + ((x-m)^2 + (y-k)^2)/n), x in R, y in R, n > 0",
      [["(n+2)/(n+4)", "0"], ["0", "(n+2)/(n+4)"]]),
    ModelCase(
      "log p(u, v | r) = -log(2*pi) - log(1-r^2)/2 - 7/2*log(1 + (u^2 - 2*r*u*v + v^2)/(5*(1-r^2))), u in R, v in R, "
        + "-1 < r < 1", "(7 + 5*r^2)/(9*(1-r^2)^2)"),
    ModelCase(
      "log p(a, b, c | s; n) = (n-3)/2*log(a*b-c^2) - (a+b)/(2*s) - n*log(2) - n*log(s) - log(pi)/2 - lgamma(n/2) "
        + "- lgamma((n-1)/2), a > 0, b > 0, c^2 < a*b, s > 0, n > 2", "n/s^2"),
  ]

  /// Densities with breaks that move with a parameter.
  static let broken = [
    ModelCase(
      "log p(x | m; k) ~ -cases((x-m)^2/2 if abs(x-m) <= k, k*abs(x-m) - k^2/2 otherwise), x in R, k > 0",
      "k*(1 - 2*normal_cdf(-k))/(k - 2*k*normal_cdf(-k) + 2*normal_pdf(k))"),
    ModelCase(
      "log p(x | m; k) ~ cases(k*(x-m) + k^2/2 if x < m - k, -(x-m)^2/2 otherwise), x in R, k > 0",
      "k*normal_cdf(k)/(k*normal_cdf(k) + normal_pdf(k))"),
  ]
}
