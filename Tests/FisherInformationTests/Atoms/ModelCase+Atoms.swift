extension ModelCase {
  /// Laws with points that have a probability of their own besides a density.
  static let atoms = [
    // Censored from below and above; Greene 2018, Econometric Analysis, 8th ed., section 19.3, for the normal.
    ModelCase(
      "log p(y | m) = cases(log(normal_cdf(-m)) if y = 0, -(y-m)^2/2 - log(2*pi)/2 otherwise), y >= 0, m in R",
      "normal_cdf(m) - m*normal_pdf(m) + normal_pdf(m)^2/(1 - normal_cdf(m))"),
    ModelCase(
      "log p(y | l; c) = cases(-l*c if y = c, log(l) - l*y otherwise), 0 <= y <= c, l > 0, c > 0",
      "(1 - exp(-c*l))/l^2"),
    ModelCase(
      "log p(t | s; w) = cases(log(t) - 2*log(s) - t^2/(2*s^2) if t < w, -w^2/(2*s^2) if t = w), 0 < t <= w, s > 0, "
        + "w > 0", "4*(1 - exp(-w^2/(2*s^2)))/s^2"),
    ModelCase(
      "log p(y | a; c) = cases(-a*log(c) if y = c, log(a) - (a+1)*log(y) otherwise), 1 < y <= c, a > 0, c > 1",
      "(1 - c^(-a))/a^2"),
    // The cases state the support.
    ModelCase(
      "p(x | l; c) = cases(l*exp(-l*x) if 0 <= x < c, exp(-l*c) if x = c), l > 0, c > 0", "(1 - exp(-c*l))/l^2"),
    ModelCase(
      "p(x | l; c) = cases(exp(-l*c) if x = c, l*exp(-l*x) if 0 <= x < c, 0 otherwise), l > 0, c > 0",
      "(1 - exp(-c*l))/l^2"),
    ModelCase("log p(x | q) = cases(log(q) if x = 1, log(1-q) if x = 0), 0 < q < 1", "1/(q*(1-q))"),
    // A point of the integers besides what it has there already, without declared domains.
    ModelCase(
      "p(x | w, l) = w*[x=0] + (1-w)*exp(-l)*l^x/x!",
      [
        ["(1 - exp(-l))/((1-w)*(w + (1-w)*exp(-l)))", "-exp(-l)/(w + (1-w)*exp(-l))"],
        ["-exp(-l)/(w + (1-w)*exp(-l))", "(1-w)/l - w*(1-w)*exp(-l)/(w + (1-w)*exp(-l))"],
      ]),
    // Points added to a law: blocks.
    ModelCase(
      "p(y | q, a) = cases(q if y = 0, (1-q)*a*exp(-a*y) if y > 0), y >= 0, 0 < q < 1, a > 0",
      [["1/(q*(1-q))", "0"], ["0", "(1-q)/a^2"]]),
    ModelCase(
      "log p(z | b, a, w) = [z=0]*log(w) + (1-[z=0])*(log(1-w) + a*log(b) - lgamma(a) + (a-1)*log(z) - b*z), z >= 0, "
        + "0 < w < 1, a > 0, b > 0",
      [
        ["a*(1-w)/b^2", "-(1-w)/b", "0"], ["-(1-w)/b", "(1-w)*trigamma(a)", "0"], ["0", "0", "1/(w*(1-w))"],
      ]),
    // The density off the point has a pole there: 1/(2*l) must not be lost between (y-m)^2/y and [y = 0]*m^2/y.
    ModelCase(
      "log p(y | q, m, l) = cases(log(q) if y = 0, log(1-q) + log(l/(2*pi*y^3))/2 - l*(y-m)^2/(2*m^2*y) otherwise), "
        + "y >= 0, 0 < q < 1, m > 0, l > 0",
      [["1/(q*(1-q))", "0", "0"], ["0", "l*(1-q)/m^3", "0"], ["0", "0", "(1-q)/(2*l^2)"]]),
    // Points at both ends.
    ModelCase(
      "log p(y | q, r, a) = cases(log(q) if y = 0, log(r) if y = 1, log(1-q-r) + log(a) + (a-1)*log(y) otherwise), "
        + "0 <= y <= 1, 0 < q < 1, 0 < r < 1, q + r < 1, a > 0",
      [
        ["1/q + 1/(1-q-r)", "1/(1-q-r)", "0"], ["1/(1-q-r)", "1/r + 1/(1-q-r)", "0"], ["0", "0", "(1-q-r)/a^2"],
      ]),
    // The point as what is left: of a closed end, or of the whole line.
    ModelCase(
      "log p(x | l; c) = cases(log(l) - l*x if x < c, -c*l otherwise), 0 <= x <= c, l > 0, c > 0", "(1 - exp(-c*l))/l^2"
    ),
    ModelCase(
      "log p(x | w, l) = cases(log(1-w) + log(l) - l*x if x > 0, log(w) otherwise), x >= 0, l > 0, 0 < w < 1",
      [["1/(w*(1-w))", "0"], ["0", "(1-w)/l^2"]]),
    ModelCase(
      "log p(x | w, s) = cases(log(w) if x = 0, log(1-w) - x^2/(2*s^2) - log(s) - log(2*pi)/2 otherwise), x in R, "
        + "s > 0, 0 < w < 1", [["1/(w*(1-w))", "0"], ["0", "2*(1-w)/s^2"]]),
    // a < b follows from a support that is not empty.
    ModelCase(
      "log p(x | m; a, b) = cases(log(normal_cdf(a-m)) if x = a, log(1 - normal_cdf(b-m)) if x = b, "
        + "-(x-m)^2/2 - log(2*pi)/2 otherwise), a <= x <= b",
      "normal_pdf(m-a)^2/normal_cdf(a-m) - normal_cdf(a-m) - (m-a)*normal_pdf(m-a) + (m-b)*normal_pdf(m-b) "
        + "+ (normal_cdf(b-m) - normal_cdf(b-m)^2 + normal_pdf(m-b)^2)/(1 - normal_cdf(b-m))"),
    // A point where two formulas meet, two observations, and a constant to be found.
    ModelCase(
      "log p(y | b) = cases(-1/b - log(2) if y = 1, -log(2*b) - abs(y)/b otherwise), y <= 1, b > 0",
      "(1 - exp(-1/b)/2)/b^2"),
    ModelCase(
      "log p(x, y | l; c) = cases(-l*c if x = c, log(l) - l*x otherwise) + cases(-l*c if y = c, log(l) - l*y "
        + "otherwise), 0 <= x <= c, 0 <= y <= c, l > 0, c > 0", "2*(1 - exp(-c*l))/l^2"),
    ModelCase(
      "log p(y | l) ~ cases(log(2) if y = 0, -l*y otherwise), y >= 0, l > 0", "1/l^2 - 4/(1+2*l)^2"),
  ]
}
