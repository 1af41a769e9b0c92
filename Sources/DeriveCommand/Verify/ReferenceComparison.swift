import Calculus
import Diagnostics
import FisherInformation
import Multiprecision
import Numerics
import Syntax

/// Derives one entry of a file of reference results at each of its points and compares.
struct ReferenceComparison {
  private let entry: ReferenceEntry
  private let digits: Int
  private let timeLimit: Double

  /// Prepares a comparison to a number of digits, relative to the scale of each entry.
  init(_ entry: ReferenceEntry, digits: Int, timeLimit: Double) {
    self.entry = entry
    self.digits = digits
    self.timeLimit = timeLimit
  }

  /// What it comes to.
  func outcome() -> ReferenceOutcome {
    var outcome = ReferenceOutcome(entry)
    for (index, point) in entry.points.enumerated() {
      // Two more digits than are compared, so that rounding of the last one decides nothing.
      let options = AnalysisOptions(digits: digits + 2, point: point.at, timeLimit: timeLimit)
      do {
        let report = try Analysis(options: options).run(SourceText(name: entry.id, text: entry.model))
        if index == 0 { judge(report, &outcome) }
        compareNumbers(report, point, &outcome)
        compareClosedForm(report, point, &outcome)
      } catch {
        outcome.isUnderstood = false
        outcome.status = error.diagnostics.first?.message ?? ""
        break
      }
    }
    return outcome
  }

  /// The verdict on the whole model.
  private func judge(_ report: Report, _ outcome: inout ReferenceOutcome) {
    outcome.status = report.status.rawValue
    outcome.mistakes += report.contradictions
    if entry.isRegular {
      if report.status == .irregular { outcome.mistakes.append("a regular model is called irregular") }
    } else {
      outcome.isIrregularityFound = report.status == .irregular
      if report.status == .verified { outcome.mistakes.append("an irregular model is called regular") }
    }
    if let stated = entry.closedForm {
      outcome.closedForm = closedForm(report, stated, &outcome.mistakes)
      outcome.forms = forms(report, stated)
    }
  }

  /// The lengths of the derived entries beside the stated ones, of which the matrix has each pair once.
  private func forms(_ report: Report, _ stated: [[String]]) -> [ReferenceOutcome.Form] {
    guard let fisher = report.fisher else { return [] }
    let printer = PlainPrinter(report.store)
    var forms: [ReferenceOutcome.Form] = []
    for (i, row) in stated.enumerated() {
      for (j, text) in row.enumerated() where j >= i {
        guard let derived = fisher[i][j].map(printer.print) else { continue }
        forms.append(.init(place: "\(entry.parameters[i]), \(entry.parameters[j])", derived: derived, stated: text))
      }
    }
    return forms
  }

  /// How many entries were derived, and how many are proved equal to the stated ones; what is not proved must agree with
  /// the integrals.
  private func closedForm(
    _ report: Report, _ stated: [[String]], _ mistakes: inout [String]
  ) -> ReferenceOutcome.ClosedForm {
    let comparison = StatedEntryComparison(report)
    var (proved, derived) = (0, 0)
    for (i, row) in stated.enumerated() {
      for (j, text) in row.enumerated() {
        guard let stated = try? report.store.parse(text, declaring: entry.names),
          let isProved = comparison.isProved(stated, i, j)
        else { continue }
        derived += 1
        proved += isProved ? 1 : 0
        if !isProved, case .differs(let place) = comparison.numbers(stated, i, j) {
          mistakes.append("stated closed form \(text) \(place)")
        }
      }
    }
    let count = stated.count * stated.count
    return derived == count ? .derived(proved: proved, of: count) : .partly(derived, of: count)
  }

  /// The derived entries, and the stated ones, evaluated at a point must be the same numbers.
  private func compareClosedForm(
    _ report: Report, _ point: ReferenceEntry.Point, _ outcome: inout ReferenceOutcome
  ) {
    guard let section = report.numeric.first, section.hasExpectations, let stated = point.fisher else { return }
    let texts = section.closedForm.map { $0.map { $0 ?? "" } }
    let found = compared(texts, stated, scaledBy: stated, "closed form", point)
    if case .differs(let text) = found { outcome.mistakes.append(text) }
  }

  private func compareNumbers(_ report: Report, _ point: ReferenceEntry.Point, _ outcome: inout ReferenceOutcome) {
    guard let section = report.numeric.first, section.hasExpectations else { return }
    var findings: [NumericFinding] = []
    if let fisher = point.fisher {
      findings.append(compared(section.covarianceOfScore, fisher, scaledBy: fisher, "covariance of the score", point))
      if entry.isRegular {
        findings.append(compared(section.expectedNegativeHessian, fisher, scaledBy: fisher, "E[-H]", point))
      }
    }
    if let outer = point.expectedScoreOuter {
      findings.append(compared(section.expectedScoreOuter, outer, scaledBy: outer, "E[s s^T]", point))
      if let hessian = point.expectedNegativeHessian {
        findings.append(compared(section.expectedNegativeHessian, hessian, scaledBy: outer, "E[-H]", point))
      }
      if let score = point.expectedScore {
        findings.append(compared([section.expectedScore], [score], scaledBy: nil, "E[s]", point))
      }
    }
    var finding = NumericFinding.none
    for (index, next) in findings.enumerated() {
      if case .differs(let text) = next { outcome.mistakes.append(text) }
      finding = index == 0 ? next : atSamePoint(finding, next)
    }
    outcome.numbers = outcome.numbers.joined(with: finding)
  }

  private func atSamePoint(_ a: NumericFinding, _ b: NumericFinding) -> NumericFinding {
    let joined = a.joined(with: b)
    if case .agrees(let digits, _) = joined { return .agrees(digits: digits, points: 1) }
    return joined
  }

  /// Compares a printed matrix with a stated one; the scale of an entry is that of the stated matrix, or 1 at least.
  private func compared(
    _ printed: [[String]], _ stated: [[String]], scaledBy matrix: [[String]]?, _ what: String,
    _ point: ReferenceEntry.Point
  ) -> NumericFinding {
    var fewest: Int?
    let scales = matrix.flatMap { rows in rows.map { row in row.compactMap(PrintedNumber.init) } }
    for (i, row) in stated.enumerated() {
      for (j, text) in row.enumerated() {
        guard let number = PrintedNumber(printed[i][j]), let value = PrintedNumber(text)?.value else { continue }
        let scale =
          scales.map { PrintedNumber.scale($0[i][j].value, $0[i][i].value, $0[j][j].value) }
          ?? max(value.magnitude, .one)
        switch number.compared(with: value, scale: scale.isFinite ? scale : .one, digits: digits) {
        case .agrees(let digits): fewest = min(fewest ?? digits, digits)
        case .differs:
          return .differs("\(what) at \(point.text): entry \(i + 1), \(j + 1) is \(text), found \(printed[i][j])")
        }
      }
    }
    return fewest.map { .agrees(digits: $0, points: 1) } ?? .none
  }
}
