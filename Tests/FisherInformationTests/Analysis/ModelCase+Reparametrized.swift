extension ModelCase {
  /// Textbook laws whose parameters are functions of others: roots, powers, odds, exponentials.
  static let reparametrized = [
    ModelCase(
      "log p(x | u; k) = lgamma(x+k) - lgamma(k) - lfactorial(x) + k*log(k/(k+sqrt(u))) + x*log(sqrt(u)/(k+sqrt(u))), "
        + "x in {0,1,2,...}, u > 0, k > 0",
      "k/(4*u^(3/2)*(k+sqrt(u)))"),
    ModelCase(
      "log p(x1, x2 | w; u, z) = -log(2*pi) - log(u*z-(1-w)^2)/2 - (z*x1^2 - 2*(1-w)*x1*x2 + u*x2^2)"
        + "/(2*(u*z-(1-w)^2)), x1 in R, x2 in R, w in R, u > 0, z > 0",
      "(u*z+(1-w)^2)/(u*z-(1-w)^2)^2"),
    ModelCase(
      "log p(x1, x2 | w; u, z) = -log(2*pi) - log(u^2*z^2-(2*w+1)^2)/2 - (z^2*x1^2 - 2*(2*w+1)*x1*x2 + u^2*x2^2)"
        + "/(2*(u^2*z^2-(2*w+1)^2)), x1 in R, x2 in R, w in R, u > 0, z > 0",
      "4*(u^2*z^2+(2*w+1)^2)/(u^2*z^2-(2*w+1)^2)^2"),
    ModelCase(
      "log p(x1, x2 | w; u, z) = -log(2*pi) - log(sqrt(u)*sqrt(z)-w^2)/2 - (sqrt(z)*x1^2 - 2*w*x1*x2 + sqrt(u)*x2^2)"
        + "/(2*(sqrt(u)*sqrt(z)-w^2)), x1 in R, x2 in R, w in R, u > 0, z > 0",
      "(sqrt(u)*sqrt(z)+w^2)/(sqrt(u)*sqrt(z)-w^2)^2"),
    ModelCase(
      "log p(x1, x2 | u; w) = x1*log(u^(1/3)) + x2*log(w^(1/3)) + (1-x1-x2)*log(1-u^(1/3)-w^(1/3)), x1 in {0,1}, "
        + "x2 in {0,1}, x1+x2 <= 1, u > 0, w > 0",
      "(1/u^(1/3) + 1/(1-u^(1/3)-w^(1/3)))/(9*u^(4/3))"),
    ModelCase(
      "log p(x | u; z, n) = log(u/(1+u)*0^x + (1-u/(1+u))*binomial(n,x)*(z/(1+z))^x*(1-z/(1+z))^(n-x)), x in {0..n}, "
        + "u > 0, z > 0, n in {1,2,...}",
      "(1-(1+z)^(-n))/((1+u)^2*(u+(1+z)^(-n)))"),
    ModelCase(
      "log p(x | u; z, n) = log(u^2*0^x + (1-u^2)*binomial(n,x)*z^(2*x)*(1-z^2)^(n-x)), x in {0..n}, 0 < u < 1, "
        + "0 < z < 1, n in {1,2,...}",
      "4*u^2*(1-(1-z)^n*(1+z)^n)/((1-u^2)*(u^2+(1-u^2)*(1-z)^n*(1+z)^n))"),
    ModelCase(
      "log p(x | u; w) = u + (x-1)*log(exp(u)+exp(-w)*x) - exp(u) - exp(-w)*x - lfactorial(x), x in {0,1,2,...}, "
        + "u in R, w > 0",
      "exp(u) - exp(2*u-w)/(exp(u)+2*exp(-w))"),
    ModelCase(
      "log p(x | u) = 2*log(1/u) + log(x+1/u+2) - (x+3)*log(1/u+1), x in {0,1,2,...}, u > 0",
      "(2 + lerch(u/(1+u), 1, 1+1/u)/u^4 - 1/u^3 + 2/u)/(1+u)^2"),
    ModelCase("log p(x | u) = x*u^3 - exp(u^3) - lfactorial(x), x in {0,1,2,...}, u > 0", "9*u^4*exp(u^3)"),
    ModelCase(
      "log p(y | u; w, x) = y*log(1-exp(-exp(log(u)+log(w)*x))) - (1-y)*exp(log(u)+log(w)*x), y in {0,1}, u > 0, "
        + "w > 0, x in R",
      "w^(2*x)/(exp(u*w^x)-1)"),
  ]
}
