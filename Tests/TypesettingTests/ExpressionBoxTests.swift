import Expressions
import Syntax
import Testing
import Typesetting

/// Expressions as a textbook prints them: typed, as Unicode text, as LaTeX.
@Suite struct ExpressionBoxTests {
  static let expressions: [(typed: String, unicode: String, latex: String)] = [
    ("1/(theta*(1-theta))", "1/(θ(1 − θ))", #"\frac{1}{\theta (1 - \theta)}"#),
    (
      "x*log(theta) + (1-x)*log(1-theta)", "x log θ + (1 − x) log(1 − θ)",
      #"x \log \theta + (1 - x) \log(1 - \theta)"#
    ),
    ("x/theta - (1-x)/(1-theta)", "x/θ − (1 − x)/(1 − θ)", #"\frac{x}{\theta} - \frac{1 - x}{1 - \theta}"#),
    (
      "-(x-mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2", "−(x − μ)²/(2σ²) − log σ − log(2π)/2",
      #"-\frac{(x - \mu)^{2}}{2 \sigma^{2}} - \log \sigma - \frac{1}{2} \log(2 \pi)"#
    ),
    (
      "beta^alpha/gamma(alpha)*x^(alpha-1)*exp(-beta*x)", "β^α·x^(α − 1)·e^(−βx)/Γ(α)",
      #"\frac{\beta^{\alpha} x^{\alpha - 1} e^{-\beta x}}{\Gamma(\alpha)}"#
    ),
    (
      "exp(-((x-mu)/sigma)^2/2)/(sigma*sqrt(2*pi))", "e^(−(x − μ)²/(2σ²))/(σ√(2π))",
      #"\frac{e^{-(x - \mu)^{2}/(2 \sigma^{2})}}{\sigma \sqrt{2 \pi}}"#
    ),
    ("trigamma(alpha)", "ψ₁(α)", #"\psi_1(\alpha)"#),
    ("alpha*trigamma(alpha) - 1", "α ψ₁(α) − 1", #"\alpha \psi_1(\alpha) - 1"#),
    ("digamma(a/2)^2", "ψ(a/2)²", #"\psi\mathopen{}\left(\frac{a}{2}\right)^{2}\mathclose{}"#),
    ("digamma(a)^2", "ψ(a)²", #"\psi(a)^{2}"#),
    ("pi^2/6 + (1-euler_gamma)^2", "π²/6 + (1 − γ)²", #"\frac{\pi^{2}}{6} + (1 - \gamma)^{2}"#),
    ("mu^2 + x^2 - 2*mu*x", "μ² − 2μx + x²", #"\mu^{2} - 2 \mu x + x^{2}"#),
    ("x + 1", "x + 1", "x + 1"),
    ("x^2 + 1", "1 + x²", "1 + x^{2}"),
    ("-1 + theta", "θ − 1", #"\theta - 1"#),
    ("-theta + 1", "1 − θ", #"1 - \theta"#),
    ("b0 + b1*x", "b₀ + b₁x", "b_{0} + b_{1} x"),
    ("log(x)^2", "log² x", #"\log^{2} x"#),
    ("log(x)^2*log(1-x)", "log²(x) log(1 − x)", #"\log^{2}(x) \log(1 - x)"#),
    ("log(x)/theta", "log(x)/θ", #"\frac{\log x}{\theta}"#),
    ("sin(x)*cos(x)", "cos(x) sin x", #"\cos(x) \sin x"#),
    ("(x/lambda)^k", "(x/λ)ᵏ", #"\mathopen{}\left(\frac{x}{\lambda}\right)^{k}\mathclose{}"#),
    ("x^(3/2)", "x^(3/2)", "x^{3/2}"),
    ("sqrt(x+1)", "√(x + 1)", #"\sqrt{x + 1}"#),
    ("1/sqrt(2*pi)", "1/√(2π)", #"\frac{1}{\sqrt{2 \pi}}"#),
    ("3*2^x", "3·2ˣ", #"3 \cdot 2^{x}"#),
    ("-3/4", "−3/4", #"-\frac{3}{4}"#),
    ("rate*x", "rate·x", #"\mathit{rate} \, x"#),
    ("sigma2^2", "σ₂²", #"\sigma_{2}^{2}"#),
    ("inf", "∞", #"\infty"#),
    ("besselk(2*nu, x)", "K_(2ν)(x)", #"K_{2 \nu}(x)"#),
    ("besseli(0, x)^2", "I₀(x)²", "I_{0}(x)^{2}"),
    ("2^rate", "2^rate", #"2^{\mathit{rate}}"#),
    ("abs(x-mu)/b", "|x − μ|/b", #"\frac{\lvert x - \mu\rvert }{b}"#),
    ("lfactorial(x)", "log x!", #"\log x!"#),
    ("factorial(x+1)", "(x + 1)!", "(x + 1)!"),
    ("polygamma(2, x)", "ψ⁽²⁾(x)", #"\psi^{(2)}(x)"#),
    ("log(binomial(n,k))", "log(binomial(n, k))", #"\log \binom{n}{k}"#),
    ("expectation(x*log(x))", "E[x log x]", #"\operatorname{E}[x \log x]"#),
    ("2*x*sum(j in 0..n, a^j)", "2x ∑[j=0..n] aʲ", #"2 x \sum_{j = 0}^{n} a^{j}"#),
    (
      "sum(j in 0..n, a + j)^2", "(∑[j=0..n] (a + j))²",
      #"\mathopen{}\left(\sum_{j = 0}^{n} (a + j)\right)^{2}\mathclose{}"#
    ),
    // Inside a fraction a small quotient takes a slash, and an expectation of something tall stands beside its factor.
    ("(v/2 - (x-mu)^2)/v^3", "(v/2 − (x − μ)²)/v³", #"\frac{v/2 - (x - \mu)^{2}}{v^{3}}"#),
    ("(pi^2/6 + (1-euler_gamma)^2)/k^2", "(π²/6 + (1 − γ)²)/k²", #"\frac{\pi^{2}/6 + (1 - \gamma)^{2}}{k^{2}}"#),
    ("digamma((nu+1)/2)/(2*nu)", "ψ((ν + 1)/2)/(2ν)", #"\frac{\psi((\nu + 1)/2)}{2 \nu}"#),
    (
      "expectation(1/(u+1))/(2*nu)", "E[1/(u + 1)]/(2ν)",
      #"\frac{1}{2 \nu} \operatorname{E}\mathopen{}\left[\frac{1}{u + 1}\right]\mathclose{}"#
    ),
    ("5*x*expectation(x^2)/3", "5x E[x²]/3", #"\frac{5 x \operatorname{E}[x^{2}]}{3}"#),
    ("lgamma(alpha)/beta", "log Γ(α)/β", #"\frac{\log\Gamma(\alpha)}{\beta}"#),
    ("diff(log(v), v)", "∂/∂v (log v)", #"\frac{\partial}{\partial v} (\log v)"#),
    ("(a+b)*(a-b)", "(a − b)(a + b)", "(a - b) (a + b)"),
    ("-(a+b)", "−(a + b)", "-(a + b)"),
    ("-(-1/k^2 - x)", "−(−1/k² − x)", #"-\mathopen{}\left(-\frac{1}{k^{2}} - x\right)\mathclose{}"#),
    ("expectation(-(a-b))", "E[−(a − b)]", #"\operatorname{E}[-(a - b)]"#),
    ("-(a+b)/c", "−(a + b)/c", #"-\frac{a + b}{c}"#),
    ("(a/b)/(c/d)", "ad/(bc)", #"\frac{a d}{b c}"#),
  ]

  @Test(arguments: expressions)
  func isSetAsATextbookPrintsIt(typed: String, unicode: String, latex: String) throws {
    let store = ExpressionStore()
    let e = try store.parse(typed)
    #expect(UnicodeBackend().line(BoxBuilder(store, layout: .inline).box(e)) == unicode)
    #expect(LaTeXBackend().text(BoxBuilder(store, layout: .stacked).box(e)) == latex)
  }

  static let conditions: [(typed: String, unicode: String, latex: String)] = [
    ("theta > 0", "θ > 0", #"\theta > 0"#),
    ("x in (0, inf)", "x > 0", "x > 0"),
    ("p in (0, 1)", "0 < p < 1", "0 < p < 1"),
    ("x in [a, b)", "a ≤ x < b", #"a \leq x < b"#),
    ("x in R", "x ∈ ℝ", #"x \in \mathbb{R}"#),
    ("x in {0, 1}", "x ∈ {0, 1}", #"x \in \{0, 1\}"#),
    ("k in {0..n}", "k ∈ {0, 1, …, n}", #"k \in \{0, 1, \dots, n\}"#),
    ("x in {0, 1, 2, ...}", "x ∈ {0, 1, 2, …}", #"x \in \{0, 1, 2, \dots\}"#),
    ("x in {r, r+1, ...}", "x ∈ {r, r + 1, r + 2, …}", #"x \in \{r, r + 1, r + 2, \dots\}"#),
    ("x in {..., -1, 0, 1, ...}", "x ∈ ℤ", #"x \in \mathbb{Z}"#),
  ]

  @Test(arguments: conditions)
  func conditionsAreSetWithTheirSigns(typed: String, unicode: String, latex: String) throws {
    let store = ExpressionStore()
    let condition = try store.parseCondition(typed)
    #expect(UnicodeBackend().line(BoxBuilder(store, layout: .inline).box(condition)) == unicode)
    #expect(LaTeXBackend().text(BoxBuilder(store, layout: .stacked).box(condition)) == latex)
  }

  static let brackets: [(typed: String, observed: String, unicode: String)] = [
    ("[y = c]", "y", "[y = c]"), ("[y = c]", "c", "[c = y]"), ("[y < c]", "y", "[y < c]"), ("[y < c]", "c", "[c > y]"),
    ("[c <= 2*y]", "y", "[2y ≥ c]"), ("2^[z = a]", "z", "2^[z = a]"), ("[x = 1]", "x", "[x = 1]"),
  ]

  @Test(arguments: brackets)
  func theObservedVariableStandsOnTheLeftOfABracket(typed: String, observed: String, unicode: String) throws {
    let store = ExpressionStore()
    let e = try store.parse(typed)
    let builder = BoxBuilder(store, layout: .inline, observed: [store.symbol(observed)])
    #expect(UnicodeBackend().line(builder.box(e)) == unicode)
  }

  @Test func boundsOfTheSameExpressionAreChained() throws {
    let store = ExpressionStore()
    let conditions = try ["p > 0", "k in {0, 1}", "p <= 1", "q < 2"].map { try store.parseCondition($0) }
    let box = BoxBuilder(store, layout: .inline).box(conditions)
    #expect(UnicodeBackend().line(box) == "0 < p ≤ 1, k ∈ {0, 1}, q < 2")
    let moving = try ["0 < x", "x < theta", "1 <= n"].map { try store.parseCondition($0) }
    #expect(UnicodeBackend().line(BoxBuilder(store, layout: .inline).box(moving)) == "0 < x < θ, n ≥ 1")
  }

  static let names: [(typed: String, unicode: String, latex: String)] = [
    ("theta", "θ", #"\theta"#), ("mu_1", "μ₁", #"\mu_{1}"#), ("mu[1]", "μ₁", #"\mu_{1}"#), ("x12", "x₁₂", "x_{12}"),
    ("rate", "rate", #"\mathit{rate}"#), ("x_max", "x_max", #"x_{\mathrm{max}}"#),
    ("s_alpha", "s_α", #"s_{\alpha}"#), ("Gamma", "Γ", #"\Gamma"#), ("Beta", "Β", #"\mathrm{B}"#),
    ("a_1_2", "a₁,₂", "a_{1,2}"), ("_", "_", #"\_"#),
  ]

  @Test(arguments: names)
  func namesCarryIndices(typed: String, unicode: String, latex: String) {
    let box = MathBox.name(MathName(typed))
    #expect(UnicodeBackend().line(box) == unicode)
    #expect(LaTeXBackend().text(box) == latex)
  }

  @Test func aMatrixStandsBetweenBracketsOnItsBaseline() {
    let matrix = MathBox.matrix([[.number("1"), .number("23")], [.number("456"), .number("7")]])
    let block = UnicodeBackend().block(.row([.name(MathName("I")), .sign(.equal), matrix]))
    #expect(block.lines == ["I = ⎡  1    23 ⎤", "    ⎣ 456   7  ⎦"])
    #expect(LaTeXBackend().text(matrix) == #"\begin{pmatrix} 1 & 23 \\ 456 & 7 \end{pmatrix}"#)
  }
}
