import Calculus
import Diagnostics
import Expressions
import FamilyCatalog
import FisherInformation
import Foundation
import Syntax
import Testing

/// What has been published about the families of the catalogue, against what is derived from their densities alone.
@Suite("Published claims")
struct PublishedClaimTests {
  static let catalog = FamilyCatalog(folders: [
    URL(filePath: #filePath, directoryHint: .notDirectory).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Families").path
  ])

  @Test("every claim is found to be what its file says", arguments: catalog.names)
  func claimsHold(name: String) throws {
    let family = try Self.catalog.family(named: name)
    let source = SourceText(name: family.source.name, text: family.model.text)
    let report = try Analysis(options: AnalysisOptions(digits: 30)).run(source)
    let isIrregular = family.tags.contains("irregular")
    #expect(report.status == (isIrregular ? .irregular : .verified))
    if family.claims.isEmpty { return }
    let fisher = try #require(report.fisher)
    let store = report.store
    var assumptions = Assumptions(store)
    for domain in report.setting.domains { assumptions.assume(domain.conditions) }
    let simplifier = Simplifier(assumptions)

    let parameters = family.parameters.map(\.name.text)
    for claim in family.claims {
      let (row, column) =
        switch claim.subject {
        case .information(let row, let column): (row, column)
        }
      let i = try #require(parameters.firstIndex(of: row.text))
      let j = try #require(parameters.firstIndex(of: column.text))
      let derived = try #require(fisher[i][j])
      let claimed = try store.parse(claim.value, declaring: family.declaredNames)
      let holds = simplifier.isZero(store.difference(derived, claimed))
      #expect(holds == (claim.expectation == .holds), "\(PlainPrinter(store).print(derived)), \(claim.source)")
    }
  }
}
