import Expressions
import Syntax
import Testing

/// Domains read off log-densities.
struct ParameterDomainsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let observed: [String]
    let given: [String]
    let inferred: [String]
    var testDescription: String { expression }

    init(_ expression: String, observed: [String] = ["x"], given: [String] = [], _ inferred: [String]) {
      self.expression = expression
      self.observed = observed
      self.given = given
      self.inferred = inferred
    }
  }

  static let cases = [
    Case("x*log(theta) + (1 - x)*log(1 - theta)", given: ["x in {0,1}"], ["theta > 0", "theta < 1"]),
    Case("x*log(1 - theta)", given: ["theta > 0"], ["theta < 1"]),
    Case("x*log(theta) + (1 - x)*log(1 - theta)", given: ["theta in (0,1)"], []),
    Case("-(x - mu)^2/(2*v) - log(2*v)/2", given: ["x in R"], ["v > 0"]),
    Case("-(x - mu)^2/(2*sigma^2) - log(sigma)", given: ["x in R"], ["sigma > 0"]),
    Case("-(x - mu)^2/(2*sigma^2) - log(2*sigma^2)/2", given: ["x in R"], ["sigma != 0"]),
    Case("log(k) + (k - 1)*log(x/lambda) - log(lambda)", given: ["x > 0"], ["k > 0", "lambda > 0"]),
    Case("log(k/lambda) - x", given: ["x > 0"], ["k > 0", "lambda > 0"]),
    Case("log(k/lambda) - k*x", given: ["x > 0", "k > 0"], ["lambda > 0"]),
    Case("(x/lambda)^k", given: ["x > 0"], ["lambda > 0"]),
    Case("beta^alpha*x", given: ["x > 0"], ["beta > 0"]),
    Case("log(1 - rho^2) + x", given: ["x in R"], ["rho > -1", "rho < 1"]),
    Case("log(4 - rho^2) + x", given: ["x in R"], ["rho > -2", "rho < 2"]),
    Case("log(p) + log(1 - p - q) + x*log(q)", given: ["x in {0,1}"], ["p > 0", "1 - p - q > 0", "q > 0"]),
    Case("log(x - m)", given: ["x > m"], []),
    Case("log(x + r)", given: ["x in {0,1,...}"], ["r > 0"]),
    Case("log(x + r)", given: ["x > 0"], ["r > 0"]),
    Case("log(x + r)", given: ["x > 0", "r >= 0"], []),
    Case("log(1 + c*x)", given: ["x in (-1,1)"], ["c < 1", "c > -1"]),
    Case("log(-log(q))", given: [], ["q > 0", "q < 1"]),
    Case("log(log(1 - q))", given: [], ["q < 0"]),
    Case("log(log(q)^2)", given: [], ["q > 0", "q != 1"]),
    // By the place where a monotone function has the value that it is compared with.
    Case("log(sinh(a))", given: [], ["a > 0"]), Case("log(1 - exp(-l))", given: [], ["l > 0"]),
    Case("log(-log(1 - a))", given: [], ["a < 1", "a > 0"]), Case("log(2 - 2*tanh(a - 1) - 2)", given: [], ["a < 1"]),
    Case("log(atanh(1 - 2*l)/(1 - 2*l))", given: ["l in (0,1)"], ["l != 1/2"]),
    // What follows from the demand before it is not demanded.
    Case("log(a/(1 - (l/h)^a)) - x", given: ["x > 0", "l > 0", "h > l"], ["a > 0"]),
    Case("(1 - 0^x)*log((1 - p)/gamma(x)) + 0^x*log(p)", given: ["x in {0,1,...}"], ["p < 1", "p > 0"]),
    Case("(1 - 0^x)*log((1 - p)/x)", given: ["x in [0,inf)"], ["p < 1"]),
    Case("x*log(x*theta)", given: ["x in {0,1,...}"], ["theta > 0"]),
    Case("-log(3 - 2*a)", given: [], ["a < 3/2"]),
    Case("sqrt(a)*x", given: [], ["a >= 0"]),
    Case("x^2/a + exp(b*x)", given: [], ["a != 0"]),
    Case("a*x + b*x^2", given: [], []),
    Case("log(theta*(1 - theta)^(x - 1))", given: ["x in {1,2,...}"], ["theta > 0", "theta < 1"]),
    Case("log(theta^x*(1 - theta)^(1 - x))", given: ["x in {0,1}"], ["theta > 0", "theta < 1"]),
  ]

  @Test(arguments: cases)
  func inference(_ test: Case) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try test.given.map { try store.parseCondition($0) })
    let e = try store.parse(test.expression)
    let observed = test.observed.map { store.symbol($0) }
    let parameters = store.freeSymbols(e).filter { !observed.contains($0) }
    let domains = ParameterDomains(readFrom: e, parameters: parameters, observed: observed, assumptions: assumptions)
    let expected = try test.inferred.map { try store.parseCondition($0) }
    #expect(Set(domains.inferred.map(\.condition)) == Set(expected))
    #expect(domains.refuted.isEmpty)
    for condition in expected { #expect(domains.assumptions.holds(condition) == .yes) }
  }

  /// Demands that no choice settles must not be chosen again and again.
  @Test(arguments: ["x in {0,1}", "x in {0,1,...}", "x in R", "x > 0", "x in (0,1)"])
  func inferenceEnds(_ support: String) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition(support))
    for text in [
      "log(binomial(n, x)) + x*log(p) + (n - x)*log(1 - p)", "log(a*b*x*c)", "log(a*(b - x))", "log(a*b - x)",
    ] {
      let e = try store.parse(text)
      let domains = ParameterDomains(
        readFrom: e, parameters: store.freeSymbols(e), observed: [store.symbol("x")], assumptions: assumptions)
      #expect(domains.inferred.count <= 6)
    }
  }

  @Test func conventionIsMarked() throws {
    let store = ExpressionStore()
    let e = try store.parse("log(k/lambda)")
    let parameters = store.freeSymbols(e)
    let domains = ParameterDomains(
      readFrom: e, parameters: parameters, observed: [], assumptions: Assumptions(store))
    #expect(domains.inferred.map(\.isConvention) == [true, true])
    #expect(domains.inferred.allSatisfy { $0.part == e })
  }

  @Test(arguments: [("log(theta)", "theta < 0"), ("log(1 - theta)", "theta > 1"), ("log(-exp(a))", "a > 0")])
  func refutation(_ expression: String, _ given: String) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume(try store.parseCondition(given))
    let e = try store.parse(expression)
    let domains = ParameterDomains(
      readFrom: e, parameters: store.freeSymbols(e), observed: [], assumptions: assumptions)
    #expect(domains.refuted.map(\.part) == [e])
    #expect(domains.inferred.isEmpty)
  }
}
