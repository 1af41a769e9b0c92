import Expressions
import Multiprecision
import Syntax
import Testing

/// Three-valued answers: what is proved, what is refuted, and above all what must stay unknown.
struct AssumptionsTests {
  /// Conditions, an expression, and the answer in words.
  struct Case: Sendable, CustomTestStringConvertible {
    let given: [String]
    let expression: String
    let sign: String
    var testDescription: String { "\(expression) given \(given)" }

    init(_ given: [String], _ expression: String, _ sign: String) {
      self.given = given
      self.expression = expression
      self.sign = sign
    }
  }

  static let signs = [
    // Numbers and symbols.
    Case([], "5/2", "> 0"), Case([], "0", "= 0"), Case([], "-1", "< 0"), Case([], "theta", "real"),
    Case(["theta > 0"], "theta", "> 0"), Case(["theta >= 0"], "theta", ">= 0"), Case(["theta < -1"], "theta", "< 0"),
    Case(["theta in (0,1)"], "theta", "> 0"), Case(["theta in [0,1)"], "theta", ">= 0"),
    Case(["n in {1,2,...}"], "n", "> 0"), Case(["n in {0,1,...}"], "n", ">= 0"), Case(["d in {-1,1}"], "d", "!= 0"),
    Case(["theta != 0"], "theta", "!= 0"), Case(["2*theta > 6"], "theta - 3", "> 0"),
    // Products and powers.
    Case(["a > 0", "b < 0"], "-3*a*b", "> 0"), Case(["a > 0"], "a*b", "real"),
    Case(["a != 0", "b != 0"], "a*b", "!= 0"),
    Case([], "x^2", ">= 0"), Case(["x != 0"], "x^2", "> 0"), Case([], "x^3", "real"), Case([], "1/x", "unknown"),
    Case([], "1/x^2", "unknown"), Case(["x != 0"], "1/x^2", "> 0"), Case(["x > 0"], "1/x", "> 0"),
    Case(["x > 0"], "sqrt(x)", "> 0"), Case(["x >= 0"], "sqrt(x)", ">= 0"), Case([], "sqrt(x)", "unknown"),
    Case(["x < 0"], "sqrt(x)", "unknown"), Case(["x > 0"], "x^k", "> 0"), Case([], "x^k", "unknown"),
    Case(["x >= 0", "k > 0"], "x^k", ">= 0"), Case(["x < 0", "k in {1,2,...}"], "x^k", "!= 0"),
    Case(["x >= 0"], "x^k", "unknown"),
    // Sums: term by term, bounds, combinations of constraints.
    Case(["a > 0", "b > 0"], "a + b", "> 0"), Case(["a > 0", "b >= 0"], "2*a + b + 1", "> 0"),
    Case(["a > 0"], "a - 1", "real"), Case(["a > 1"], "a - 1", "> 0"), Case(["a > 1"], "a", "> 0"),
    Case(["theta in (0,1)"], "1 - theta", "> 0"), Case(["theta in [0,1]"], "1 - theta", ">= 0"),
    Case(["theta in (0,1)"], "2*theta - 1", "real"), Case(["theta in (0,1)"], "3 - 2*theta", "> 0"),
    Case(["p1 > 0", "p2 > 0", "p1 + p2 < 1"], "1 - p1 - p2", "> 0"),
    Case(["p1 > 0", "p2 > 0", "p1 + p2 < 1"], "1 - p1", "> 0"), Case(["p1 + p2 < 1"], "1 - p1", "real"),
    Case(["p1 > 0", "p2 > 0", "p3 > 0", "p1 + p2 + p3 < 1"], "2 - 2*p1 - p2", "> 0"),
    Case(["a1 < a2"], "a2 - a1", "> 0"), Case(["a1 < a2", "a2 < a3"], "a3 - a1", "> 0"),
    Case(["a1 > 0", "a1 < a2"], "a2", "> 0"), Case(["a <= b", "b <= a"], "a - b", "= 0"),
    Case(["x > m", "m > 2"], "x - 1", "> 0"), Case(["x > m"], "x - m", "> 0"), Case(["x > m"], "m - x", "< 0"),
    Case(["x in (0,theta)"], "theta", "> 0"), Case(["x in (0,theta)"], "theta - x", "> 0"),
    // Products that have to be multiplied out, and constraints of higher degree.
    Case(["theta in (0,1)"], "theta*(1 - theta)", "> 0"), Case(["theta in (0,1)"], "theta - theta^2", "> 0"),
    Case(["v1*v2 > c^2"], "v1*v2 - c^2", "> 0"), Case(["v1*v2 > c^2"], "v1*v2", "> 0"),
    Case(["v1 > 0", "v2 > 0", "v1*v2 > c^2"], "v1 - c^2/v2", "> 0"),
    Case(["v1 > 0", "v2 > 0", "v1*v2 > (1-c)^2"], "1 + c^2 - v1*v2 - 2*c", "< 0"),
    Case(["u > 0", "v > 0", "u^2*v^2 - (2*w+1)^2 > 0"], "u*v - 2*w - 1", "> 0"),
    Case(["u > 0", "v > 0", "u^2*v^2 > (2*w+1)^2"], "1 + u*v + 2*w", "> 0"),
    Case(["u > 0"], "1 - u/(1 + u)", "> 0"), Case(["u > 0", "v > 0"], "1 - u/(1 + u + v) - v/(1 + u + v)", "> 0"),
    Case(
      ["0 < z", "z < b", "b < c", "c < d", "d < 1", "n in {1,2,...}", "x in {0..n}", "u in (0,1)"],
      "2^n*u - u*(z+1)^n + (z+1)^n", "> 0"),
    Case(["u > 0", "z > 0"], "exp(-u)*z^n*(1+z)^n - exp(-u) - z^n*(1+z)^n", "< 0"),
    Case(["u in (0,1)", "z in (0,1)"], "u^2*(1-z)^n*(1+z)^n - u^2 - (1-z)^n*(1+z)^n", "< 0"),
    Case(["u in (0,1)", "z in (0,1)"], "u*(1-z)^n*(1+z)^n - u - (1-z)^n*(1+z)^n", "< 0"),
    Case(["rho in (-1,1)"], "1 - rho^2", "> 0"), Case(["rho in (-1,1)"], "1 - rho", "> 0"),
    Case(["p in (0,1)", "q in (0,1)"], "1 - p*q", "> 0"), Case(["p in (0,1)", "q in (0,1)"], "p + q - p*q", "> 0"),
    Case([], "x^2 + 1", "> 0"), Case([], "x^2 + x + 1", "> 0"), Case(["b > 0"], "2*pi*b", "> 0"),
    Case(["2*pi*v > 0"], "v", "> 0"), Case(["k > 0", "k/lambda > 0"], "lambda", "> 0"),
    // Lattices: a positive integer is at least 1.
    Case(["n in {1,2,...}"], "n - 1", ">= 0"), Case(["n in {1,2,...}", "k in {0..n}"], "n - k", ">= 0"),
    Case(["n in {1,2,...}", "k in {0..n}"], "n - k + 1", "> 0"), Case(["n in {0,1,...}", "n > 0"], "n - 1", ">= 0"),
    Case(["x in {0,1}"], "1 - x", ">= 0"), Case(["x in {0,1,...}", "r > 0"], "x + r", "> 0"),
    // Squares completed, common factors.
    Case([], "x^2 - 2*m*x + m^2 + 5", "> 0"), Case([], "x^2 - 2*m*x + m^2", ">= 0"), Case([], "2*x - x^2 - 2", "< 0"),
    Case(["-1 < r", "r < 1"], "x^2 - 2*r*x*y + y^2 + 1", "> 0"), Case(["r > 1"], "x^2 - 2*r*x*y + y^2 + 1", "real"),
    Case(["n > 0", "-1 < r", "r < 1"], "n - n*r^2", "> 0"), Case(["n > 0", "x in (0,1)"], "n^2*x - n^2", "< 0"),
    Case([], "x^2 - x", "real"), Case(["x > 0"], "x^3 - 2*x^2 + 2*x", "> 0"),
    // Polynomials in one variable: the number of roots between its bounds.
    Case(["d in (0,1)"], "1 - 4*d + 6*d^2 - 4*d^3 + 2*d^4", "> 0"), Case([], "x^4 - x^3 + 1", "> 0"),
    Case(["x in (0,1)"], "x^3 - 3*x + 1", "real"), Case(["x in (1,3/2)"], "x^3 - 3*x + 1", "< 0"),
    Case(["x > 2"], "x^5 - 4*x - 1", "> 0"), Case(["x >= 1"], "x^4 - 2*x + 1", ">= 0"),
    Case(["x > 1"], "x^4 - 2*x + 1", "> 0"), Case(["x in [-1,1]"], "x^3 - 2*x^2 + x - 5", "< 0"),
    Case(["x in (0,1)"], "x^3 - x^2 - x + 1", "> 0"), Case([], "x^4 - 2*x^3 + 2*x^2 - 2*x + 1", "real"),
    Case([], "cos(x)^4 - 3*cos(x) + 3", "> 0"), Case([], "tanh(x)^3 - 3*tanh(x) - 2", "< 0"),
    Case(["a > 0"], "log(x)^4 - log(x)^3 + a^2", "unknown"),
    // Functions.
    Case([], "exp(x)", "> 0"), Case([], "1 + exp(b0 + b1*x)", "> 0"), Case([], "log(x)", "unknown"),
    Case(["x > 0"], "log(x)", "real"), Case(["x > 1"], "log(x)", "> 0"), Case(["x in (0,1)"], "log(x)", "< 0"),
    Case(["x in (0,1)"], "-log(x)", "> 0"), Case([], "log(1 + exp(x))", "> 0"),
    Case(["lambda > 0"], "1 - exp(-lambda)", "> 0"), Case(["lambda > 0"], "exp(lambda) - 1", "> 0"),
    Case(["x in (0,1)", "a > 0"], "1 - x^a", "> 0"), Case(["x > 1", "a > 0"], "x^a - 1", "> 0"),
    Case(["x > 1", "a < 0"], "x^a - 1", "< 0"), Case(["0 < l", "l < h", "a > 0"], "2*h^a - 2*l^a", "> 0"),
    Case(["0 < l", "l < h", "a < 0"], "h^a - l^a", "< 0"), Case(["l < h", "a > 0"], "h^a - l^a", "unknown"),
    Case([], "abs(x)", ">= 0"), Case([], "1 + abs(x)", "> 0"), Case([], "gamma(a)", "unknown"),
    Case(["a > 0"], "gamma(a)", "> 0"), Case(["a > 0"], "lgamma(a)", "real"), Case(["a > 0"], "digamma(a)", "real"),
    Case(["a > 0"], "trigamma(a) + 1/a", "> 0"), Case([], "2 + cos(x)", "> 0"), Case([], "1 - sin(x)", ">= 0"),
    Case(["0 < x", "x < pi"], "sin(x)", "> 0"), Case(["0 < x", "x < 2*pi"], "sin(x/2)", "> 0"),
    Case(["0 < x", "x < 4"], "sin(x)", "real"), Case(["0 < x", "x < pi/2"], "cos(x)", "> 0"),
    Case(["-pi < x", "x < pi"], "1 + cos(x)", "> 0"), Case(["-pi < x", "x < pi"], "1 - cos(x)", ">= 0"),
    Case(["0 < x", "x < 1"], "1 - cos(x)", "> 0"), Case(["-pi < x", "x < pi/2"], "1 - sin(x)", "> 0"),
    Case(["x > 0"], "cosh(x) - 1", "> 0"), Case([], "cosh(x) - 1", ">= 0"),
    Case([], "1 - tanh(x)", "> 0"), Case(["x > 0"], "tanh(x)", "> 0"), Case(["x < 0"], "normal_cdf(x) - 1/2", "< 0"),
    Case(["rho in (-1/2,1/2)"], "1 + 2*rho*cos(x)", ">= 0"), Case(["a > 0", "b > 0"], "beta(a, b)", "> 0"),
    Case(["n in {1,2,...}", "k in {0..n}"], "binomial(n, k)", "> 0"),
    // Inert sums: by the sign of the term, whatever the index.
    Case(["a > 0", "n in {1,2,...}"], "sum(j in 0..n, a^j)", "> 0"), Case(["a > 0"], "sum(j in 0..n, a^j)", ">= 0"),
    Case(["a > 0", "n in {1,2,...}"], "sum(j in 0..n, j*a^j)", ">= 0"), Case([], "sum(j in 0..n, a^j)", "unknown"),
    Case([], "1 - sum(j in 1..10, 2^(-j))", "> 0"), Case([], "1 - sum(j in 0..3, 1/factorial(j))", "< 0"),
    // Constants.
    Case([], "pi - 3", "> 0"), Case([], "1 - euler_gamma", "> 0"), Case([], "pi^2/6 - euler_gamma^2", "> 0"),
    Case([], "log(2)", "> 0"), Case([], "log(2) - 1", "< 0"), Case([], "exp(1) - 3", "< 0"),
    Case([], "sqrt(2) - 7/5", "> 0"), Case([], "log(4) - 2*log(2)", "= 0"),
    Case(["m > 0", "v > 0"], "log(m^2 + v) - 2*log(m)", "> 0"), Case([], "log(3) - 2*log(2)", "< 0"),
    Case([], "log(-1)", "unknown"), Case([], "t - log(1 + exp(t))", "< 0"), Case([], "t + log(1 + exp(-t))", "> 0"),
    Case(["u > 0"], "log(u + exp(a - b)) - a + b", "> 0"), Case([], "log(1 + exp(a)) - b", "real"),
  ]

