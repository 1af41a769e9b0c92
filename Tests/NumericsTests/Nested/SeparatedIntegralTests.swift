import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

/// A density of several variables that is a product after a change of one of them.
struct SeparatedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let logDensity: String
  let variables: [(name: String, range: IntegralCase.Range)]
  /// What is known, as expressions that are positive.
  let positive: [String]
  let integrands: [String]
  let values: [String]

  var testDescription: String { name }
}

@Suite("Densities that are products of densities in different variables")
struct SeparatedIntegralTests {
  static let cases: [SeparatedCase] = [
    .init(
      name: "independent", logDensity: "-((x-1)^2 + (y-2)^2 + (z-3)^2)/2 - 3*log(2*pi)/2",
      variables: [("x", .line), ("y", .line), ("z", .line)], positive: [],
      integrands: ["1", "x*y*z", "(x+y+z)^2", "(x-1)*(y-2)"], values: ["1", "6", "39", "0"]),
    .init(
      name: "share of what another leaves",
      logDensity: "lgamma(15/2) - lgamma(3/2) - lgamma(5/2) - lgamma(7/2) + log(x)/2 + 3*log(y)/2 + 5*log(1-x-y)/2",
      variables: [("x", .unit), ("y", .interval("0", "1 - x"))], positive: ["x", "y", "1-x-y"],
      integrands: ["1", "log(y)", "(log(1-x-y) - log(x))^2"],
      values: [
        "1", "digamma(5/2) - digamma(15/2)",
        "trigamma(7/2) + trigamma(3/2) + (digamma(7/2) - digamma(3/2))^2",
      ]),
    .init(
      name: "scaled by a sum",
      logDensity: "lgamma(6) - lgamma(3/2) - lgamma(5/2) - lgamma(2) + log(x)/2"
        + " + 3*log(y)/2 - 6*log(1 + x + y)",
      variables: [("x", .positive), ("y", .positive)], positive: ["x", "y"],
      integrands: ["1", "log(1 + x + y)", "log(y)*log(x)"],
      values: [
        "1", "digamma(6) - digamma(2)",
        "(digamma(3/2) - digamma(2))*(digamma(5/2) - digamma(2)) + trigamma(2)",
      ]),
    .init(
      name: "precision given by a location", logDensity: "log(t)/2 + log(2)/2 - 3*t - t*(x-1)^2 - log(2*pi)/2 + log(3)",
      variables: [("x", .line), ("t", .positive)], positive: ["t"],
      integrands: ["1", "t", "t*(x-1)^2"], values: ["1", "1/3", "1/2"]),
    .init(
      name: "correlated", logDensity: IteratedIntegralTests.normal, variables: [("x", .line), ("y", .line)],
      positive: [], integrands: ["1", "x*y", "y^2"], values: ["1", "9/10", "1"]),
    .init(
      name: "width of one that of the other", logDensity: "-3*log(1 + x^2 + y^2)/2 - log(2*pi)",
      variables: [("x", .line), ("y", .line)], positive: [], integrands: ["1"], values: ["1"]),
    .init(
      name: "correlated, heavy tails",
      logDensity: "-log(2*pi) - log(1 - 1/4)/2 - 7/2*log(1 + (x^2 - x*y + y^2)/(5*(1 - 1/4)))",
      variables: [("x", .line), ("y", .line)], positive: [], integrands: ["1", "x*y"], values: ["1", "5/6"]),
    .init(
      name: "units of their own", logDensity: "log(12) - log(2) - log(3) - 5*log((6 + 3*x + 2*y)/6)",
      variables: [("x", .positive), ("y", .positive)], positive: ["x", "y"], integrands: ["1", "x"],
      values: ["1", "1"]),
    .init(
      name: "rate and its exponential variable", logDensity: "2*log(t) - 3*t - t*x + log(18)",
      variables: [("x", .positive), ("t", .positive)], positive: ["x", "t"], integrands: ["1", "t", "log(t)*x"],
      values: ["2", "4/3", "6*(digamma(1) - log(3))"]),
    .init(
      name: "kink of one at the other", logDensity: "-abs(x) - abs(y - x) - 2*log(2)",
      variables: [("x", .interval(nil, nil, kinks: ["0", "y"])), ("y", .interval(nil, nil, kinks: ["x"]))],
      positive: [],
      integrands: ["1", "y^2", "abs(y-x)*abs(x)"], values: ["1", "4", "1"]),
    .init(
      name: "width by a polynomial", logDensity: "-x^2 - y^2 - x^2*y^2", variables: [("x", .line), ("y", .line)],
      positive: [], integrands: ["1"], values: ["sqrt(pi)*exp(1/2)*besselk(0, 1/2)"]),
    .init(
      name: "lattices", logDensity: "x*log(3) - 5 - lfactorial(x) + y*log(2) - lfactorial(y)",
      variables: [("x", .naturals), ("y", .naturals)], positive: [], integrands: ["1", "x*y"], values: ["1", "6"]),
    .init(
      name: "kink that moves", logDensity: "-x^2/2 - abs(y - x) - log(2*sqrt(2*pi))",
      variables: [("x", .line), ("y", .interval(nil, nil, kinks: ["x"]))], positive: [],
      integrands: ["(y - x)^2", "y^2"], values: ["2", "3"]),
  ]

