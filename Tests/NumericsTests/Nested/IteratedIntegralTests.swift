import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

/// A density of several variables, the first outermost, with the value of one integral against it.
struct IteratedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let logDensity: String
  /// Each variable with its range; bounds may contain the variables before.
  let variables: [(name: String, range: IntegralCase.Range)]
  let integrand: String
  let value: String

  var testDescription: String { name }
}

@Suite("Integrals over several variables")
struct IteratedIntegralTests {
  static let normal = "-(x^2 - 2*x*y*9/10 + y^2)/(2*(1 - 81/100)) - log(2*pi) - log(1 - 81/100)/2"
  static let simplex: [(String, IntegralCase.Range)] = [("x", .unit), ("y", .interval("0", "1 - x"))]

  static let cases: [IteratedCase] = [
    .init(
      name: "correlated normal", logDensity: normal, variables: [("x", .line), ("y", .line)], integrand: "x*y",
      value: "9/10"),
    .init(
      name: "narrow and far normal", logDensity: "-(x - 10^6)^2*10^12/2 - (y - 10^6*x)^2/2 + log(10^6/(2*pi))",
      variables: [("x", .line), ("y", .line)], integrand: "(y - 10^6*x)^2", value: "1"),
    .init(
      name: "simplex, singular at two edges",
      logDensity: "-log(x)/2 + log(y)/2 - log(1 - x - y)/2", variables: simplex, integrand: "x",
      value: "gamma(1/2)^2*gamma(3/2)/gamma(5/2)*1/5"),
    .init(
      name: "heavy tails", logDensity: "-log(2*pi) - log(1 - 1/4)/2 - 7/2*log(1 + (x^2 - x*y + y^2)/(5*(1 - 1/4)))",
      variables: [("x", .line), ("y", .line)], integrand: "x*y", value: "5/6"),
    .init(
      name: "half-lines, one width the other's value", logDensity: "-x - y/x - log(x)",
      variables: [("x", .positive), ("y", .positive)], integrand: "y", value: "1"),
    .init(
      name: "kink that moves", logDensity: "-x^2/2 - abs(y - x) - log(2*sqrt(2*pi))",
      variables: [("x", .line), ("y", .interval(nil, nil, kinks: ["x"]))], integrand: "(y - x)^2", value: "2"),
    .init(
      name: "lattice in lattice", logDensity: "(x + y)*log(2) - 4 - lfactorial(x) - lfactorial(y)",
      variables: [("x", .naturals), ("y", .naturals)], integrand: "x*y", value: "4"),
    .init(
      name: "points outside", logDensity: "-2*t", variables: [("d", .finite(["0", "1"])), ("t", .positive)],
      integrand: "d*t", value: "1/4"),
    .init(
      name: "lattice inside", logDensity: "-2*x + y*log(x) - lfactorial(y)",
      variables: [("x", .positive), ("y", .naturals)], integrand: "y", value: "1"),
  ]

  @Test("forty digits agree with the closed form", arguments: cases)
  func fortyDigits(_ known: IteratedCase) throws {
    try check(known, digits: 40)
  }

  @Test func threeVariables() throws {
    let known = IteratedCase(
      name: "three", logDensity: "-x^2/2 - (y - x)^2/2 - (z - y)^2/2 - 3*log(2*pi)/2",
      variables: [("x", .line), ("y", .line), ("z", .line)], integrand: "x*z", value: "1")
    try check(known, digits: 15)
  }

  /// Few digits take long steps, which soon lead to numbers of thirty digits, where the peak inside is as far away.
  @Test func peaksFarAwayAreNoDivergence() throws {
    let known = IteratedCase(
      name: "heavy tails", logDensity: "-log(2*pi) - log(24/25)/2 - 7/2*log(1 + (x^2 + 2*x*y/5 + y^2)*5/24)",
      variables: [("x", .line), ("y", .line)], integrand: "1", value: "1")
    try check(known, digits: 12)
  }

  @Test func divergenceInsideIsSaid() throws {
    let known = IteratedCase(
      name: "cauchy inside", logDensity: "-x^2/2 - log(1 + y^2)", variables: [("x", .line), ("y", .line)],
      integrand: "y^2", value: "0")
    let found = try #require(try estimates(known, digits: 20).first)
    #expect(found.status == .divergent(sign: 1))
  }

  private func estimates(_ known: IteratedCase, digits: Int) throws -> [Estimate] {
    let store = ExpressionStore()
    let names = Set(known.variables.map(\.name))
    func parse(_ text: String) throws -> Expr { try store.parse(text, declaring: names) }
    let integrals = try ExpectationIntegrals(
      store: store, logDensity: try parse(known.logDensity),
      variables: try known.variables.map { (store.symbol($0.name), try $0.range.set(parse)) },
      integrands: [try parse(known.integrand)], parameters: [])
    return try integrals.evaluate(at: [], digits: digits)
  }

  private func check(_ known: IteratedCase, digits: Int) throws {
    let found = try #require(try estimates(known, digits: digits).first)
    let store = ExpressionStore()
    let value = try ClosedFormEvaluator(
      store, expressions: [try store.parse(known.value, declaring: [])], parameters: []
    ).evaluate(at: [], digits: digits + 10)[0]
    #expect(found.status == .converged)
    #expect(found.digits >= digits)
    let error = (found.value - value).magnitude
    #expect(
      error.isZero || error.exponent10 <= found.scale.exponent10 - digits, "\(found.value.description(digits: digits))")
  }
}
