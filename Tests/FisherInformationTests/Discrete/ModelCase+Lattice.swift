extension ModelCase {
  /// Mass functions on lattices as they are typed: series and finite sums, later first points, brackets, kinks.
  static let lattice: [ModelCase] =
    negativeBinomials + geometrics + truncated + inflated + series + shiftedIndices + lagrangian + joint

  static let negativeBinomials = [
    ModelCase(
      "log p(x | mu; k) = lgamma(x+k) - lgamma(k) - lfactorial(x) + k*log(k/(k+mu)) + x*log(mu/(k+mu)), "
        + "x in {0,1,2,...}, mu > 0, k > 0", "k/(mu*(mu+k))"),
    ModelCase(
      "log p(y | m; a) = lgamma(y+1/a) - lgamma(1/a) - lgamma(y+1) + y*log(a*m/(1+a*m)) - log(1+a*m)/a, "
        + "y in {0,1,2,...}, m > 0, a > 0", "1/(m*(1+a*m))"),
    ModelCase(
      "p(n | p; r) = binomial(n-1,r-1)*p^r*(1-p)^(n-r), n in {r,r+1,...}, 0 < p < 1, r in {1,2,...}",
      "r/(p^2*(1-p))"),
    ModelCase(
      "log p(x | t; r) = log(binomial(r+x-1, x)) + x*log(t) - (x+r)*log(1+t), x in {0,1,...}, t > 0, r > 0",
      "r/(t*(1+t))"),
    ModelCase(
      "log p(x | p) = lgamma(x+3) - lgamma(3) - lgamma(x+1) + 3*log(p) + x*log(1-p), x in {0,1,...}, 0 < p < 1",
      "3/(p^2*(1-p))"),
    ModelCase("p(x | p) = (x-1)*(x-2)/2*p^3*(1-p)^(x-3), x in {3,4,...}, 0 < p < 1", "3/(p^2*(1-p))"),
    ModelCase("p(x | p) = x*p^2*(1-p)^(x-1), x in {1,2,...}, 0 < p < 1", "2/(p^2*(1-p))"),
  ]

  static let geometrics = [
    ModelCase("p(k | p) = p*(1-p)^(k-1), k in {1,2,...}, 0 < p < 1", "1/(p^2*(1-p))"),
    ModelCase("log p(x | m) = x*log(m) - (x+1)*log(1+m), x in {0,1,2,...}, m > 0", "1/(m+m^2)"),
    ModelCase("log p(x | eta) = x*eta + log(1-exp(eta)), x in {0,1,2,...}, eta < 0", "exp(eta)/(1-exp(eta))^2"),
    ModelCase(
      "p(x | q; m) = (1-q)*q^x/(1-q^(m+1)), x in {0..m}, 0 < q < 1, m in {1,2,...}",
      "1/(q*(1-q)^2) - (m+1)^2*q^(m-1)/(1-q^(m+1))^2"),
    ModelCase("p(x | p) = (1-p)/(1+p)*p^abs(x), x in {...,-1,0,1,...}, 0 < p < 1", "2*(1+p^2)/(p*(1-p^2)^2)"),
    ModelCase(
      "p(x | p; m) = (1-p)/(1+p)*p^abs(x-m), x in {...,-1,0,1,...}, 0 < p < 1, m in {...,-1,0,1,...}",
      "2*(1+p^2)/(p*(1-p^2)^2)"),
  ]

  static let truncated = [
    ModelCase(
      "log p(x | l) = x*log(l) - lfactorial(x) - log(exp(l)-1), x in {1,2,...}, l > 0",
      "(1 + l - l/(1-exp(-l)))/(l*(1-exp(-l)))"),
    ModelCase(
      "p(k | l) = l^k*exp(-l)/(k!*(1-exp(-l)-l*exp(-l))), k in {2,3,...}, l > 0",
      "(exp(l)-1)/(l*(exp(l)-1-l)) + exp(l)/(exp(l)-1-l) - (exp(l)-1)^2/(exp(l)-1-l)^2"),
    ModelCase(
      "log p(x | p; r) = lgamma(x+r) - lgamma(r) - lgamma(x+1) + r*log(p) + x*log(1-p) - log(1-p^r), "
        + "x in {1,2,...}, 0 < p < 1, r > 0",
      "r/(p^2*(1-p)*(1-p^r)) - r^2*p^(r-2)/(1-p^r)^2"),
    ModelCase(
      "p(k | p; n) = binomial(n,k)*p^k*(1-p)^(n-k)/(1-(1-p)^n), k in {1..n}, 0 < p < 1, n in {1,2,...}",
      "n/(p*(1-p)*(1-(1-p)^n)) - n^2*(1-p)^(n-2)/(1-(1-p)^n)^2"),
    ModelCase(
      "log p(x | l; n) ~ x*log(l) - lfactorial(x), x in {0..n}, l > 0, n in {1,2,...}",
      "1/l - l^(n-1)*exp(-l)*(n+1-l)/gammainc(n+1,l) - l^(2*n)*exp(-2*l)/gammainc(n+1,l)^2"),
    ModelCase("log p(x | l) = x*log(l) - lfactorial(x) - l + log(x) - log(l), x in {1,2,...}, l > 0", "1/l"),
  ]

  static let inflated = [
    ModelCase(
      "p(x | w, l) = w*[x=0] + (1-w)*exp(-l)*l^x/x!, x in {0,1,2,...}, 0 < w < 1, l > 0",
      [
        ["(1-exp(-l))/((1-w)*(w+(1-w)*exp(-l)))", "-exp(-l)/(w+(1-w)*exp(-l))"],
        ["-exp(-l)/(w+(1-w)*exp(-l))", "(1-w)/l - w*(1-w)*exp(-l)/(w+(1-w)*exp(-l))"],
      ]),
    ModelCase(
      "log p(x | w, l) = cases(log(w + (1-w)*exp(-l)) if x = 0, log(1-w) - l + x*log(l) - lfactorial(x) otherwise), "
        + "x in {0,1,2,...}, 0 < w < 1, l > 0",
      [
        ["(1-exp(-l))/((1-w)*(w+(1-w)*exp(-l)))", "-exp(-l)/(w+(1-w)*exp(-l))"],
        ["-exp(-l)/(w+(1-w)*exp(-l))", "(1-w)/l - w*(1-w)*exp(-l)/(w+(1-w)*exp(-l))"],
      ]),
    ModelCase(
      "log p(x | w, l) = 0^x*log(w) + (1-0^x)*(log(1-w) + x*log(l) - lfactorial(x) - log(exp(l)-1)), "
        + "x in {0,1,2,...}, w in (0,1), l > 0",
      [
        ["1/(w*(1-w))", "0"], ["0", "(1-w)*(1 + l - l/(1-exp(-l)))/(l*(1-exp(-l)))"],
      ]),
    ModelCase(
      "log p(x | w, p; n) = log(w*0^x + (1-w)*binomial(n,x)*p^x*(1-p)^(n-x)), x in {0..n}, w in (0,1), p in (0,1), "
        + "n in {1,2,...}",
      [
        ["(1-(1-p)^n)/((1-w)*(w+(1-w)*(1-p)^n))", "-n*(1-p)^(n-1)/(w+(1-w)*(1-p)^n)"],
        [
          "-n*(1-p)^(n-1)/(w+(1-w)*(1-p)^n)",
          "n*(1-w)/(p*(1-p)) - n^2*w*(1-w)*(1-p)^(n-2)/(w+(1-w)*(1-p)^n)",
        ],
      ]),
    ModelCase(
      "p(x | w, p) = w*[x=0] + (1-w)*p*(1-p)^x, x in {0,1,2,...}, 0 < w < 1, 0 < p < 1",
      [
        ["(1-p)/((1-w)*(w+(1-w)*p))", "1/(w+(1-w)*p)"],
        ["1/(w+(1-w)*p)", "(1-w)*(1/(p^2*(1-p)) - w/(p*(w+(1-w)*p)))"],
      ]),
    ModelCase(
      "p(x | a, t) = cases(a if x = 0, (1-a)*(-t^x/(x*log(1-t))) otherwise), x in {0,1,2,...}, 0 < a < 1, 0 < t < 1",
      [["1/(a*(1-a))", "0"], ["0", "-(1-a)*(1 + t/log(1-t))/(t*(1-t)^2*log(1-t))"]]),
    ModelCase("p(x | p) = [x=0]*(1-p) + [x=1]*p, x in {0,1}, 0 < p < 1", "1/(p*(1-p))"),
  ]

  static let series = [
    ModelCase(
      "log p(x | s) = -s*log(x) - log(zeta(s)), x in {1,2,...}, s > 1",
      "zeta_deriv(2,s)/zeta(s) - (zeta_deriv(1,s)/zeta(s))^2"),
    ModelCase(
      "p(k | a) = k^(-(a+1))/zeta(a+1), k in {1,2,...}, a > 0",
      "zeta_deriv(2,a+1)/zeta(a+1) - (zeta_deriv(1,a+1)/zeta(a+1))^2"),
    ModelCase(
      "log p(k | t) = k*log(t) - log(k) - log(-log(1-t)), k in {1,2,...}, 0 < t < 1",
      "-(1 + t/log(1-t))/(t*(1-t)^2*log(1-t))"),
    ModelCase(
      "log p(x | l) = x*log(l) - 2*lfactorial(x) - log(besseli(0, 2*sqrt(l))), x in {0,1,2,...}, l > 0",
      "(1 - besseli(1, 2*sqrt(l))^2/besseli(0, 2*sqrt(l))^2)/l"),
    ModelCase(
      "log p(x | l) = 2*x*log(l) - log(cosh(l)) - lgamma(2*x+1), x in {0,1,2,...}, l > 0",
      "1 + tanh(l)/l - tanh(l)^2"),
    ModelCase("log p(k | a; t) = -a^2*t + k*log(a^2*t) - lgamma(k+1), k in {0,1,...}, a > 0, t > 0", "4*t"),
  ]

  /// Series in another index than the observed variable, and some that begin later than their index does.
  static let shiftedIndices = [
    ModelCase(
      "p(k | q) = -q^(k+1)/((k+1)*log(1-q)), k in {0,1,2,...}, 0 < q < 1", "-(q + log(1-q))/(q*(1-q)^2*log(1-q)^2)"),
    ModelCase(
      "p(k | q) = -q^(k-1)/((k-1)*log(1-q)), k in {2,3,...}, 0 < q < 1", "-(q + log(1-q))/(q*(1-q)^2*log(1-q)^2)"),
    ModelCase(
      "p(k | q) ~ q^k/(k+2), k in {0,1,2,...}, 0 < q < 1", "-(2*q + (2-q)*log(1-q))/((1-q)^2*(q + log(1-q))^2)"),
    ModelCase("p(k | q) ~ q^k/k, k in {2,3,...}, 0 < q < 1", "-(2*q + (2-q)*log(1-q))/((1-q)^2*(q + log(1-q))^2)"),
    ModelCase(
      "p(k | s) = (k-2)^(-s)/zeta(s), k in {3,4,...}, s > 1", "zeta_deriv(2,s)/zeta(s) - (zeta_deriv(1,s)/zeta(s))^2"),
    ModelCase(
      "p(k | q; s, a) ~ q^k/(k+a)^s, k in {0,1,2,...}, 0 < q < 1, s > 0, a > 0",
      "lerch(q,s-2,a)/(q^2*lerch(q,s,a)) - lerch(q,s-1,a)^2/(q^2*lerch(q,s,a)^2)"),
  ]

  static let lagrangian = [
    ModelCase(
      "log p(x | theta, lambda) = log(theta) + (x-1)*log(theta+lambda*x) - theta - lambda*x - lfactorial(x), "
        + "x in {0,1,2,...}, theta > 0, lambda in (0,1)",
      [
        ["1/theta - lambda/(theta+2*lambda)", "theta/(theta+2*lambda)"],
        ["theta/(theta+2*lambda)", "theta/(1-lambda) + 2*theta/(theta+2*lambda)"],
      ]),
    ModelCase(
      "log p(x | m, a) = x*log(m/(1+a*m)) + (x-1)*log(1+a*x) - m*(1+a*x)/(1+a*m) - lfactorial(x), x in {0,1,2,...}, "
        + "m > 0, a > 0",
      [["1/(m*(1+a*m)^2)", "0"], ["0", "2*m^2/((1+2*a)*(1+a*m)^2)"]]),
    ModelCase(
      "log p(n | mu) = -mu*n + (n-1)*log(mu*n) - lfactorial(n), n in {1,2,...}, mu in (0,1)", "1/(mu*(1-mu))"),
    ModelCase(
      "log p(x | mu; r) = log(r) - log(x) - mu*x + (x-r)*log(mu*x) - lfactorial(x-r), x in {r,r+1,...}, mu in (0,1), "
        + "r in {1,2,...}", "r/(mu*(1-mu))"),
  ]

  static let joint = [
    ModelCase(
      "log p(x1, x2 | p1, p2; n) = lfactorial(n) - lfactorial(x1) - lfactorial(x2) - lfactorial(n-x1-x2) + x1*log(p1) "
        + "+ x2*log(p2) + (n-x1-x2)*log(1-p1-p2), x1 in {0..n}, x2 in {0..n}, x1 + x2 <= n, p1 > 0, p2 > 0, "
        + "p1 + p2 < 1, n in {1,2,...}",
      [["n/p1 + n/(1-p1-p2)", "n/(1-p1-p2)"], ["n/(1-p1-p2)", "n/p2 + n/(1-p1-p2)"]]),
    ModelCase(
      "log p(x, y | l, p) = x*log(l) - l - lfactorial(y) - lfactorial(x-y) + y*log(p) + (x-y)*log(1-p), "
        + "x in {0,1,2,...}, y in {0..x}, l > 0, 0 < p < 1", [["1/l", "0"], ["0", "l/(p*(1-p))"]]),
    ModelCase(
      "log p(t, d | l, m) = log(l^d*m^(1-d)) - (l+m)*t, t > 0, d in {0,1}, l > 0, m > 0",
      [["1/(l*(l+m))", "0"], ["0", "1/(m*(l+m))"]]),
  ]
}
