import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Testing

@Suite("Textbook models")
struct TextbookModelTests {
  private func report(_ text: String, digits: Int = 50) throws -> Report {
    try Analysis(options: AnalysisOptions(digits: digits)).run(SourceText(name: "input", text: text))
  }

  @Test("the information is derived from the log-density alone and verified", arguments: ModelCase.textbook)
  func informationIsVerified(model: ModelCase) throws {
    try model.expectVerified(digits: 50)
  }

  @Test("the information does not depend on how parameters are written", arguments: ModelCase.reparametrized)
  func reparametrizedInformationIsVerified(model: ModelCase) throws {
    try model.expectVerified(digits: 25)
  }

  @Test("every derivation ends in a checked chain, and fifty digits agree", arguments: ModelCase.textbook)
  func evidenceIsComplete(model: ModelCase) throws {
    let report = try report(model.text)
    let topics = report.derivations.map(\.derivation.topic)
    for i in report.setting.parameters.indices {
      #expect(topics.contains(.score(i)) && topics.contains(.expectedScore(i)))
      for j in 0...i {
        #expect(topics.contains(.hessian(i, j)))
        #expect(topics.contains(.expectedScoreOuter(i, j)) && topics.contains(.expectedNegativeHessian(i, j)))
      }
    }
    #expect(topics.contains(.normalizer))
    #expect(try #require(report.numeric.first).agreedDigits >= 48)
    #expect(report.numeric.count >= 2)
  }

  @Test(
    "a second run gives the same words", arguments: [ModelCase.gammas[0], ModelCase.normals[3], ModelCase.counts[5]])
  func runsAreIdentical(model: ModelCase) throws {
    func words() throws -> [String] {
      let report = try report(model.text, digits: 30)
      let printer = PlainPrinter(report.store)
      let steps = report.derivations.flatMap { $0.derivation.steps }.map { "\($0.rule.id): \(printer.print($0.after))" }
      return steps + report.numeric.flatMap { $0.expectedScoreOuter.flatMap { $0 } }
    }
    #expect(try words() == (try words()))
  }
}
