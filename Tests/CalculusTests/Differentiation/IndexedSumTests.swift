import Calculus
import Expressions
import Syntax
import Testing

@Suite("Derivatives of inert sums")
struct IndexedSumTests {
  @Test("a sum is differentiated term by term, backwards and forwards")
  func termByTerm() throws {
    let store = ExpressionStore()
    let x = store.symbol("x")
    let sum = try store.parse("log(sum(j in 0..inf, x^j/factorial(j)))")
    let expected = try store.parse(
      "sum(j in 0..inf, j*x^(j-1)/factorial(j))/sum(j in 0..inf, x^j/factorial(j))")
    let differentiation = Differentiation(store)
    #expect(try differentiation.derivative(of: sum, by: x) == expected)
    #expect(try differentiation.gradient(of: sum, by: [x]) == [expected])
  }

  @Test("a bound that moves has no derivative here")
  func movingBound() throws {
    let store = ExpressionStore()
    let sum = try store.parse("sum(j in 0..n, x^j)")
    #expect(throws: Differentiation.Unnamed.self) {
      try Differentiation(store).derivative(of: sum, by: store.symbol("n"))
    }
  }
}
