import Calculus
import Diagnostics
import FisherInformation
import Syntax
import Testing

/// Entries without closed form are shown as the expectations that they are, the others in closed form.
@Suite("Entries without closed form")
struct UnresolvedEntryTests {
  static let cases: [(model: String, rows: [[String?]])] = [
    (
      "log p(k | r, p) = lgamma(k+r) - lgamma(r) - lfactorial(k) + r*log(p) + k*log(1-p), k in {0,1,2,...}, r > 0, "
        + "0 < p < 1",
      [["trigamma(r) - expectation(trigamma(k + r))", nil], [nil, nil]]
    ),
    (
      "log p(x | s) = log(2) - x^2/2 - log(2*pi)/2 + log(normal_cdf(s*x)), x in R",
      [["expectation(x^2*normal_pdf(s*x)^2/normal_cdf(s*x)^2)"]]
    ),
    // The integral over y alone has a pole at x = 1/2 that cancels: it is not put under the integral over x.
    (
      "log p(x, y | t) = log(1 + t*(1-2*x)*(1-2*y)), 0 < x < 1, 0 < y < 1, -1 < t < 1",
      [["expectation((1 - 2*x)^2*(1 - 2*y)^2/(1 + t*(1 - 2*x)*(1 - 2*y))^2)"]]
    ),
    // The integral over y alone is e^(2x) log(4 + f e^x - 4f) and other terms that diverge one by one: they stay together.
    (
      "p(x, y | f) = f*exp(-x-y) + (1-f)*4*exp(-2*x-2*y), x > 0, y > 0, 0 < f < 1",
      [["expectation((exp(x + y) - 4)^2/(4 + f*exp(x + y) - 4*f)^2)"]]
    ),
  ]

  @Test("are given as expectations, reduced", arguments: cases)
  func expectations(model: String, rows: [[String?]]) throws {
    let report = try Analysis(options: AnalysisOptions(digits: 25)).run(SourceText(name: "input", text: model))
    #expect(report.status == .numeric)
    let printer = PlainPrinter(report.store)
    #expect(report.unresolved.map { $0.map { $0.map(printer.print) } } == rows)
    let fisher = try #require(report.fisher)
    for (row, entries) in zip(rows, fisher) {
      for (text, entry) in zip(row, entries) { #expect((text == nil) == (entry != nil)) }
    }
  }

  @Test("are none where everything is closed")
  func closed() throws {
    let model = "log p(x | l) = log(l) - l*x, x > 0, l > 0"
    let report = try Analysis(options: AnalysisOptions(digits: 25)).run(SourceText(name: "input", text: model))
    #expect(report.unresolved.isEmpty)
  }
}
