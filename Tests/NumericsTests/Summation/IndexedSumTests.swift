import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@Suite("Inert sums")
struct IndexedSumTests {
  @Test(
    "an infinite sum has the value of its closed form",
    arguments: [
      ("sum(j in 0..inf, x^j/factorial(j))", "exp(x)"),
      ("sum(j in 0..inf, j*x^j/factorial(j))", "x*exp(x)"),
      ("sum(j in 1..inf, (-1)^j*x^(2*j)/factorial(2*j))", "cos(x) - 1"),
      ("sum(k in 2..inf, exp(-k))", "exp(-2)/(1 - exp(-1))"),
      ("sum(k in 0..inf, sum(j in 0..inf, x^j/factorial(j))*2^(-k))", "2*exp(x)"),
    ])
  func valuesAgree(sum: String, closed: String) throws {
    let store = ExpressionStore()
    let values = try ClosedFormEvaluator(
      store, expressions: [try store.parse(sum), try store.parse(closed)], parameters: [store.symbol("x")]
    ).evaluate(at: [Rational(7, 3)], digits: 40)
    #expect(values[0].relativeDigits(agreeingWith: values[1]) >= 38)
  }

  @Test(
    "a sum that diverges, or converges too slowly to be understood, has no value", arguments: ["2^j", "1", "1/(j+1)"])
  func divergenceIsNoNumber(term: String) throws {
    let store = ExpressionStore()
    let sum = try store.parse("sum(j in 0..inf, \(term))")
    let value = try ClosedFormEvaluator(store, expressions: [sum], parameters: [])
      .evaluate(at: [], digits: 10)[0]
    #expect(value.isNaN)
  }

  @Test("the index is bound")
  func indexIsBound() throws {
    let store = ExpressionStore()
    let e = try store.parse("y + sum(j in 0..inf, x^j/factorial(j))")
    #expect(store.freeSymbols(e) == [store.symbol("x"), store.symbol("y")])
  }
}
