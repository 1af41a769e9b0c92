import Calculus
import Diagnostics
import FamilyCatalog
import FisherInformation
import Syntax

/// The verification of one family: the model is derived first, and only then are its claims read.
struct FamilyVerification {
  let family: Family
  /// The verdict on the model.
  let status: Report.Status
  /// Whether symbolic and numeric results disagree: a defect of the program.
  let isContradicted: Bool
  let outcomes: [ClaimOutcome]

  /// Derives the family's information and compares its claims.
  init(_ family: Family, options: AnalysisOptions) throws(InputFailure) {
    self.family = family
    do {
      let report = try Analysis(options: options).run(SourceText(name: family.source.name, text: family.model.text))
      (status, isContradicted) = (report.status, !report.contradictions.isEmpty)
      outcomes = try Self.outcomes(family, report)
    } catch {
      throw InputFailure(DiagnosticList(error.diagnostics.map(family.model.relocated)), in: family.source)
    }
  }

  /// The tag of families whose information does not exist, or not in the sense of the theory.
  static let irregularTag = "irregular"

  /// Whether the tags say truly whether the family is regular.
  var isTaggedTruly: Bool { (status == .irregular) == family.tags.contains(Self.irregularTag) }

  private static func outcomes(_ family: Family, _ report: Report) throws(DiagnosticList) -> [ClaimOutcome] {
    let comparison = StatedEntryComparison(report)
    let names = family.parameters.map(\.name.text)
    var outcomes: [ClaimOutcome] = []
    for claim in family.claims {
      guard case .information(let row, let column) = claim.subject, let i = names.firstIndex(of: row.text),
        let j = names.firstIndex(of: column.text)
      else { continue }
      let stated = try report.store.parse(claim.value.text, declaring: family.declaredNames)
      // What is undecided is evidence of nothing.
      let isUsable = report.status != .undecided
      outcomes.append(
        ClaimOutcome(
          claim: claim, isProved: isUsable ? comparison.isProved(stated, i, j) : nil,
          numbers: isUsable ? comparison.numbers(stated, i, j) : .none,
          derived: report.fisher?[i][j].map { PlainPrinter(report.store).print($0) }))
    }
    return outcomes
  }
}
