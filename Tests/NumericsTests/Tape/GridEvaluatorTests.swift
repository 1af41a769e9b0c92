import Expressions
import Numerics
import Syntax
import Testing

@Suite struct GridEvaluatorTests {
  @Test func valuesAreThoseOfTheExpressionsOverTheGrid() throws {
    let store = ExpressionStore()
    let names: Set<String> = ["x", "a"]
    let expressions = try ["a*x^2 - exp(-x)", "log(x) + digamma(a)", "a^3"].map {
      try store.parse($0, declaring: names)
    }
    let evaluator = try GridEvaluator(
      store, expressions, variable: store.symbol("x"), parameters: [store.symbol("a")])
    let values = evaluator.values(over: [-1, 0.5, 2], parameters: [1.5])

    func isClose(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-14 * b.magnitude }
    #expect(isClose(values[0][0], 1.5 - 2.718281828459045))
    #expect(isClose(values[0][2], 6 - 0.1353352832366127))
    #expect(values[1][0].isNaN)
    // digamma(3/2) = 2 - euler_gamma - 2 log 2
    #expect(isClose(values[1][1], -0.6931471805599453 + 0.03648997397857652))
    #expect(values[2] == [3.375, 3.375, 3.375])
  }

  @Test(arguments: [
    ("1 - exp(-x)", 1e-20, 1e-20), ("exp(x) - 1", 1e-20, 1e-20), ("2 - 2*(1/(1 + x))^3", 1e-20, 6e-20),
    ("1 - (x/(1 + x))^3", 1e20, 3e-20), ("1 - exp(-x)", 2, 0.8646647167633873),
    ("1 - (x/(1 + x))^2", -0.25, 0.8888888888888888),
  ])
  func distancesFromOneKeepTheirDigits(_ text: String, _ x: Double, _ expected: Double) throws {
    let store = ExpressionStore()
    let evaluator = try GridEvaluator(
      store, [try store.parse(text, declaring: ["x"])], variable: store.symbol("x"), parameters: [])
    let value = evaluator.values(over: [x], parameters: [])[0][0]
    #expect((value - expected).magnitude < 1e-14 * expected, "\(value)")
  }

  @Test func aSymbolThatIsNeitherVariableNorParameterIsRefused() throws {
    let store = ExpressionStore()
    #expect(throws: TapeError.unboundSymbol("b")) {
      try GridEvaluator(store, [store.symbol("b")], variable: store.symbol("x"), parameters: [])
    }
  }
}
