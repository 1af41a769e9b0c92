import Diagnostics
import Expressions
import Syntax
import Testing

/// Texts and what they are printed as.
struct ParsingTests {
  @Test(arguments: [
    ("x*log(theta) + (1-x)*log(1-theta)", "x*log(theta) + (1 - x)*log(1 - theta)"),
    ("-x^2", "-x^2"),
    ("(-x)^2", "x^2"),
    ("2^-x", "2^(-x)"),
    ("x^2^3", "x^8"),
    ("x^y^z", "x^y^z"),
    ("(x^y)^z", "(x^y)^z"),
    ("1/(theta*(1-theta))", "1/(theta*(1 - theta))"),
    ("-(x-mu)^2/(2*v)", "-(x - mu)^2/(2*v)"),
    ("alpha/beta^2", "alpha/beta^2"),
    ("-1/beta", "-1/beta"),
    ("0.25*x", "x/4"),
    ("1e-3", "1/1000"),
    (".5", "1/2"),
    ("5/2", "5/2"),
    ("2x + y*3(x + 1)", "2*x + 3*y*(x + 1)"),
    ("2x^2", "2*x^2"),
    ("x!", "factorial(x)"),
    ("-x!^2", "-factorial(x)^2"),
    ("|x - |y||", "abs(x - abs(y))"),
    ("ln(x)", "log(x)"),
    ("log (x)", "log(x)"),
    ("beta + gamma*lambda*zeta", "beta + gamma*lambda*zeta"),
    ("beta(a, b)", "beta(a, b)"),
    ("e^x", "exp(x)"),
    ("E", "exp(1)"),
    ("sqrt(x)", "sqrt(x)"),
    ("1/sqrt(x)", "1/sqrt(x)"),
    ("x^(-3/2)", "1/x^(3/2)"),
    ("x^(alpha-1)", "x^(alpha - 1)"),
    ("a - b - c", "a - b - c"),
    ("a/b/c", "a/(b*c)"),
    ("a/b*c", "a*c/b"),
    ("- -x", "x"),
    ("+x", "x"),
    ("2*-x", "-2*x"),
    ("sum(i in 1..3, i*x^i)", "3*x^3 + 2*x^2 + x"),
    ("prod(i in 1..3, x + i)", "(x + 1)*(x + 2)*(x + 3)"),
    ("sum(i in 1..2, mu[i]*x[i])", "mu[1]*x[1] + mu[2]*x[2]"),
    ("sum(i in 3..2, x)", "0"),
    ("[x = 1]", "[x = 1]"),
    ("[1 = x]", "[x = 1]"),
    ("[x != 0]", "1 - [x = 0]"),
    ("0^x", "[x = 0]"),
    ("cases(a if x = 0, b otherwise)", "[x = 0]*a + b*(1 - [x = 0])"),
    ("trigamma(alpha)", "trigamma(alpha)"),
    ("(pi^2/6 + (1 - euler_gamma)^2)/k^2", "(pi^2/6 + (1 - euler_gamma)^2)/k^2"),
    ("expectation(x^2)", "expectation(x^2)"),
    ("-inf", "-inf"),
  ])
  func reading(_ text: String, _ printed: String) throws {
    let store = ExpressionStore()
    let e = try store.parse(text)
    #expect(PlainPrinter(store).print(e) == printed)
    #expect(try store.parse(printed) == e)
  }

  @Test(arguments: [
    ("θ·log(σ²) − μ₁", "theta*log(sigma^2) - mu_1"),
    ("√(2π)", "sqrt(2*pi)"),
    ("σ⁻¹", "sigma^-1"),
    ("2σ²", "2*sigma^2"),
    (#"x\log\theta + (1-x)\log(1-\theta)"#, "x*log(theta) + (1-x)*log(1-theta)"),
    (#"\frac{a}{b}"#, "a/b"),
    (#"\frac12 x^{2}"#, "x^2/2"),
    (#"\frac{1}{2\sigma^2}"#, "1/(2*sigma^2)"),
    (
      #"-\frac{(x-\mu)^2}{2\sigma^2} - \log\sigma - \frac{1}{2}\log(2\pi)"#,
      "-(x-mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2"
    ),
    (#"\log \sigma^2"#, "log(sigma^2)"),
    (#"\sqrt{2\pi}"#, "sqrt(2*pi)"),
    (#"\sqrt[3]{x}"#, "x^(1/3)"),
    (#"\log\left(\frac{x}{\lambda}\right)"#, "log(x/lambda)"),
    (#"\alpha \log \beta - \log \Gamma(\alpha)"#, "alpha*log(beta) - log(gamma(alpha))"),
    (#"\binom{n}{k} p^k (1-p)^{n-k}"#, "binomial(n, k)*p^k*(1-p)^(n-k)"),
    (#"\mu_1 + \mu_{12} + x_{3}"#, "mu_1 + mu_12 + x_3"),
    (#"\lambda(1 - x)"#, "lambda*(1 - x)"),
    (#"e^{-\lambda x}"#, "exp(-lambda*x)"),
    (#"\operatorname{erf}(x)\,\mathrm{erf}(y)"#, "erf(x)*erf(y)"),
    (#"\lvert x \rvert"#, "abs(x)"),
  ])
  func mathematicalSigns(_ text: String, _ ascii: String) throws {
    let store = ExpressionStore()
    #expect(try store.parse(text) == store.parse(ascii))
  }

  @Test(arguments: [
    ("x in R", "x in R"), ("x ∈ ℝ", "x in R"), ("x > 0", "x > 0"), ("x in (0,1)", "x in (0, 1)"),
    ("x in [a, b)", "x in [a, b)"), ("x in (0, inf)", "x in (0, inf)"), ("x in (-inf, 0]", "x in (-inf, 0]"),
    ("x in (-inf, inf)", "x in R"), ("x in {0,1}", "x in {0, 1}"), ("x in {1, 1}", "x in {1}"),
    ("x in {0..n}", "x in {0..n}"), ("x in {0,1,2,...}", "x in {0, 1, 2, ...}"),
    ("x in {r,r+1,...}", "x in {r, r + 1, ...}"), ("x in {...,-1,0,1,...}", "x in {..., -1, 0, 1, ...}"),
    ("x in Z", "x in {..., -1, 0, 1, ...}"), ("x in {1,2,...,n}", "x in {1..n}"),
    ("x in {0..inf}", "x in {0, 1, 2, ...}"),
    ("x in {..., -1, 0}", "x in {..., -1, 0}"), ("x ≤ 3", "x <= 3"), ("a != b", "a != b"),
    ("v1*v2 > c^2", "v1*v2 > c^2"), (#"x \in \{0,1,\ldots\}"#, "x in {0, 1, 2, ...}"),
    (#"x \in \mathbb{R}"#, "x in R"), ("x in (-pi, pi)", "x in (-pi, pi)"),
  ])
  func conditions(_ text: String, _ printed: String) throws {
    let store = ExpressionStore()
    let condition = try store.parseCondition(text)
    #expect(PlainPrinter(store).print(condition) == printed)
    #expect(try store.parseCondition(printed) == condition)
  }

  @Test func declaredEulerNumber() throws {
    let store = ExpressionStore()
    let e = try store.parse("e", declaring: ["e"])
    #expect(store.symbolName(e) == "e")
    #expect(try store.parse(PlainPrinter(store).print(e), declaring: ["e"]) == e)
  }
}
