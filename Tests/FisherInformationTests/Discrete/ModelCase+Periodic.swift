extension ModelCase {
  /// Densities over a full period, wherever it begins, and kinked densities on the line.
  static let periodic = [
    ModelCase(
      "log p(x | mu, rho) = log(1-rho^2) - log(2*pi) - log(1+rho^2-2*rho*cos(x-mu)), x in (-pi, pi), mu in R, "
        + "rho in (0,1)", [["2*rho^2/(1-rho^2)^2", "0"], ["0", "2/(1-rho^2)^2"]]),
    ModelCase(
      "p(t | m, r) = (1-r^2)/(2*pi*(1+r^2-2*r*cos(t-m))), t in (0, 2*pi), m in R, 0 < r < 1",
      [["2*r^2/(1-r^2)^2", "0"], ["0", "2/(1-r^2)^2"]]),
    ModelCase(
      "log p(x | mu, rho) = -log(2*pi) + log(1+2*rho*cos(x-mu)), x in (-pi, pi), mu in R, rho in (0,1/2)",
      [["1-sqrt(1-4*rho^2)", "0"], ["0", "(1/sqrt(1-4*rho^2)-1)/rho^2"]]),
    ModelCase(
      "log p(x | mu, c) = log((1-c^2)^(3/2)/(2*pi)) - 2*log(1-c*cos(x-mu)), x in (-pi, pi), mu in R, 0 < c < 1",
      [["2*c^2/(1-c^2)", "0"], ["0", "(2-c^2)/(1-c^2)^2"]]),
    ModelCase(
      "log p(x | mu, kappa) = kappa*cos(x-mu) - log(2*pi*besseli(0,kappa)), x in (-pi, pi), mu in R, kappa > 0",
      [
        ["kappa*besseli(1,kappa)/besseli(0,kappa)", "0"],
        ["0", "1 - besseli(1,kappa)/(kappa*besseli(0,kappa)) - (besseli(1,kappa)/besseli(0,kappa))^2"],
      ]),
    ModelCase(
      "log p(x | a) = a^2*cos(x) - log(2*pi*besseli(0, a^2)), x in (-pi, pi), a in R",
      "4*a^2 - 4*besseli(1,a^2)/besseli(0,a^2) - 4*a^2*(besseli(1,a^2)/besseli(0,a^2))^2"),
    ModelCase(
      "log p(x | mu, k) ~ k*cos(x-mu), x in (0, 2*pi), mu in R, k > 0",
      [
        ["k*besseli(1,k)/besseli(0,k)", "0"],
        ["0", "1 - besseli(1,k)/(k*besseli(0,k)) - (besseli(1,k)/besseli(0,k))^2"],
      ]),
    ModelCase(
      "log p(x | mu, k) = k*cos(2*(x-mu)) - log(2*pi*besseli(0,k)), x in (-pi, pi), mu in R, k > 0",
      [
        ["4*k*besseli(1,k)/besseli(0,k)", "0"],
        ["0", "1 - besseli(1,k)/(k*besseli(0,k)) - (besseli(1,k)/besseli(0,k))^2"],
      ]),
    ModelCase(
      "log p(x | mu; k) ~ k*cos(x)*cos(mu) + k*sin(x)*sin(mu), x in (-pi, pi), mu in R, k > 0",
      "k*besseli(1,k)/besseli(0,k)"),
    // Sines, and waves of unknown phase, turned to cosines.
    ModelCase("p(x | a) = (1+a*sin(x))/(2*pi), -pi < x < pi, -1 < a < 1", "1/(1 + sqrt(1-a^2) - a^2)"),
    ModelCase("p(x | a) ~ 1/(a+sin(x)), -pi < x < pi, a > 1", "1/(2*(1-a^2)^2)"),
    ModelCase(
      "p(x | a, b) ~ (a-b*sin(2*x))^(-2), 0 < x < pi, a > 1, -1 < b < 1",
      [
        ["b^2*(2*a^2-b^2)/(a^2*(a^2-b^2)^2)", "-b*(2*a^2-b^2)/(a*(a^2-b^2)^2)"],
        ["-b*(2*a^2-b^2)/(a*(a^2-b^2)^2)", "(2*a^2-b^2)/(a^2-b^2)^2"],
      ]),
    ModelCase(
      "p(x | a; b) = (1+a*sin(x)+b*cos(x))/(2*pi), -pi < x < pi, a^2 + b^2 < 1",
      "(b^2-a^2 + (a^2-b^2+a^2*b^2+b^4)/sqrt(1-a^2-b^2))/(a^2+b^2)^2"),
    ModelCase(
      "p(x | a) ~ exp(a*(cos(x)+sin(x))), -pi < x < pi, a > 0",
      "2 - sqrt(2)*besseli(1,sqrt(2)*a)/(a*besseli(0,sqrt(2)*a)) - 2*(besseli(1,sqrt(2)*a)/besseli(0,sqrt(2)*a))^2"),
    // Periods of other lengths.
    ModelCase(
      "f(x | a, m; s) = (1 + a*cos(2*pi*(x-m)/s))/s, 0 < x < s, 0 < a < 1, m in R, s > 0",
      [["(1/sqrt(1-a^2)-1)/a^2", "0"], ["0", "4*pi^2*(1-sqrt(1-a^2))/s^2"]]),
    ModelCase(
      "log p(t | m, k) = k*cos(2*pi*(t-m)/24) - log(24*besseli(0,k)), 0 < t < 24, k > 0, m in R",
      [
        ["pi^2*k*besseli(1,k)/(144*besseli(0,k))", "0"],
        ["0", "1 - besseli(1,k)/(k*besseli(0,k)) - (besseli(1,k)/besseli(0,k))^2"],
      ]),
    // Polynomials in an angle, its sine and its cosine, over part of a period or with the variable beside the angle.
    ModelCase(
      "f(x | m, s) = (1+cos((x-m)*pi/s))/(2*s), m-s < x < m+s, s > 0", [["pi^2/s^2", "0"], ["0", "(1 + pi^2/3)/s^2"]]),
    ModelCase("log p(x | t) ~ 2*log(cos(x-t)), t - pi/2 < x < t + pi/2", "4"),
    ModelCase("f(y | c) = 8*cos(c-y)^4/(3*pi), c - pi/2 < y < c + pi/2", "16/3"),
    ModelCase("f(x | m) = sin((x-m)/2)^2/pi, m < x < m + 2*pi", "1"),
  ]
}
