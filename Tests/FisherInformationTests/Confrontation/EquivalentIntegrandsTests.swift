import Calculus
import Expectation
import Expressions
import Syntax
import Testing

@testable import FisherInformation

/// One integral serves for the forms of one function, and for nothing else.
@Suite("Forms of one integrand")
struct EquivalentIntegrandsTests {
  /// The standard forms of others among functions of x and a parameter a.
  private func standards(_ further: [String], given: [String], in range: String = "x > 0") throws -> [String: String] {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    assumptions.assume([try store.parseCondition(range), try store.parseCondition("a > 0")])
    let x = store.symbol("x")
    let setting = DensitySetting(
      simplifier: Simplifier(assumptions, formulas: FunctionFormulas(store)), logDensity: try store.parse("-x"),
      observed: [.init(x, in: assumptions.domain(of: x))])
    let equivalent = EquivalentIntegrands(
      try further.map { try store.parse($0) }, given: try given.map { try store.parse($0) }, setting,
      parameters: [store.symbol("a")])
    let printer = PlainPrinter(store)
    return Dictionary(
      uniqueKeysWithValues: equivalent.standard.map { (printer.print($0.key), printer.print($0.value)) })
  }

  @Test("a form multiplied out has the integral of the short one")
  func multipliedOut() throws {
    let long = "a^2*exp(-2*x)/(1-exp(-x))^2 - 2*a/(1-exp(-x)) + 1 + 2*a"
    let short = "(1 - a*exp(-x)/(1-exp(-x)))^2"
    let found = try standards([long, "x", "log(exp(-x))"], given: [short, "-x"])
    #expect(found.count == 2 && found.values.contains("-x") && found.values.contains { $0.hasSuffix("^2") })
  }

  @Test("of several forms that are not given, the first serves for the others")
  func furtherForms() throws {
    #expect(try standards(["(x + a)^2", "x^2 + 2*a*x + a^2"], given: ["1"]).count == 1)
  }

  @Test(
    "other functions keep integrals of their own",
    arguments: [
      ("x + 10^(-9)", "x"), ("x^2", "x"), ("abs(x - 100)", "100 - x"), ("a*x", "x"), ("exp(-x)*x", "x"),
    ])
  func others(form: String, given: String) throws {
    #expect(try standards([form], given: [given]).isEmpty)
  }

  @Test("on a lattice, where x^2 = x may hold at all points, nothing is merged")
  func lattices() throws {
    #expect(try standards(["x^2"], given: ["x"], in: "x in {0, 1}").isEmpty)
  }
}