  @Test("a factor alone takes few evaluations", arguments: cases)
  func productsAreIntegratedFactorByFactor(_ known: SeparatedCase) throws {
    // Nested rules take more than a thousand times this.
    let found = try estimates(known, known.integrands, digits: 50, limit: 10_000)
    let store = ExpressionStore()
    let values = try ClosedFormEvaluator(
      store, expressions: try known.values.map { try store.parse($0, declaring: []) }, parameters: []
    ).evaluate(at: [], digits: 60)
    for (estimate, value) in zip(found, values) {
      #expect(estimate.status == .converged)
      #expect(estimate.digits >= 50)
      let error = (estimate.value - value).magnitude
      let allowed = max(value.isZero ? -50 : value.exponent10 - 50, estimate.scale.exponent10 - 50)
      #expect(error.isZero || error.exponent10 <= allowed, "\(estimate.value.description(digits: 50))")
    }
  }

  @Test func whatIsNoProductIsIntegratedAsAWhole() throws {
    let known = SeparatedCase(
      name: "no product", logDensity: "-x^4 - y^2 - (1 + x^4)*y^4", variables: [("x", .line), ("y", .line)],
      positive: [], integrands: [], values: [])
    #expect(throws: LimitReached.evaluations(2000)) {
      _ = try estimates(known, ["1"], digits: 30, limit: 2000)
    }
    let whole = try #require(try estimates(known, ["1"], digits: 20, limit: 1_000_000).first)
    // The integral over y in closed form.
    let density = "-x^4 + 1/(8*(1 + x^4)) + log(besselk(1/4, 1/(8*(1 + x^4)))) - log(2) - log(1 + x^4)/2"
    let single = try IntegralCase("single", density, on: .line, [("1", "0")]).estimates(digits: 25)
    #expect((whole.value - single[0].value).magnitude.exponent10 <= -19)
  }

  @Test func divergenceOfAFactorIsThatOfTheWhole() throws {
    let known = SeparatedCase(
      name: "divergent", logDensity: "-x^2/2 - log(1 + y^2)", variables: [("x", .line), ("y", .line)], positive: [],
      integrands: [], values: [])
    let found = try #require(try estimates(known, ["y^2"], digits: 20, limit: 1_000_000).first)
    #expect(found.status == .divergent(sign: 1))
  }

  private func estimates(
    _ known: SeparatedCase, _ integrands: [String], digits: Int, limit: Int
  ) throws -> [Estimate] {
    let store = ExpressionStore()
    let names = Set(known.variables.map(\.name))
    func parse(_ text: String) throws -> Expr { try store.parse(text, declaring: names) }
    var assumptions = Assumptions(store)
    assumptions.assume(try known.positive.map { .relation(try parse($0), .greater, store.zero) })
    let integrals = try ExpectationIntegrals(
      store: store, logDensity: try parse(known.logDensity),
      variables: try known.variables.map { (store.symbol($0.name), try $0.range.set(parse)) },
      integrands: try integrands.map(parse), parameters: [], assumptions: assumptions)
    return try integrals.evaluate(at: [], digits: digits, limits: WorkLimits(maximumEvaluations: limit))
  }
}
