extension ModelCase {
  /// Densities that are powers of sines, of hyperbolic cosines and of quadratics, and those with integrals of the zeta
  /// function.
  static let transcendental: [ModelCase] = sines + hyperbolic + arctangents + zetaIntegrals + hidden

  /// The change of variable is not that of the first sight.
  static let hidden = [
    ModelCase("p(x | s) = 2*exp(-x/s)/(s*(1+exp(-x/s))^2), x > 0, s > 0", "(3+pi^2)/(9*s^2)"),
    ModelCase(
      "p(x | m, s) = exp(-(x^3-m)^2/(2*s^2))*3*x^2/(s*sqrt(2*pi)), x in R, s > 0", [["1/s^2", "0"], ["0", "2/s^2"]]),
    ModelCase(
      "p(x | a, b) = a*b*(1-x)^(b-1)*(1-(1-x)^b)^(a-1), 0 < x < 1, a > 0, b > 0",
      [
        ["1/a^2", "(digamma(a+1) + euler_gamma - 1)/(b*(1-a))"],
        [
          "(digamma(a+1) + euler_gamma - 1)/(b*(1-a))",
          "(a*((digamma(a) + euler_gamma - 1)^2 - trigamma(a) + pi^2/6) - 2)/(b^2*(a-2))",
        ],
      ]),
    ModelCase("p(x | a) = (1+a*cos(x))/(2*pi), -pi < x < pi, |a| < 1", "1/(1 + sqrt(1-a^2) - a^2)"),
  ]

  static let sines = [
    // The mass is finite for a > -1, which is read off the zeros of the sine.
    ModelCase("log p(x | a) ~ a*log(sin(x)), 0 < x < pi", "trigamma((a+1)/2)/2 - trigamma(a+1)"),
    ModelCase("p(x | a) ~ sin(x)^a, 0 < x < pi", "trigamma((a+1)/2)/2 - trigamma(a+1)"),
    ModelCase("p(x | b) ~ (1+cos(x))^b, -pi < x < pi", "trigamma(b+1/2) - trigamma(b+1)"),
    ModelCase("p(x | a) ~ cos(x)^a, -pi/2 < x < pi/2, a > -1", "trigamma((a+1)/2)/2 - trigamma(a+1)"),
    ModelCase("p(x | a) ~ sin(x)^a, 0 < x < pi/2, a > -1", "(trigamma((a+1)/2) - trigamma(a/2+1))/4"),
    ModelCase("p(x | a) ~ tan(x)^a, 0 < x < pi/2, -1 < a < 1", "(trigamma((1-a)/2) + trigamma((1+a)/2))/4"),
    ModelCase(
      "p(x | a, b) ~ (1-cos(x))^a*(1+cos(x))^b, 0 < x < pi, a > 0, b > 0",
      [
        ["trigamma(a+1/2) - trigamma(a+b+1)", "-trigamma(a+b+1)"],
        ["-trigamma(a+b+1)", "trigamma(b+1/2) - trigamma(a+b+1)"],
      ]),
    ModelCase(
      "p(x | a; m, s) ~ cos((x-m)/s)^a, m - s*pi/2 < x < m + s*pi/2, a > 0, s > 0, m in R",
      "trigamma((a+1)/2)/2 - trigamma(a+1)"),
    ModelCase("p(x | a) ~ (1+cos(x))^a, -pi < x < pi, a > 0", "trigamma(a+1/2) - trigamma(a+1)"),
    ModelCase(
      "p(x | a, m) ~ (1+cos(x-m))^a, -pi < x < pi, a > 1, m in R",
      [["trigamma(a+1/2) - trigamma(a+1)", "0"], ["0", "a^2/(2*a-1)"]]),
  ]

  static let hyperbolic = [
    ModelCase("p(x | s) = 1/(pi*s*cosh(x/s)), x in R, s > 0", "pi^2/(8*s^2)"),
    ModelCase("p(x | s) ~ 1/(exp(x/s)+exp(-x/s)), x in R, s > 0", "pi^2/(8*s^2)"),
    ModelCase("p(x | a) ~ cosh(x)^(-a), x in R, a > 0", "trigamma(a/2)/2 - trigamma(a)"),
    ModelCase(
      "p(x | a, s) ~ cosh(x/s)^(-a), x in R, a > 0, s > 0",
      [
        ["trigamma(a/2)/2 - trigamma(a)", "-1/(a*s)"],
        ["-1/(a*s)", "(a^2*trigamma(a/2)/2 + a - 1)/(s^2*(a+1))"],
      ]),
  ]

  static let arctangents = [
    ModelCase(
      "p(x | t) = t/(atan(1/t)*(x^2+t^2)), 0 < x < 1, t > 0",
      "1/(2*t^2) + (t^2-1)/(2*t*(1+t^2)^2*atan(1/t)) - 1/((1+t^2)^2*atan(1/t)^2)"),
    ModelCase(
      "p(x | t) ~ 1/(1+t*x^2), 0 < x < 1, t > 0",
      "(sqrt(t)*(1-t)*atan(sqrt(t)) - 2*t + (t+1)^2*atan(sqrt(t))^2)/(8*t^2*(t+1)^2*atan(sqrt(t))^2)"),
    ModelCase("p(x | t) ~ 1+t*x^2, -1 < x < 1, t > 0", "3*(sqrt(t)*(t+3)*atan(sqrt(t)) - 3*t)/(t^3*(t+3)^2)"),
    ModelCase(
      "p(x | t; c) ~ 1/(x^2+t^2), 0 < x < c, t > 0, c > 0",
      "c*(t^2-c^2)/(2*t*(c^2+t^2)^2*atan(c/t)) - c^2/((c^2+t^2)^2*atan(c/t)^2) + 1/(2*t^2)"),
  ]

  static let zetaIntegrals = [
    ModelCase("p(x | b) = 15*b^4*x^3/(pi^4*(exp(b*x)-1)), x > 0, b > 0", "(900*zeta(5)/pi^4 - 6)/b^2"),
    ModelCase("p(x | b) ~ x^3*exp(-b*x)/(1-exp(-b*x)), x > 0, b > 0", "(900*zeta(5)/pi^4 - 6)/b^2"),
    ModelCase("p(x | t) ~ x/(exp(x/t)-1), x > 0, t > 0", "(18*zeta(3)/pi^2 - 1)/t^2"),
    ModelCase("p(x | b) ~ x/(exp(b*x)+1), x > 0, b > 0", "(27*zeta(3)/pi^2 - 1)/b^2"),
    ModelCase(
      "p(x | s, b) = x^(s-1)/(exp(b*x)-1)/(gamma(s)*zeta(s))*b^s, x > 0, s > 1, b > 0",
      [
        ["trigamma(s) + zeta_deriv(2,s)/zeta(s) - (zeta_deriv(1,s)/zeta(s))^2", "-1/b"],
        ["-1/b", "s*((s+1)*(1 + zeta(s+1)/zeta(s))/2 - s)/b^2"],
      ]),
    ModelCase(
      "p(x | s, b) ~ x^(s-1)/(exp(b*x)+1), x > 0, s > 1, b > 0",
      [
        [
          "trigamma(s) - 2*2^s*log(2)^2/(2-2^s)^2 - (zeta_deriv(1,s)/zeta(s))^2 + zeta_deriv(2,s)/zeta(s)", "-1/b",
        ],
        ["-1/b", "s*(1 - s + (1-2^s)*(s+1)*zeta(s+1)/((2-2^s)*zeta(s)))/(2*b^2)"],
      ]),
  ]
}
