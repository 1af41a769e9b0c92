import Calculus
import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@testable import Expectation

/// The integrals of all integer powers, against quadrature and summation.
@Suite("Powers of Laurent kernels")
struct LaurentPowerTests {
  /// A density in one variable whose power a kernel must read off.
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let logDensity: String
    let range: String
    let assumptions: [String]
    /// Values of the symbols, in order.
    let point: [(String, Rational)]
    /// The exponent of v in the density.
    let exponent: Int

    var testDescription: String { logDensity }
  }

  static let cases = [
    Case(
      id: "kernel.periodic-power", logDensity: "-log(1 + r^2 - 2*r*cos(u))", range: "u in (-pi, pi)",
      assumptions: ["r in (0, 1)"], point: [("r", Rational(2, 5))], exponent: -1),
    Case(
      id: "kernel.periodic-power", logDensity: "2*log(a + b*cos(u))", range: "u in (-pi, pi)",
      assumptions: ["a > 0", "a - b > 0", "a + b > 0"], point: [("a", Rational(3, 2)), ("b", Rational(-1))],
      exponent: 2),
    Case(
      id: "kernel.interval-quadratic-power", logDensity: "-log(a + b*x^2)", range: "x in (0, 1)",
      assumptions: ["a > 0", "b > 0"], point: [("a", Rational(3, 2)), ("b", Rational(2, 3))], exponent: -1),
    Case(
      id: "kernel.interval-quadratic-power", logDensity: "2*log(1 - t*x^2)", range: "x in (0, 1)",
      assumptions: ["t in (0, 1)"], point: [("t", Rational(2, 3))], exponent: 2),
    Case(
      id: "kernel.abel-sum", logDensity: "(k - 1)*log(a + c*k) - c*k - lgamma(k + 1)", range: "k in {0,1,2,...}",
      assumptions: ["a > 0", "c in (0, 1)"], point: [("a", Rational(3, 2)), ("c", Rational(1, 3))], exponent: 0),
    Case(
      id: "kernel.abel-sum",
      logDensity: "k*log(m) - k*log(1 + a*m) + k*log(1 + a*k) - a*m*k/(1 + a*m) - lgamma(k + 1)",
      range: "k in {0,1,2,...}", assumptions: ["a > 0", "m > 0"],
      point: [("a", Rational(1, 2)), ("m", Rational(4, 3))], exponent: 1),
  ]

  @Test("every power has the integral that quadrature finds", arguments: cases, Array(-3...4))
  func powersAgreeWithQuadrature(kernelCase: Case, shift: Int) throws {
    let store = ExpressionStore()
    let (setting, variable, set) = try prepared(kernelCase, store)
    let kernel = try #require(
      standardLaurentKernels.lazy.compactMap { $0.kernel(of: setting) }.first, "no kernel was read off")
    #expect(kernel.id == kernelCase.id && kernel.exponent == kernelCase.exponent)
    let base = store.sum([kernel.offset, store.product([kernel.slope, kernel.generator])])
    let parameters = kernelCase.point.map { store.symbol($0.0) }
    let values = kernelCase.point.map(\.1)
    let direct = try ExpectationIntegrals(
      store: store, logDensity: setting.logDensity, variables: [(variable, set)],
      integrands: [store.power(base, store.integer(shift))], parameters: parameters
    ).evaluate(at: values, digits: 30)[0]
    let integral = try #require(kernel.integral(kernel.exponent + shift))
    let stated = try ClosedFormEvaluator(
      store, expressions: [store.product([store.exp(kernel.constant), integral])], parameters: parameters
    ).evaluate(at: values, digits: 35)[0]
    #expect(direct.value.relativeDigits(agreeingWith: stated) >= 28)
  }

  @Test(
    "outside its conditions a kernel is not read off",
    arguments: [
      ("log(a + b*cos(u))", "u in (-pi, pi)", ["a > 0", "b > 0"]),
      ("-log(a - b*x^2)", "x in (0, 1)", ["a > 0", "b > 0"]),
      ("(k - 1)*log(a + c*k) - c*k - lgamma(k + 1)", "k in {0,1,2,...}", ["a > 0", "c > 0"]),
      ("(k - 1)*log(a + c*k) - 2*c*k - lgamma(k + 1)", "k in {0,1,2,...}", ["a > 0", "c in (0, 1)"]),
    ])
  func conditionsAreKept(logDensity: String, range: String, assumptions: [String]) throws {
    let store = ExpressionStore()
    let refused = Case(
      id: "", logDensity: logDensity, range: range, assumptions: assumptions, point: [], exponent: 0)
    let (setting, _, _) = try prepared(refused, store)
    #expect(standardLaurentKernels.allSatisfy { $0.kernel(of: setting) == nil })
  }

  private func prepared(
    _ kernelCase: Case, _ store: ExpressionStore
  ) throws -> (DensitySetting, Expr, IntegrationSet) {
    let membership = try store.parseCondition(kernelCase.range)
    guard case .membership(let variable, let range) = membership else { throw Unreadable() }
    var assumptions = Assumptions(store)
    assumptions.assume(try kernelCase.assumptions.map { try store.parseCondition($0) } + [membership])
    let simplifier = Simplifier(assumptions)
    let density = simplifier.expandedLogarithms(try store.parse(kernelCase.logDensity))
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: density, observed: [.init(variable, in: range)])
    return (setting, variable, IntegrationSet(kernelRange: range, in: store))
  }

  private struct Unreadable: Error {}
}
