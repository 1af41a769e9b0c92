import Calculus
import Diagnostics
import FisherInformation
import Multiprecision
import Syntax
import Testing

/// Densities of one continuous variable beyond the textbook's.
@Suite("Changes of variable")
struct SubstitutedModelTests {
  @Test(
    "the information is derived and verified",
    arguments: ModelCase.substituted + ModelCase.iterated + ModelCase.broken + ModelCase.transcendental)
  func informationIsVerified(model: ModelCase) throws {
    try model.expectVerified(digits: 25)
  }

  @Test("a density whose route is found at the first asking only is derived: a second asking crashed")
  func routeIsPreparedOnce() throws {
    let model = ModelCase(
      "log p(y | g, w) ~ (3/w - 1)*log(1 - exp(-y)) - y + (exp(-2*log(g/(1-g))) + 3/w)*log(exp(-y)) - log(exp(-y)), "
        + "y > 0, 0 < g < 1, w > 0",
      [
        [
          "4*(1-g)^2*(trigamma((1-g)^2/g^2 + 3/w) - trigamma((1-g)^2/g^2 + 6/w))/g^6",
          "6*(1-g)*(trigamma((1-g)^2/g^2 + 3/w) - 2*trigamma((1-g)^2/g^2 + 6/w))/(g^3*w^2)",
        ],
        [
          "6*(1-g)*(trigamma((1-g)^2/g^2 + 3/w) - 2*trigamma((1-g)^2/g^2 + 6/w))/(g^3*w^2)",
          "9*(trigamma((1-g)^2/g^2 + 3/w) + trigamma(3/w) - 4*trigamma((1-g)^2/g^2 + 6/w))/w^4",
        ],
      ])
    try model.expectVerified(digits: 25)
  }

  private func report(_ model: String, at point: [(name: String, value: Rational)]? = nil) throws -> Report {
    let options = AnalysisOptions(digits: 25, point: point)
    return try Analysis(options: options).run(SourceText(name: "input", text: model))
  }

  private static let kumaraswamy =
    "log p(x | a, b) = log(a*b) + (a-1)*log(x) + (b-1)*log(1-x^a), 0 < x < 1, a > 0, b > 0"

  @Test("a removable point of the closed form is found, with its limit")
  func removablePoint() throws {
    let report = try report(Self.kumaraswamy)
    let printer = PlainPrinter(report.store)
    let point = try #require(report.specialPoints.first { printer.print($0.condition) == "b = 2" })
    #expect(point.fisher[0][0].map(printer.print) == "(4*zeta(3) - 3)/a^2")
    #expect(point.fisher[0][1].map(printer.print) == "-1/(2*a)")
  }

  @Test("at a removable point the limit is what is verified")
  func removablePointAskedFor() throws {
    let report = try report(Self.kumaraswamy, at: [("a", Rational(1)), ("b", Rational(2))])
    #expect(report.status == .verified && report.contradictions.isEmpty)
  }

  @Test("steps that divide by what vanishes at the point asked for are judged elsewhere")
  func stepsAtSingularPoint() throws {
    let report = try report(
      "log p(x | r) = log(1-r^2) - log(2*pi) - log(1+r^2-2*r*cos(x)), -pi < x < pi, -1 < r < 1",
      at: [("r", Rational(0))])
    #expect(report.status == .verified && !report.derivations.isEmpty)
  }

  @Test(
    "where the log-density has no derivative by a parameter, the model is not regular",
    arguments: [
      ("log p(x | t) = -(x - abs(t))^2/2 - log(2*pi)/2, x in R", "t != 0"),
      ("log p(x | c) = -(x - abs(2*c - 1))^2/2 - log(2*pi)/2, x in R", "c != 1/2"),
      ("log p(x | t) = -(x - t^(1/3))^2/2 - log(2*pi)/2, x in R, t >= 0", "t != 0"),
    ])
  func kinksInTheParameter(model: String, condition: String) throws {
    let report = try report(model)
    #expect(report.conditions.map(PlainPrinter(report.store).print) == [condition])
    #expect(report.regularity.extent == .when)
  }

  @Test("what the inner integral leaves open is not taken apart by the outer one")
  func openInnerExpectation() throws {
    // A factor in y used to be taken out of an expectation over x and y.
    let report = try report(
      "log p(x, y | t) = -x - y - t*x*y + log((1+t*x)*(1+t*y) - t), x > 0, y > 0, 0 < t < 1")
    #expect(report.status == .numeric && report.contradictions.isEmpty)
  }

  @Test("an information that is infinite everywhere is not regular for some values")
  func infiniteEverywhere() throws {
    let report = try report("log p(x | r) = log(2/(pi*r^2)) + log(r^2-x^2)/2, -r < x < r, r > 0")
    #expect(report.status == .irregular && report.secondBartlett == .unknown)
    #expect(report.regularity.extent == .never)
  }
}
