import Calculus
import Expressions
import Syntax
import Testing

@Suite("Differentiation")
struct DifferentiationTests {
  @Test(
    "reverse and forward differentiation agree with the listed derivative",
    arguments: [
      ("x^3", "3*x^2"), ("x*log(x)", "log(x) + 1"), ("exp(-x^2)", "-2*x*exp(-x^2)"), ("x^y", "y*x^(y-1)"),
      ("y^x", "y^x*log(y)"), ("lgamma(x)", "digamma(x)"), ("digamma(2*x)", "2*trigamma(2*x)"),
      ("1/(1+x)", "-1/(1+x)^2"), ("sqrt(x)", "1/(2*sqrt(x))"), ("x^x", "x^x*(1 + log(x))"), ("y", "0"),
      ("tanh(x)", "1 - tanh(x)^2"), ("sin(x)*cos(x)", "cos(x)^2 - sin(x)^2"), ("(x*y)^2/x", "y^2"),
    ])
  func derivatives(input: String, expected: String) throws {
    let store = ExpressionStore()
    let simplifier = Simplifier(Assumptions(store))
    let (e, x) = (try store.parse(input), store.symbol("x"))
    let differentiation = Differentiation(store)
    let reverse = try differentiation.gradient(of: e, by: [x])[0]
    let forward = try differentiation.derivative(of: e, by: x)
    let printer = PlainPrinter(store)
    #expect(simplifier.isZero(store.difference(reverse, try store.parse(expected))), "\(printer.print(reverse))")
    #expect(simplifier.isZero(store.difference(forward, reverse)), "\(printer.print(forward))")
  }

  @Test("the Hessian is symmetric and its entries are the derivatives of the gradient")
  func hessianIsDerivativeOfGradient() throws {
    let store = ExpressionStore()
    let simplifier = Simplifier(Assumptions(store))
    let e = try store.parse("x*log(a + b*x) - exp(a*b) + lgamma(a)")
    let symbols = [store.symbol("a"), store.symbol("b")]
    let differentiation = Differentiation(store)
    let gradient = try differentiation.gradient(of: e, by: symbols)
    let hessian = try differentiation.hessian(ofGradient: gradient, by: symbols)
    for i in 0..<2 {
      for j in 0..<2 {
        let direct = try differentiation.derivative(of: gradient[i], by: symbols[j])
        #expect(simplifier.isZero(store.difference(hessian[i][j], direct)))
      }
    }
  }

  @Test("the cost of a gradient grows with the shared graph, not with the written-out expression")
  func sharingIsKept() throws {
    let store = ExpressionStore()
    var e = store.symbol("x")
    for _ in 0..<40 { e = store.sum([store.product([try store.parse("sin(x)"), e]), store.exp(e)]) }
    let before = store.count
    _ = try Differentiation(store).gradient(of: e, by: [store.symbol("x")])
    #expect(store.count - before < 2000)
    #expect(store.nodeCount(e) > 1_000_000)
  }

  @Test("a derivative without a name is said, with its call")
  func unnamedDerivative() throws {
    let store = ExpressionStore()
    let e = store.call("expectation", [store.symbol("x")])
    #expect(throws: Differentiation.Unnamed.self) {
      _ = try Differentiation(store).gradient(of: e, by: [store.symbol("x")])
    }
  }
}
