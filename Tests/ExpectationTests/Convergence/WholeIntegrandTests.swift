import Calculus
import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@testable import Expectation

@Suite("Convergence of the whole integrand")
struct WholeIntegrandTests {
  /// The beta density in x with exponents a and b, both positive.
  private func engine(_ store: ExpressionStore, extra: [String] = []) throws -> ExpectationEngine {
    let x = store.symbol("x")
    var assumptions = Assumptions(store)
    assumptions.assume(try (["a > 0", "b > 0"] + extra).map { try store.parseCondition($0) })
    let unit = NumberSet.interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false)
    assumptions.assume(.membership(x, unit))
    let simplifier = Simplifier(assumptions)
    let density = try store.parse("(a-1)*log(x) + (b-1)*log(1-x) - lgamma(a) - lgamma(b) + lgamma(a+b)")
    return ExpectationEngine(
      DensitySetting(simplifier: simplifier, logDensity: density, observed: [.init(x, in: unit)]))
  }

  @Test(
    "terms that diverge one by one are continued together where the whole integrand converges",
    arguments: [
      "log(x)^2/(1-x)^2", "log(x)/(1-x)", "(1-x^2)^2/(1-x)^2*log(x)",
    ])
  func continuation(integrand: String) throws {
    let store = ExpressionStore()
    let engine = try engine(store)
    let g = try store.parse(integrand)
    let result = engine.derive(g, .moment).result
    #expect(!store.containsExpectation(result), "\(PlainPrinter(store).print(result))")
    let parameters = [store.symbol("a"), store.symbol("b")]
    // Not a + b = 2, where the continued terms have poles that cancel.
    let point = [Rational(5, 3), Rational(1, 2)]
    let unit = IntegrationSet.interval(lower: store.zero, upper: store.one, kinks: [])
    let direct = try ExpectationIntegrals(
      store: store, logDensity: engine.setting.logDensity, variables: [(store.symbol("x"), unit)], integrands: [g],
      parameters: parameters
    ).evaluate(at: point, digits: 30)[0].value
    let closed = try ClosedFormEvaluator(store, expressions: [result], parameters: parameters)
      .evaluate(at: point, digits: 30)[0]
    #expect(closed.relativeDigits(agreeingWith: direct) >= 26)
  }

  @Test(
    "a divergent expectation is left standing, with the condition that failed",
    arguments: [
      "1/(1-x)^2", "1/x", "log(x)/(1-x)^3",
    ])
  func divergence(integrand: String) throws {
    let store = ExpressionStore()
    let engine = try engine(store)
    let result = engine.derive(try store.parse(integrand), .moment).result
    #expect(store.containsExpectation(result))
    #expect(engine.obstacles.contains { $0.condition != nil })
  }

  @Test("the same expectation is closed where the domain allows it")
  func conditionLiftsDivergence() throws {
    let store = ExpressionStore()
    let engine = try engine(store, extra: ["b > 2"])
    let result = engine.derive(try store.parse("1/(1-x)^2"), .moment).result
    let expected = try store.parse("(a+b-1)*(a+b-2)/((b-1)*(b-2))")
    #expect(engine.setting.simplifier.isZero(store.difference(result, expected)))
  }
}
