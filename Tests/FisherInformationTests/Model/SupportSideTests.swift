import Calculus
import Diagnostics
import Syntax
import Testing

@testable import FisherInformation

/// Supports whose side depends on the sign of a parameter: each sign is a case of its own.
struct SupportSideTests {
  private func parts(_ text: String, assuming: [String] = []) -> [AnalysedPart<ModelSampler>] {
    Analysis(options: AnalysisOptions(digits: 12, assumptions: assuming)).parts(SourceText(text: text))
  }

  private func information(_ part: AnalysedPart<ModelSampler>) throws -> [String] {
    let report = try part.result.get().report
    let printer = PlainPrinter(report.store)
    return (report.fisher ?? []).flatMap { $0 }.map { $0.map(printer.print) ?? "-" }
  }

  @Test func eachSignIsACase() throws {
    let text =
      "log p(x | sigma, xi) = -log(sigma) - (1+1/xi)*log(1 + xi*x/sigma), x > 0, 1 + xi*x/sigma > 0, sigma > 0"
    let parts = parts(text)
    #expect(parts.map(\.condition) == ["xi > 0", "xi < 0"])
    for part in parts { #expect(try part.result.get().report.status == .verified) }
    #expect(try information(parts[0]) == information(parts[1]))
  }

  @Test func aSignThatTheDensityCannotHaveIsLeftOut() throws {
    let parts = parts("log p(x | a) = log(a) - a*x, a*x > 0")
    #expect(parts.count == 1)
    #expect(try parts[0].result.get().report.status == .verified)
  }

  @Test func anAssumedSignNeedsNoCases() throws {
    let text = "log p(x | xi) = -(1+1/xi)*log(1 + xi*x), x > 0, 1 + xi*x > 0"
    #expect(parts(text, assuming: ["xi > 0"]).map(\.condition) == [nil])
  }

  @Test func severalSignsAreAnError() throws {
    let parts = parts("log p(x | a, b) = -a*x, a*b*x > 1")
    #expect(parts.count == 1)
    #expect(throws: DiagnosticList.self) { try parts[0].result.get() }
  }
}
