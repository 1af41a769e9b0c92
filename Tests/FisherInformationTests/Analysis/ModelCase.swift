import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Testing

/// A model as a person types it, and the information that must come back.
struct ModelCase: CustomTestStringConvertible, Sendable {
  /// The model.
  let text: String
  /// The rows of the information.
  let fisher: [[String]]

  init(_ text: String, _ fisher: [[String]]) {
    self.text = text
    self.fisher = fisher
  }

  init(_ text: String, _ fisher: String) {
    self.init(text, [[fisher]])
  }

  var testDescription: String { text }
}

extension ModelCase {
  /// Derives the model and expects every entry to be verified, both identities proved, and the information to be this one.
  func expectVerified(digits: Int) throws {
    let report = try Analysis(options: AnalysisOptions(digits: digits)).run(SourceText(name: "input", text: text))
    let store = report.store
    #expect(report.status == .verified)
    #expect(report.firstBartlett == .proved && report.secondBartlett == .proved)
    #expect(report.contradictions.isEmpty)
    let information = try #require(report.fisher)
    try #require(information.count == fisher.count)
    var assumptions = Assumptions(store)
    for domain in report.setting.domains { assumptions.assume(domain.conditions) }
    let simplifier = Simplifier(assumptions)
    for (row, expectedRow) in zip(information, fisher) {
      for (entry, expected) in zip(row, expectedRow) {
        let derived = try #require(entry)
        let difference = store.difference(derived, try store.parse(expected))
        #expect(simplifier.isZero(difference), "\(PlainPrinter(store).print(derived))")
      }
    }
  }
}
