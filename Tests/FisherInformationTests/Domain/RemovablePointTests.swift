import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Multiprecision
import Syntax
import Testing

/// Points of a parameter's domain at which the formula of the normaliser, or of the information, has poles that cancel.
@Suite("Removable points")
struct RemovablePointTests {
  private func report(_ model: String, at point: [(name: String, value: Rational)]? = nil) throws -> Report {
    let options = AnalysisOptions(digits: 25, point: point)
    return try Analysis(options: options).run(SourceText(name: "input", text: model))
  }

  private func printed(_ matrix: [[Expr?]], _ report: Report) -> [String] {
    matrix.joined().map { $0.map(PlainPrinter(report.store).print) ?? "" }
  }

  static let limits: [(model: String, condition: String, information: String)] = [
    ("p(x | t) ~ exp(t*x), 0 < x < 1", "t = 0", "1/12"),
    ("p(x | t) ~ exp(t*x), -1 < x < 1", "t = 0", "1/3"),
    ("p(x | l) ~ l^x*(1-l)^(1-x), 0 < x < 1, 0 < l < 1", "l = 1/2", "4/3"),
    ("p(x | t) ~ t^x, 0 < x < 1, t > 0", "t = 1", "1/12"),
    ("p(x | t) ~ 1/(1+t*x), 0 < x < 1, t > -1", "t = 0", "1/12"),
  ]

  @Test("the information there is its limit, and the model is regular everywhere", arguments: limits)
  func limitIsGiven(model: String, condition: String, information: String) throws {
    let report = try report(model)
    #expect(report.status == .verified && report.conditions.isEmpty && report.regularity.extent == .always)
    let point = try #require(report.specialPoints.first)
    #expect(PlainPrinter(report.store).print(point.condition) == condition)
    #expect(printed(point.fisher, report) == [information])
  }

  @Test("asked for, it is integrated without the normaliser's formula")
  func pointMayBeAskedFor() throws {
    let limit = try report("p(x | t) ~ exp(t*x), 0 < x < 1", at: [("t", Rational(0))])
    #expect(limit.status == .verified)
    let components = try report(
      "p(x | a, b) = (1+a*sin(x)+b*cos(x))/(2*pi), -pi < x < pi, a^2 + b^2 < 1",
      at: [("a", Rational(0)), ("b", Rational(0))])
    #expect(components.status == .verified)
  }

  @Test("where no limit of the closed form is found, the integrals stand alone")
  func integralsStandAlone() throws {
    let report = try report("p(x | k) ~ exp(k*cos(x)), 0 < x < 2*pi", at: [("k", Rational(0))])
    #expect(report.status == .numeric)
  }
}
