import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Testing

@Suite("Models with something to say besides the information")
struct SpecialModelTests {
  private func report(_ text: String) throws -> Report {
    try Analysis(options: AnalysisOptions(digits: 40)).run(SourceText(name: "input", text: text))
  }

  private func diagnostics(_ text: String) -> [Diagnostic] {
    do {
      _ = try report(text)
      return []
    } catch let error as DiagnosticList {
      return error.diagnostics
    } catch {
      return []
    }
  }

  @Test("an over-parameterised mean has rank one and the null direction (1, -1)")
  func overparameterised() throws {
    let report = try report("log p(x | a, b) = -(x-a-b)^2/2 - log(2*pi)/2, x in R")
    #expect(report.status == .verified)
    #expect(report.structure.rank == 1)
    let store = report.store
    #expect(report.structure.nullDirections == [[store.one, store.minusOne]])
    #expect(report.structure.cramerRao == nil)
  }

  @Test("a mean that is a square is singular at zero, and that is said")
  func singularPoint() throws {
    let report = try report("log p(x | theta) = -(x-theta^2)^2/2 - log(2*pi)/2, x in R")
    #expect(report.status == .verified)
    let printer = PlainPrinter(report.store)
    let expected = try report.store.parse("4*theta^2")
    #expect(report.fisher == [[expected]])
    #expect(report.structure.singularAt.map(printer.print) == ["theta = 0"])
  }

  @Test("a support that moves with the parameter breaks both identities, and no information is shown")
  func movingSupport() throws {
    let report = try report("log p = -log(theta), 0 < x < theta")
    #expect(report.status == .irregular)
    #expect(report.fisher == nil)
    #expect(report.firstBartlett == .fails && report.secondBartlett == .fails)
    let mean = try report.store.parse("-1/theta")
    #expect(report.moments.expectedScore == [mean])
    #expect(report.moments.covarianceOfScore == [[report.store.zero]])
    #expect(report.regularity.extent == .never)
    let printer = PlainPrinter(report.store)
    #expect(report.regularity.reasons.contains { $0.condition.text(printer).contains("support") })
  }

  @Test(
    "where the domain is not known, points without a density are named, and regularity is claimed at the others only",
    arguments: [
      ("f(x; w) = w*phi(x) + (1-w)*phi(x-2)", "the density is negative at x = "),
      ("log f(x; a) ~ -sqrt(1 + a*x^4)*x^2, x in R, a > -1", "the density is no real number at x = "),
      ("f(x; a) ~ exp(-a*sqrt(1 + x^2)), x > 0", "the density has no finite mass"),
    ])
  func unknownDomain(model: String, reason: String) throws {
    let report = try report(model)
    let printer = PlainPrinter(report.store)
    #expect(report.notes.contains { $0.text(printer).contains("was left out: " + reason) })
    #expect(report.regularity.extent != .always)
    #expect(report.regularity.holdsAtTriedPointsOnly)
  }

  @Test("bounds of parameters one by one are not said to be the domain where a corner of them has no density")
  func cornersOfTheDomain() throws {
    let report = try report("f(x | a, b) = (1+a*cos(x)+b*sin(x))/(2*pi), -pi < x < pi")
    #expect(report.regularity.extent != .always)
    #expect(report.regularity.holdsAtTriedPointsOnly)
    #expect(
      report.regularity.reasons.contains {
        $0.detail.text(PlainPrinter(report.store)).contains("the density is negative at x = ")
      })
  }

  @Test("an infinite information is shown as such")
  func infiniteInformation() throws {
    let report = try report("f(x; t) = 6*x*(t-x)/t^3, 0<x<t")
    #expect(report.status == .irregular)
    #expect(report.unresolved == [[report.store.infinity]])
  }

  @Test("a density that jumps at a moving point is not said to have a kink")
  func movingJump() throws {
    let report = try report("f(x; c) = cases(1/(2*c) if 0<x<c, 1/(2*(1-c)) if c<=x<1), 0<c<1")
    let printer = PlainPrinter(report.store)
    #expect(report.regularity.reasons.contains { $0.detail.text(printer).contains("the density jumps at x = c") })
  }

  @Test(
    "orthogonal parameters are found",
    arguments: [
      ("log p(x | mu, v) = -(x-mu)^2/(2*v) - log(2*pi*v)/2, v > 0", [0, 1]),
      ("log p ~ (a-1)*log(x) - b*x, x > 0", []),
    ])
  func orthogonality(model: String, pair: [Int]) throws {
    let found = try report(model).structure.orthogonal
    #expect(found.map { [$0.0, $0.1] } == (pair.isEmpty ? [] : [pair]))
  }

  @Test(
    "what cannot be understood is a diagnostic and nothing else",
    arguments: [
      ("log p = x*log(theta) + (1-x*log(1-theta)", "syntax."), ("log p = lgama(x)", "name."), ("", "model.empty"),
      ("log p(x | theta) = log(theta) - theta*x, x > 0, theta in (2, 1)", "domain.empty-interval"),
      ("log p = -x^2/2", "model."),
      ("log p(x | k) = log(k) + (k-1)*log(x), 0 < x < 1, k in {1,2,3}", "model."),
      ("log p(x | b) = -b*x, x > 0, b > 0", "model."),
    ])
  func badInput(model: String, identifier: String) {
    let found = diagnostics(model)
    #expect(!found.isEmpty)
    #expect(found.contains { $0.id.contains(identifier) }, "\(found.map(\.id))")
  }

  @Test("ten thousand nested parentheses reach a limit, not the end of the stack")
  func deepNesting() {
    let text = "log p = " + String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000)
    #expect(diagnostics(text).contains { $0.isLimit })
  }
}
