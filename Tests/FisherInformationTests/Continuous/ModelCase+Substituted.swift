extension ModelCase {
  /// Densities that come to a known integral only through a change of variable, or through poles that cancel.
  static let substituted: [ModelCase] =
    logarithms + odds + exponentials + extremes + continued + divided + squares + segments

  static let logarithms = [
    ModelCase(
      "log p(t | m, w) = -log(pi) - log(t*w) - log(1 + (log(t)-m)^2/w^2), t > 0, w > 0",
      [["1/(2*w^2)", "0"], ["0", "1/(2*w^2)"]]),
    // The logit is Cauchy: no power of x or of 1 - x has a mean under it.
    ModelCase(
      "log p(y | a, b) = -log(pi*b) - log(y*(1-y)) - log(1 + ((log(y/(1-y)) - a)/b)^2), 0 < y < 1, b > 0",
      [["1/(2*b^2)", "0"], ["0", "1/(2*b^2)"]]),
    // The scale is an odds; its reciprocal is 1/s - 1.
    ModelCase(
      "log p(x | m, s) = -log(s/(1-s)) + (x-m)/(s/(1-s)) - 2*log(1 + exp((x-m)/(s/(1-s)))), x in R, 0 < s < 1",
      [["(1-s)^2/(3*s^2)", "0"], ["0", "(3+pi^2)/(9*s^2*(1-s)^2)"]]),
    // Factors of 1 - x^6 would hide the power.
    ModelCase("log p(x | w) ~ log(2*x) + 2*log(x^2) + (w^2-1)*log(1 - (x^2)^3), 0 < x < 1, w > 0", "4/w^2"),
    ModelCase("log p(t | b) = log(b) - log(t) - (b+1)*log(log(t)), t > exp(1), b > 0", "1/b^2"),
    ModelCase(
      "log p(x | g, m) = log(m^2) - m^2*log(-log(g)) + (m^2-1)*log(x) - 2*log(1 + (x/(-log(g)))^(m^2)), x > 0, "
        + "0 < g < 1, m > 0", [["m^4/(3*g^2*log(g)^2)", "0"], ["0", "4*(3+pi^2)/(9*m^2)"]]),
    ModelCase(
      "log p(t | m, v; n) = lgamma((n+1)/2) - lgamma(n/2) - log(n*pi)/2 - log(v*t) - (n+1)/2*log(1+((log(t)-m)/v)^2/n), "
        + "t > 0, v > 0, n > 0", [["(n+1)/(v^2*(n+3))", "0"], ["0", "2*n/(v^2*(n+3))"]]),
    ModelCase(
      "log p(x | m, v) = -log(x) - log(log(1+v/m^2))/2 - log(2*pi)/2 "
        + "- (log(x) - log(m) + log(1+v/m^2)/2)^2/(2*log(1+v/m^2)), x > 0, m > 0, v > 0",
      [
        [
          "1/(log(1+v/m^2))*(1/m + v/(m*(m^2+v)))^2 + 2*v^2/(m*(m^2+v)*log(1+v/m^2))^2",
          "-(1/m + v/(m*(m^2+v)))/(2*(m^2+v)*log(1+v/m^2)) - v/(m*(m^2+v)^2*log(1+v/m^2)^2)",
        ],
        [
          "-(1/m + v/(m*(m^2+v)))/(2*(m^2+v)*log(1+v/m^2)) - v/(m*(m^2+v)^2*log(1+v/m^2)^2)",
          "1/(4*(m^2+v)^2*log(1+v/m^2)) + 1/(2*(m^2+v)^2*log(1+v/m^2)^2)",
        ],
      ]),
  ]

  /// A linear function of a distribution function, times its density.
  static let segments = [
    ModelCase(
      "f(x | t) = normal_pdf(x)*(1+t-2*t*normal_cdf(x)), x in R, 0 < t < 1", "(log((1+t)/(1-t)) - 2*t)/(2*t^3)"),
    ModelCase(
      "f(x | w) = w*exp(-x) + (1-w)*2*exp(-2*x), x > 0, 0 < w < 1",
      "log((2-w)/w)/(2*(1-w)^3) - 1/(1-w)^2"),
    // The exponent is the softplus of a parameter.
    ModelCase(
      "log p(y | h) = -(log(1+exp(-h))-1)*log(1+y) - 2*log(1+y) + log(log(1+exp(-h))), y > 0, h in R",
      "1/((1+exp(h))*log(1+exp(-h)))^2"),
  ]

  static let divided = [
    ModelCase(
      "log p(t | c, r) = log(t+r) - log(2*c) - log(2*pi*r)/2 - 3/2*log(t) - (t-r)^2/(2*c^2*r*t), t > 0, c > 0, r > 0",
      [["2/c^2", "0"], ["0", "1/(c*r)^2 + 1/(2*r^2) - sqrt(pi/2)*exp(2/c^2)*erfc(sqrt(2)/c)/(2*c*r^2)"]]),
    ModelCase(
      "log p(y | m; c) = log(cosh((y-m)/2)) - log(c) - log(2*pi)/2 - 2/c^2*sinh((y-m)/2)^2, y in R, c > 0",
      "1/2 + 1/c^2 - sqrt(2*pi)*exp(2/c^2)*erfc(sqrt(2)/c)/(4*c)"),
    ModelCase(
      "p(x | m; d) = exp(d/2)*sqrt(d+1)/(4*sqrt(pi*m))*x^(-3/2)*(x + d*m/(d+1))"
        + "*exp(-d/4*(x*(d+1)/(d*m) + d*m/((d+1)*x))), x > 0, m > 0, d > 0",
      "(2 + 2*d - sqrt(pi*d)*exp(d)*erfc(sqrt(d)))/(4*m^2)"),
  ]

  /// Densities with the square of a sum whose sign is not known, by which the score is divided.
  static let squares = [
    ModelCase("f(x | a) = exp(-x^2/2)/sqrt(2*pi)*(1+a*x)^2/(1+a^2)", "4/(1+a^2)^2"),
    ModelCase("f(x | a) = 3*(x-a)^2/(2*(1+3*a^2)), -1 < x < 1", "12/(1+3*a^2)^2"),
    ModelCase(
      "f(x | m, s) = exp(-(x-m)^2/(2*s^2))*x^2/(sqrt(2*pi)*s*(m^2+s^2)), x in R, s > 0",
      [
        ["(m^4+3*s^4)/(s^2*(m^2+s^2)^2)", "4*m^3/(s*(m^2+s^2)^2)"],
        ["4*m^3/(s*(m^2+s^2)^2)", "2*(m^4+6*m^2*s^2+3*s^4)/(s^2*(m^2+s^2)^2)"],
      ]),
  ]

  static let odds = [
    ModelCase("log p(t | c) ~ -c*t/(1-t) - 2*log(1-t), 0 < t < 1, c > 0", "1/c^2"),
    ModelCase("log p(t | c) ~ -4*log(1-t) - c*t/(1-t), 0 < t < 1, c > 0", "3/c^2 - 2*c*(c+2)/(c^2+2*c+2)^2"),
    ModelCase(
      "log f(w | c) = log(2/pi) - log(w) - log(1-w) - 2*log(1+(log(w/(1-w))-c)^2), 0 < w < 1", "2"),
    ModelCase(
      "log p(y | m, v) = -log(2*pi*v)/2 - 3/2*log(y*(1-y)) - (y-m)^2/(2*v*y*(1-y)*m^2*(1-m)^2), 0 < y < 1, 0 < m < 1, "
        + "v > 0", [["3/(m*(1-m)) + 1/(v*m^3*(1-m)^3)", "0"], ["0", "1/(2*v^2)"]]),
  ]

  static let exponentials = [
    ModelCase("log p(x | a) = log(a) - x - 2*log(1-(1-a)*exp(-x)), x > 0, a > 0", "1/(3*a^2)"),
    ModelCase("log p(x | a) = a*(x - exp(x)) + a*log(a) - lgamma(a), x in R, a > 0", "trigamma(a) - 1/a"),
    ModelCase("log p(z | c) = log(2/pi) - log(c) - log(cosh(z/c)), z > 0, c > 0", "pi^2/(8*c^2)"),
    ModelCase(
      "log p(x | t) = x*log(t) + (1-x)*log(1-t) + log(log((1-t)/t)/(1-2*t)), 0 < x < 1, 0 < t < 1/2",
      "1/(t^2*(1-t)^2*log((1-t)/t)^2) - 1/(t*(1-t)*(1-2*t)^2)"),
  ]

  static let extremes = [
    ModelCase(
      "log p(y | c, d; k) = -log(d) - (1+1/k)*log(1+k*(y-c)/d) - (1+k*(y-c)/d)^(-1/k), y > c-d/k, d > 0, k > 0",
      [
        ["(1+k)^2*gamma(1+2*k)/d^2", "(gamma(2+k) - (1+k)^2*gamma(1+2*k))/(k*d^2)"],
        [
          "(gamma(2+k) - (1+k)^2*gamma(1+2*k))/(k*d^2)",
          "(1 - 2*gamma(2+k) + (1+k)^2*gamma(1+2*k))/(k^2*d^2)",
        ],
      ])
  ]

  static let continued = [
    ModelCase(
      "log p(x | l; a) = log((a+1)/a*l) - l*x + log(1-exp(-a*l*x)), x > 0, a > 0, l > 0",
      "(1 - 2*a^2 - 2*a)/l^2 - (a+1)*polygamma(2, 1/a)/(a^2*l^2)")
  ]
}
