extension ModelResolutionTests {
  /// Texts with what they are understood to be.
  static let understood = [
    // Supports that are inferred.
    Case(
      "log p = x*log(theta) + (1-x)*log(1-theta)", "x in {0, 1} inferred", "theta", domains: "theta in (0, 1) inferred"),
    Case(
      "x*log(lambda) - lambda - log(x!)", "x in {0, 1, 2, ...} inferred", "lambda", domains: "lambda > 0 inferred"),
    Case(
      "log p(n | lambda) = n*log(lambda) - lambda - lfactorial(n)", "n in {0, 1, 2, ...} inferred", "lambda",
      domains: "lambda > 0 inferred"),
    Case("p = theta*(1-theta)^(k-1)", "k in {1, 2, ...} inferred", "theta", domains: "theta in (0, 1) inferred"),
    Case("log p = log(lambda) - lambda*x", "x in (0, inf) inferred", "lambda", domains: "lambda > 0 inferred"),
    Case("log p = -x/m - log(m)", "x in (0, inf) inferred", "m", domains: "m > 0 inferred"),
    Case(
      "log p = -(x-mu)^2/(2*v) - log(2*pi*v)/2, known v", "x in R inferred", "mu", known: "v",
      domains: "; v > 0 inferred"),
    Case("log p(x | mu, v) = -(x-mu)^2/(2*v) - log(2*pi*v)/2, v > 0", "x in R inferred", "mu; v", domains: "; v > 0"),
    Case(
      "log p = -log(sigma) - log(2*pi)/2 - (y^2 - 2*y*mu + mu^2)/(2*sigma^2)", "y in R inferred", "sigma; mu",
      domains: "sigma > 0 inferred; "),
    Case(
      "log p(z | s) = -z^2/(2*s^2) - log(2*pi*s^2)/2", "z in R inferred", "s", domains: "s > 0 inferred"),
    Case(
      "log p = log(k) - k*log(lambda) + (k-1)*log(x) - (x/lambda)^k", "x in (0, inf) inferred", "k; lambda",
      domains: "k > 0 inferred; lambda > 0 inferred"),
    Case(
      "log p = lgamma(a+b) - lgamma(a) - lgamma(b) + (a-1)*log(x) + (b-1)*log(1-x)", "x in (0, 1) inferred", "a; b",
      domains: "a > 0 inferred; b > 0 inferred"),
    // Cases that tell integers apart: these alone are covered, or the density has mass 1 over them alone.
    Case(
      "p(x | w, l) = cases(w if x = 0, (1-w)*exp(-l)*l^x/(x! (1-exp(-l))) if x >= 1)", "x in {0, 1, 2, ...} inferred",
      "w; l", domains: "w in (0, 1) inferred; l > 0 inferred"),
    Case(
      "p(x | w, q) = cases(w if x = 0, (1-w)*q*(1-q)^(x-1) if x > 0)", "x in {0, 1, 2, ...} inferred", "w; q",
      domains: "w in (0, 1) inferred; q in (0, 1) inferred"),
    Case(
      "p(x | w, l) = cases(w if x = 0, (1-w)*l*exp(-l x) if x > 0)", "x in [0, inf) inferred", "w; l",
      domains: "w in (0, 1) inferred; l > 0 inferred"),
    Case(
      "p(x | w, m) = cases(w if x = 0, (1-w)*exp(-(log(x)-m)^2/2)/(x*sqrt(2*pi)) if x > 0), x >= 0", "x in [0, inf)",
      "w; m", domains: "w in (0, 1) inferred; "),
    Case(
      "p(x | w, l) = cases(w if x = 0, (1-w)*exp(-l)*l^(x-1)/(x-1)! if x >= 1), x in N_0", "x in {0, 1, 2, ...}",
      "w; l",
      domains: "w in (0, 1) inferred; l > 0 inferred"),
    Case(
      "p(x | a, b, l) = cases(a if x = 0, b if x = 1, (1-a-b)*(1-l)*l^(x-2) if x >= 2), x in {0,1,2,...}",
      "x in {0, 1, 2, ...}", "a; b; l", domains: "a > 0 inferred; b > 0 inferred; l in (0, 1) inferred"),
    // Supports that are typed.
    Case(
      "p(x | alpha, beta) = beta^alpha/gamma(alpha)*x^(alpha-1)*exp(-beta*x), x > 0, alpha > 0, beta > 0",
      "x in (0, inf)", "alpha; beta", domains: "alpha > 0; beta > 0"),
    Case("log p = -log(theta), 0 < x < theta", "x in (0, theta)", "theta", domains: "theta > 0 inferred"),
    Case(
      "log p(x | m, w) = -log(w), x in (m, m + w)", "x in (m, m + w)", "m; w", domains: "; w > 0 inferred"),
    Case("log p(x | m) = m - x, x > m", "x in (m, inf)", "m"),
    Case("log p(x | m) = 2*m - 2*x + log(2), 2*x > 2*m", "x in (m, inf)", "m"),
    Case("log p = log(lambda) - lambda*w, w > 0, lambda > 0", "w in (0, inf)", "lambda", domains: "lambda > 0"),
    Case("log p(x | mu, b) = -abs(x-mu)/b - log(2*b), x in R, b > 0", "x in R", "mu; b", domains: "; b > 0"),
    Case(
      "log p(x | theta) = x*log(theta) + (1-x)*log(1-theta), x in {0,1}", "x in {0, 1}", "theta",
      domains: "theta in (0, 1) inferred"),
    // Excluded values of integers; a single point of an interval has no probability.
    Case(
      "log p(x | l) = x*log(l) - lgamma(x+1) - log(exp(l)-1), x in {0,1,2,...}, x != 0, l > 0", "x in {1, 2, ...}", "l",
      domains: "l > 0"),
    Case("log p(x | p) ~ x*log(p), x in {0,1,2}, x != 2, p > 0", "x in {0, 1}", "p", domains: "p > 0"),
    Case("log p(x | l) ~ x*log(l), x in {0..5}, x != 1, x != 0, l > 0", "x in {2..5}", "l", domains: "l > 0"),
    Case("log p(x | l) ~ x*log(l), x in {0..3}, x != 1, l > 0", "x in {0, 2, 3}", "l", domains: "l > 0"),
    Case(
      "log p(k | p; n) ~ k*log(p), k in {0..n}, k != n, p > 0", "k in {0..n - 1}", "p", known: "n",
      domains: "p > 0; n in {1, 2, ...} inferred"),
    Case("f(x | t) = t*exp(-t*x), x > 0, x != 1, t > 0", "x in (0, inf)", "t", domains: "t > 0"),
    // Signs without which the mass is not 1.
    Case(
      "f(x; mu, lambda) = sqrt(lambda/(2 pi x^3)) exp(-lambda*(x-mu)^2/(2mu^2 x)), x > 0", "x in (0, inf)",
      "mu; lambda",
      domains: "mu > 0 inferred; lambda > 0 inferred"),
    Case(
      "f(x; a, b) = a b x^(a-1) (1-x^a)^(b-1), 0 < x < 1", "x in (0, 1)", "a; b",
      domains: "a > 0 inferred; b > 0 inferred"),
    Case(
      "f(x | m) = sqrt(1/(2*pi*x^3))*exp(-(x-10+m)^2/(2*(10-m)^2*x)), x > 0", "x in (0, inf)", "m",
      domains: "m < 10 inferred"),
    Case(
      "f(x | a, b) = sqrt(1/(2*pi*x^3))*exp(-(x-a+b)^2/(2*(a-b)^2*x)), x > 0", "x in (0, inf)", "a; b", domains: "; "),
    // Numbers of trials: fixed, and to be reached.
    Case(
      "f(k | p) = binomial(5,k)*p^k*(1-p)^(5-k)", "k in {0..5} inferred", "p", domains: "p in (0, 1) inferred"),
    Case(
      "f(k | p) = 10!/(k!*(10-k)!)*p^k*(1-p)^(10-k)", "k in {0..10} inferred", "p", domains: "p in (0, 1) inferred"),
    Case(
      "f(k | r; m) = binomial(k-1,m-1)*r^m*(1-r)^(k-m)", "k in {m, m + 1, ...} inferred", "r", known: "m",
      domains: "r in (0, 1) inferred; m in {1, 2, ...} inferred"),
    // What is declared is not cut in half by a choice of signs.
    Case(
      "f(x | l) = l^x*(1-l)^(1-x)*2*atanh(1-2*l)/(1-2*l), 0<l<1, 0<x<1", "x in (0, 1)", "l",
      domains: "l in (0, 1) and l != 1/2 inferred"),
    Case("f(x | a) = x/a^2*exp(-x^2/(2*a^2)), x>0, a in R", "x in (0, inf)", "a", domains: "a != 0 inferred"),
    Case("f(k | m) = m^(2*k)*exp(-m^2)/k!, k in {0,1,2,...}, m in R", "k in {0, 1, 2, ...}", "m"),
    // Standard domains on which the mass is 1.
    Case(
      "p(x | m) = exp(-m*x)*(m*x)^(x-1)/x!", "x in {1, 2, ...} inferred", "m", domains: "m in (0, 1) inferred"),
    Case(
      "p(x | q, b) = q^(x^b) - q^((x+1)^b)", "x in {0, 1, 2, ...} inferred", "q; b",
      domains: "q in (0, 1) inferred; b > 0 inferred"),
    Case(
      "f(x | a) = exp(-x^2/2)/sqrt(2*pi)*(1+a*sin(x))", "x in R inferred", "a", domains: "a in (-1, 1) inferred"),
    Case(
      "p(x | q, b) = q^(x^b) - q^((x+1)^b), x in {0,1,2,...}", "x in {0, 1, 2, ...}", "q; b",
      domains: "q in (0, 1) inferred; b > 0 inferred"),
    Case(
      "p(x | m, s, l) = l/2*exp(l/2*(2*m+l*s^2-2*x))*erfc((m+l*s^2-x)/(sqrt(2)*s))", "x in R inferred", "m; s; l",
      domains: "; s > 0 inferred; l > 0 inferred"),
    Case(
      "p(y | m, s) = (2*pi*s^2*(y*(1-y))^3)^(-1/2)*exp(-(y-m)^2/(2*s^2*y*(1-y)*m^2*(1-m)^2)), 0<y<1", "y in (0, 1)",
      "m; s", domains: "m in (0, 1) inferred; s > 0 inferred"),
    // Products of sums that are positive together.
    Case("f(x | a) = 3*(1+a*x^2)/(3+a), 0 < x < 1", "x in (0, 1)", "a", domains: "a > -1 inferred"),
    Case("f(x | a) = exp(-x)*(1+a*exp(-x))/(1+a/2), x > 0", "x in (0, inf)", "a", domains: "a > -1 inferred"),
    Case("f(x | a) = (1+a*x+x^2)/(4/3+a/2), 0 < x < 1", "x in (0, 1)", "a", domains: "a > -2 inferred"),
    Case("f(x | a) = exp(-x)*(1+a*x)/(1+a), x > 0", "x in (0, inf)", "a", domains: "a > 0 inferred"),
    Case("f(x | a) = exp(-x)*(1+a*x)/(1+a), x > 0, a >= 0", "x in (0, inf)", "a", domains: "a >= 0"),
    // Largest terms at infinity by rates and powers that are parameters.
    Case(
      "p(x | l, a) = l*exp(-l*x)*(1-a+2*a*exp(-l*x)), x > 0", "x in (0, inf)", "l; a",
      domains: "l > 0 inferred; a in (-1, 1) inferred"),
    Case(
      "p(x | a, b; k) = a*k^a/x^(a+1)*(1-b+2*b*(k/x)^a), x > k, a > 0, k > 0", "x in (k, inf)", "a; b", known: "k",
      domains: "a > 0; b in (-1, 1) inferred; k > 0"),
    Case(
      "p(x | w, l, m) = w*l*exp(-l*x)+(1-w)*m*exp(-m*x), x > 0, l > m, m > 0", "x in (0, inf)", "w; l; m",
      domains: "w in (0, 1) inferred; ; m > 0"),
    // Known constants.
    Case(
      "log p(k | p; n) = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}, 0 < p < 1, n in {1,2,...}",
      "k in {0..n}", "p", known: "n", domains: "p in (0, 1); n in {1, 2, ...}"),
    Case(
      "log p = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}", "k in {0..n}", "p", known: "n",
      domains: "p in (0, 1) inferred; n in {1, 2, ...} inferred"),
    Case(
      "log p(y | b0, b1; x) = y*(b0+b1*x) - log(1+exp(b0+b1*x)), y in {0,1}", "y in {0, 1}", "b0; b1", known: "x",
      domains: "; ; "),
    Case(
      "P(X = k) = binomial(n, k)*p^k*(1-p)^(n-k)", "k in {0..n} inferred", "p", known: "n",
      domains: "p in (0, 1) inferred; n in {1, 2, ...} inferred"),
    // Behind `;` without `|` stand parameters and known constants.
    Case(
      "f(k; n, p) = binomial(n, k)*p^k*(1-p)^(n-k), k in {0..n}", "k in {0..n}", "p", known: "n",
      domains: "p in (0, 1) inferred; n in {1, 2, ...} inferred"),
    // A likelihood is a function of the parameters.
    Case("L(theta) = theta*exp(-theta*x)", "x in (0, inf) inferred", "theta", domains: "theta > 0 inferred"),
    // Without a header the formula is a log-density, or a density where only that normalises.
    Case("1/sqrt(2*pi)*exp(-(x-mu)^2/2)", "x in R inferred", "mu"),
    // Several observed variables; a vector is its components.
    Case(
      "p(x | t) = prod(i in 1..2, t*exp(-t*x[i])), x > 0, t > 0",
      "x[1] in (0, inf); x[2] in (0, inf)", "t", domains: "t > 0"),
    Case(
      "f(x, y | l, k) = prod(i in 1..2, l*(l+k)*exp(-l*y_i-k*x_i)), 0 < x_i < y_i, l > 0, k > 0",
      "x_1 in (0, inf); x_2 in (0, inf); y_1 in (x_1, inf); y_2 in (x_2, inf)", "l; k", domains: "l > 0; k > 0"),
    Case(
      "f(y | b; x) = prod(i in 1..2, normal_pdf(y_i - b*x_i)), y_i in R", "y_1 in R; y_2 in R", "b", known: "x_1; x_2",
      domains: "; ; "),
    Case(
      "f(x | a, x_m) ~ prod(i in 1..2, x_i^(-a-1)), x > x_m, x_m > 0, a > 0", "x_1 in (x_m, inf); x_2 in (x_m, inf)",
      "a; x_m", domains: "a > 0; x_m > 0"),
    Case(
      "f(x) = prod(i in 1..2, normal_pdf(x_i - m))", "x_1 in R; x_2 in R inferred", "m"),
    Case(
      "log p(x, y | a) = log(2) - 2*log(a), x > 0, y > 0, x + y < a", "x in (0, a); y in (0, a - x)", "a",
      domains: "a > 0 inferred"),
    Case(
      "log p(x, y | a, b; n) = log(n!) - log(x!) - log(y!) - log((n-x-y)!) + x*log(a) + y*log(b) + (n-x-y)*log(1-a-b), "
        + "x in {0..n}, y in {0..n}, x + y <= n", "x in {0..n}; y in {0..n - x}", "a; b", known: "n",
      domains: "a > 0 inferred; b > 0 inferred; n in {1, 2, ...} inferred"),
    Case(
      "log p(x | k; c) ~ k*log(c - x^2), x^2 < c, c > 0, k > 0", "x in (-sqrt(c), sqrt(c))", "k", known: "c",
      domains: "k > 0; c > 0"),
    Case(
      "log p(a, b, c | s; k) ~ k*log(a*b-c^2) - (a+b)/s, a > 0, b > 0, a*b > c^2, s > 0, k > 0",
      "a in (0, inf); b in (0, inf); c in (-sqrt(a*b), sqrt(a*b))", "s", known: "k",
      domains: "s > 0; k > 0"),
    Case(
      "log p(x, y | a) ~ -a*x - y^2, x > 0, -sqrt(x) < y < 2*sqrt(x), a > 0",
      "x in (0, inf); y in (-sqrt(x), 2*sqrt(x))", "a", domains: "a > 0"),
    Case(
      "log p(t, d | lambda, q) = log(lambda) - lambda*t + d*log(q) + (1-d)*log(1-q), t > 0, d in {0,1}",
      "t in (0, inf); d in {0, 1}", "lambda; q", domains: "lambda > 0 inferred; q in (0, 1) inferred"),
    // Up to the normaliser: the domain is where the mass is finite.
    Case(
      "log p ~ (a-1)*log(x) - b*x, x > 0", "x in (0, inf)", "a; b", domains: "a > 0 inferred; b > 0 inferred"),
    Case("log p ~ -x/theta, x > 0", "x in (0, inf)", "theta", domains: "theta > 0 inferred"),
    Case("log p ~ -(x-mu)^2/(2*v), x in R", "x in R", "mu; v", domains: "; v > 0 inferred"),
    Case(
      "log p ~ (a-1)*log(x) + (b-1)*log(1-x), x in (0,1)", "x in (0, 1)", "a; b",
      domains: "a > 0 inferred; b > 0 inferred"),
    Case("log p ~ -a*x^2 - b*x^4, x in R, a > 0", "x in R", "a; b", domains: "a > 0; b > 0 inferred"),
    Case("log p ~ -(s+1)*log(x), x > 1", "x in (1, inf)", "s", domains: "s > 0 inferred"),
    Case("p(x; q) ~ q^x, x in N_0", "x in {0, 1, 2, ...}", "q", domains: "q in (0, 1) inferred"),
    Case(
      "p(x; p) = x*p^2*(1-p)^(x-1), x in {1,2,...}", "x in {1, 2, ...}", "p", domains: "p in (0, 1) inferred"),
    Case(
      "p(x | s) = -s^x/(x*log(1-s)), x in {1,2,...}", "x in {1, 2, ...}", "s", domains: "s in (0, 1) inferred"),
    Case(
      "p(x; t) = t^2*(x+2+t)/(t+1)^(x+3), x in N_0", "x in {0, 1, 2, ...}", "t", domains: "t > 0 inferred"),
    Case("f(x | a) = (1+a*x)/2, -1<x<1", "x in (-1, 1)", "a", domains: "a in (-1, 1) inferred"),
    // Where the argument of a logarithm is positive: at the ends of the support, in the middle, and by its largest term.
    Case("f(x | a) = (1+a*cos(x))/(2*pi), -pi<x<pi", "x in (-pi, pi)", "a", domains: "a in (-1, 1) inferred"),
    Case("f(x; t) = 1/2*(1+t*sin(pi*x)), -1<x<1", "x in (-1, 1)", "t", domains: "t in (-1, 1) inferred"),
    Case(
      "p(x,y | t) = 1+t*(1-2*x)*(1-2*y), 0<x<1, 0<y<1", "x in (0, 1); y in (0, 1)", "t",
      domains: "t in (-1, 1) inferred"),
    Case(
      "f(x; w) = w*exp(-x)+(1-w)*2*exp(-2*x), x>0", "x in (0, inf)", "w", domains: "w in (0, 2) inferred"),
    Case("f(x; t) = t+3*(1-t)*x^2, 0<x<1", "x in (0, 1)", "t", domains: "t in (0, 3/2) inferred"),
    Case("f(x; a) = phi(x)*(1+a*(2*Phi(x)-1))", "x in R inferred", "a", domains: "a in (-1, 1) inferred"),
    Case("f(x; a) = (a+x)*exp(-x)/(1+a), x>0", "x in (0, inf)", "a", domains: "a > 0 inferred"),
    Case(
      "log f(x; s, l) = 2*log(s) - log(1+l*s) + log(l-log(x)) + (s-1)*log(x), 0<x<1, l>0", "x in (0, 1)", "s; l",
      domains: "s > 0 inferred; l > 0"),
    Case(
      "f(x | m, r) = (1-r^2)/(2*pi*(1+r^2-2*r*cos(x-m))), -pi<x<pi", "x in (-pi, pi)", "m; r",
      domains: "; r in (-1, 1) inferred"),
    // A finite mass in the direction of each variable, and by the largest term of a logarithm's argument.
    Case("p(x,y | l) = l^2*exp(-l*y), 0<x<y", "x in (0, inf); y in (x, inf)", "l", domains: "l > 0 inferred"),
    Case(
      "p(x,y | a,b,c) ~ x^(a-1)*y^(b-1)*(1-x-y)^(c-1), x>0, y>0, x+y<1", "x in (0, 1); y in (0, 1 - x)", "a; b; c",
      domains: "a > 0 inferred; b > 0 inferred; c > 0 inferred"),
    Case("f(x; k) ~ (1+x^2)^(-k), x in R", "x in R", "k", domains: "k > 1/2 inferred"),
    Case("f(x; a) ~ exp(-a*|x|), x in R", "x in R", "a", domains: "a > 0 inferred"),
    // Signs of parameters without which the whole line would not be found as the support.
    Case(
      "f(x; a, b) = a*exp(-x/b)*(1+exp(-x/b))^(-a-1)/b", "x in R inferred", "a; b",
      domains: "a > 0 inferred; b > 0 inferred"),
    Case(
      "f(x; d, g) = d/sqrt(2*pi)/sqrt(1+x^2)*exp(-(g+d*asinh(x))^2/2)", "x in R inferred", "d; g",
      domains: "d > 0 inferred; "),
    // Between the ends of a full period, where the angle is a multiple of a right angle.
    Case(
      "f(x | m, r) = (1+2*r*cos(x-m))/(2*pi)", "x in (-pi, pi) inferred", "m; r", domains: "; r in (-1/2, 1/2) inferred"
    ),
    Case(
      "f(x | a) = sinh(a)/(2*pi*(cosh(a)-cos(x)))", "x in (-pi, pi) inferred", "a", domains: "a > 0 inferred"),
    // A clause of which the integers alone make it a density.
    Case(
      "p(x | l) = l^x*exp(-l)/(x!*(1-exp(-l))), x>=1", "x in {1, 2, ...} inferred", "l", domains: "l > 0 inferred"),
    Case(
      "p(x | l) = l^x*exp(-l)/(x!*(1-exp(-l))), 0<x", "x in {1, 2, ...} inferred", "l", domains: "l > 0 inferred"),
    // A mass that is 1 as a formula says nothing where the density is negative.
    Case("f(x; w) = w*phi(x)+(1-w)*phi(x-2)", "x in R inferred", "w"),
  ]
}
