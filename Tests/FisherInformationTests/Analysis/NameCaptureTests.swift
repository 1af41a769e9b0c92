import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Testing

/// New variables of a derivation are not called like a parameter, also where a density about its centre has lost it.
@Suite("New variables do not capture parameters")
struct NameCaptureTests {
  @Test(
    "a location named like a new variable gives the information that any other name gives",
    arguments: ["u", "v", "w", "y", "z", "t", "r", "k"],
    [
      ("log p(x | A, B) = -log(pi) - log(B) - log(1 + ((x - A*B)/B)^2), x in R, B > 0", "A^2/(2*B^2) + 1/(2*B^2)"),
      ("log p(x | A, B) = -log(B) - log(2*pi)/2 - (x - A*B)^2/(2*B^2), x in R, B > 0", "(A^2 + 2)/B^2"),
      ("log p(x | A, B) = -log(2*B) - abs(x/B), x in R, A > 0, B > 0", "1/B^2"),
    ])
  func location(name: String, model: (text: String, entry: String)) throws {
    let named = { (text: String) in text.replacing("A", with: name).replacing("B", with: "beta_0") }
    let report = try Analysis(options: AnalysisOptions(digits: 20)).run(
      SourceText(name: "input", text: named(model.text)))
    #expect(report.status == .verified, "\(named(model.text))")
    let entry = try #require(report.fisher?[1][1])
    let difference = report.store.difference(entry, try report.store.parse(named(model.entry)))
    #expect(Simplifier(Assumptions(report.store)).isZero(difference))
  }
}