  @Test(arguments: signs)
  func sign(_ test: Case) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try test.given.map { try store.parseCondition($0) })
    let e = try store.parse(test.expression)
    #expect(Self.word(assumptions, e) == test.sign)
    #expect(!assumptions.isContradictory)
  }

  /// The strongest statement that the assumptions prove.
  static func word(_ assumptions: Assumptions, _ e: Expr) -> String {
    if assumptions.isPositive(e) == .yes { return "> 0" }
    if assumptions.isNegative(e) == .yes { return "< 0" }
    if assumptions.isZero(e) == .yes { return "= 0" }
    if assumptions.isNonnegative(e) == .yes { return ">= 0" }
    if assumptions.isNonpositive(e) == .yes { return "<= 0" }
    if assumptions.isNonzero(e) == .yes { return "!= 0" }
    return assumptions.isReal(e) == .yes ? "real" : "unknown"
  }

  @Test("what was open while another question was asked is asked again: an assumption on log(1 + exp(d))")
  func openQuestionsAreNotRemembered() throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition("d - log(1 + exp(d)) < 0"))
    for text in ["exp(d)", "1 + exp(d)", "1/(1 + exp(d))"] {
      #expect(assumptions.isPositive(try store.parse(text)) == .yes, "\(text)")
    }
  }

  static let integers: [(given: [String], expression: String, answer: Truth)] = [
    ([], "3", .yes), ([], "5/2", .no), ([], "n", .unknown), (["n in {1,2,...}"], "n", .yes),
    (["n in {1,2,...}"], "3*n^2 - 4", .yes), (["n in {1,2,...}"], "n/2", .unknown),
    (["n in {1,2,...}"], "n + 1/2", .no), (["n in {1,2,...}"], "2^n", .yes), (["n in {1,2,...}"], "2^(-n)", .unknown),
    (["d in {-1,1}"], "d", .yes), (["d in {1/2,1/3}"], "d", .no), (["x > 0"], "x", .unknown),
    (["n in {1,2,...}", "k in {0..n}"], "n - k", .yes),
  ]

  @Test(arguments: integers)
  func integrality(_ test: (given: [String], expression: String, answer: Truth)) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try test.given.map { try store.parseCondition($0) })
    #expect(assumptions.isInteger(try store.parse(test.expression)) == test.answer)
  }

  static let implications: [(given: [String], condition: String, answer: Truth)] = [
    (["a > 1"], "a > 0", .yes), (["a > 1"], "a < 1", .no), (["a > 1"], "a > 2", .unknown),
    (["a > 1"], "a != 1", .yes), (["a > 1"], "a = 1", .no), (["a < b"], "a <= b", .yes), (["a < b"], "b <= a", .no),
    (["x in (0,1)"], "x in (-1,2)", .yes), (["x in (0,1)"], "x in [1,2]", .no), (["x in {0,1}"], "x in {0,1}", .yes),
    (["n in {2,3,...}"], "n in {1,2,...}", .yes), (["n > 2"], "n in {1,2,...}", .unknown), ([], "x < inf", .yes),
    (["x in (0,1)"], "x in R", .yes), ([], "log(x) in R", .unknown), (["x in {0,1}"], "x in {0,1,...}", .yes),
  ]

  @Test(arguments: implications)
  func implication(_ test: (given: [String], condition: String, answer: Truth)) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try test.given.map { try store.parseCondition($0) })
    #expect(assumptions.holds(try store.parseCondition(test.condition)) == test.answer)
  }

  @Test(arguments: [
    ["a > 0", "a < 0"], ["a > 1", "a < 1/2"], ["a < b", "b < a"], ["theta > 2", "theta < 1"],
    ["n in {1,2,...}", "n < 1"],
    ["n in {1,2,...}", "n > 1", "n < 2"], ["d in {-1,1}", "d > 1"], ["a > 0", "b > 0", "a + b < 0"],
    ["theta > 1", "theta < 1"],
    ["v1*v2 > c^2", "v1*v2 < 0"], ["x^2 < 0"],
  ])
  func contradiction(_ given: [String]) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try given.map { try store.parseCondition($0) })
    #expect(assumptions.isContradictory)
  }

  @Test(arguments: [
    (["theta > 0", "theta < 1"], "theta", "(0,1)"), (["theta in [0,2]", "theta < 1"], "theta", "[0,1)"),
    (["n in {1,2,...}", "n > 3"], "n", "{4,5,...}"), (["n in {1,2,...}", "n >= 7/2"], "n", "{4,5,...}"),
    (["d in {-1,0,1}", "d >= 0"], "d", "{0,1}"), ([], "d", "R"), (["x in (0,inf)"], "x", "x > 0"),
    (["t != 0", "t >= 0"], "t", "t > 0"), (["t in [0,1]", "t != 1"], "t", "[0,1)"),
    (["n in {0,1,...}", "n != 0"], "n", "{1,2,...}"), (["n in {0,1,...}", "n != 3"], "n", "{0,1,...}"),
  ])
  func domain(_ given: [String], _ symbol: String, _ expected: String) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try given.map { try store.parseCondition($0) })
    let text = expected.contains(">") ? expected : "\(symbol) in \(expected)"
    var reference = Assumptions(store)
    reference.assume(try store.parseCondition(text))
    #expect(assumptions.domain(of: store.symbol(symbol)) == reference.domain(of: store.symbol(symbol)))
  }
}
