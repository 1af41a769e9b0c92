import Diagnostics
import FisherInformation
import Syntax
import Testing

/// Points of an interval that brackets single out: with a probability of their own, or of no account.
@Suite("Points with a probability of their own")
struct AtomTests {
  @Test("the information is derived and verified", arguments: ModelCase.atoms)
  func informationIsVerified(model: ModelCase) throws {
    try model.expectVerified(digits: 25)
  }

  @Test("a value far out in the tail, where the distribution function is 1 to every digit, is no contradiction")
  func farTail() throws {
    let text = "log p(y | a; x) = cases(log(normal_cdf(-a*x)) if y = 0, -(y-a*x)^2/2 - log(2*pi)/2 otherwise), y >= 0"
    let options = AnalysisOptions(digits: 25, point: [("a", 8), ("x", 8)])
    let report = try Analysis(options: options).run(SourceText(name: "input", text: text))
    #expect(report.status == .verified && report.contradictions.isEmpty)
  }

  /// Densities that have mass 1 without the point, or tend to the value that the bracket gives.
  @Test(
    "a value at a point that the density does not need is of no account",
    arguments: [
      ("log p(x | a) = cases(log(a) if x = 0, log(a) - a*x otherwise), x >= 0, a > 0", "1/a^2"),
      ("log p(x | a) = cases(7 if x = 2, log(a) - a*x otherwise), x >= 0, a > 0", "1/a^2"),
      ("log p(x | a) ~ cases(0 if x = 0, -a*x otherwise), x >= 0, a > 0", "1/a^2"),
    ])
  func pointOfNoAccount(text: String, fisher: String) throws {
    let report = try Analysis(options: AnalysisOptions(digits: 25)).run(SourceText(name: "input", text: text))
    let entry = try #require(report.fisher?[0][0])
    #expect(report.status == .verified)
    #expect(entry == (try report.store.parse(fisher)))
  }

  @Test(
    "what is wrong with a point is said",
    arguments: [
      (
        "log p(y | c) = cases(-c if y = c, -y otherwise), 0 <= y <= c, c > 0",
        "model.moving-atom", "`y = c` has a probability of its own and moves with the parameter `c`"
      ),
      (
        "log p(y | q) = cases(log(q) if y = 0, -2*y otherwise), y >= 0, 0 < q < 1", "model.mass",
        "`q + 1/2` over `y >= 0, the point y = 0`"
      ),
      (
        "log p(y | q) = cases(log(q) if y = 0, log(1-q) - y if y > 1), y >= 0, 0 < q < 1", "syntax.cases-incomplete",
        "do not say what holds elsewhere"
      ),
    ])
  func complaint(text: String, id: String, part: String) throws {
    let error = #expect(throws: DiagnosticList.self) {
      try Analysis(options: AnalysisOptions(digits: 25)).run(SourceText(name: "input", text: text))
    }
    let first = try #require(error?.diagnostics.first)
    #expect(first.id == id)
    #expect(first.message.contains(part), "\(first.message)")
  }
}
