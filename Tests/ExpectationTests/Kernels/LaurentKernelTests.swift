import Calculus
import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@testable import Expectation

@Suite("Laurent kernels")
struct LaurentKernelTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let density: String
    let range: String
    let assumed: [String]
    let point: [(name: String, value: Rational)]

    init(_ density: String, _ range: String, _ assumed: [String], _ point: [(String, Rational)]) {
      self.density = density
      self.range = range
      self.assumed = assumed
      self.point = point
    }

    var testDescription: String { "\(density), \(range)" }
  }

  static let cases = [
    Case("log(1 + d*x) - log(2)", "x in (-1, 1)", ["d > -1", "d < 1"], [("d", Rational(3, 5))]),
    Case("-2*log(c + x)", "x in (0, 2)", ["c > 0"], [("c", Rational(2, 7))]),
    Case("-log(a + b*cos(x))", "x in (-pi, pi)", ["a - b > 0", "a + b > 0"], [("a", 2), ("b", Rational(-1, 3))]),
    Case(
      "log(t) + (x - 1)*log(t + l*x) - t - l*x - lfactorial(x)", "x in {0,1,2,...}", ["t > 0", "l >= 0", "l < 1"],
      [("t", Rational(3, 2)), ("l", Rational(1, 4))]),
  ]

  @Test("the integral of every power is what quadrature or summation finds", arguments: cases, -3...3)
  func powers(item: Case, shift: Int) throws {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    for text in item.assumed + [item.range] { assumptions.assume(try store.parseCondition(text)) }
    guard case .membership(let x, let range) = try store.parseCondition(item.range) else {
      Issue.record("the range is not a membership")
      return
    }
    let simplifier = Simplifier(assumptions)
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(try store.parse(item.density)),
      observed: [.init(x, in: range)])
    let kernel = try #require(standardLaurentKernels.lazy.compactMap { $0.kernel(of: setting) }.first)
    let stated = try #require(kernel.integral(kernel.exponent + shift))
    let v = store.sum([kernel.offset, store.product([kernel.slope, kernel.generator])])
    let parameters = item.point.map { store.symbol($0.name) }
    let found = try ExpectationIntegrals(
      store: store, logDensity: setting.logDensity,
      variables: [(x, IntegrationSet(kernelRange: range, in: store))],
      integrands: [store.power(v, store.integer(shift))],
      parameters: parameters
    ).evaluate(at: item.point.map(\.value), digits: 40)[0]
    let closed = try ClosedFormEvaluator(
      store, expressions: [store.product([store.exp(kernel.constant), stated])], parameters: parameters
    ).evaluate(at: item.point.map(\.value), digits: 45)[0]
    #expect(found.value.relativeDigits(agreeingWith: closed) >= 35)
  }
}
