import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@Suite("Values of closed forms")
struct ClosedFormTests {
  /// Forms at x = 64, where the distribution function is 1 in its first 890 digits; values from mpmath 1.3 at 3,000 digits.
  @Test(
    "what rounding makes 0 at every small precision is not taken for 0",
    arguments: [
      ("(normal_cdf(x) - normal_cdf(x)^2)/(1 - normal_cdf(x))", "1.0000000000000000000"),
      (
        "(normal_cdf(x) - normal_cdf(x)^2 + normal_pdf(x)^2)/(1 - normal_cdf(x)) - x*normal_pdf(x)",
        "1.0000000000000000000"
      ),
      ("(tanh(x) - tanh(x)^3)*exp(2*x)", "4.0000000000000000000"),
    ])
  func cancellationIsSeen(text: String, value: String) throws {
    let store = ExpressionStore()
    let x = store.symbol("x")
    let evaluator = try ClosedFormEvaluator(store, expressions: [try store.parse(text)], parameters: [x])
    let found = evaluator.estimates(at: [Rational(64)], digits: 20)[0]
    #expect(found.digits >= 20)
    #expect(found.value.description(digits: 20) == value)
  }

  @Test("what cancels exactly is 0", arguments: ["sqrt(x)^2 - x", "log(x^2) - 2*log(x)", "exp(x)*exp(-x) - 1"])
  func exactZero(text: String) throws {
    let store = ExpressionStore()
    let x = store.symbol("x")
    let evaluator = try ClosedFormEvaluator(store, expressions: [try store.parse(text)], parameters: [x])
    let found = evaluator.estimates(at: [Rational(7, 3)], digits: 20)[0]
    #expect(found.value.isZero || found.value.exponent10 < -100)
  }
}
