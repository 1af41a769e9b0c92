import Calculus
import Expressions
import Multiprecision
import Numerics
import Syntax

/// Compares a stated entry of the information with a report: by proof, and with the report's own integrals.
struct StatedEntryComparison {
  private let report: Report
  private let simplifier: Simplifier

  init(_ report: Report) {
    self.report = report
    var assumptions = Assumptions(report.store)
    assumptions.assume(report.setting.domains.flatMap(\.conditions) + report.conditions)
    simplifier = Simplifier(assumptions)
  }

  /// Whether a stated entry is proved equal to the derived one; nil where none was derived.
  func isProved(_ stated: Expr, _ row: Int, _ column: Int) -> Bool? {
    report.fisher?[row][column].map { simplifier.isZero(report.store.difference(stated, $0)) }
  }

  /// Compares a stated entry with the covariance of the score at the points of the report.
  func numbers(_ stated: Expr, _ row: Int, _ column: Int) -> NumericFinding {
    var finding = NumericFinding.none
    for point in report.numeric where point.hasExpectations {
      let (symbols, values) = (point.at.map(\.symbol), point.at.map(\.value))
      guard
        let evaluator = try? ClosedFormEvaluator(report.store, expressions: [stated], parameters: symbols),
        let value = evaluator.evaluate(at: values, digits: point.digits + 10).first
      else { return .none }
      finding = finding.joined(with: comparison(value, point, row, column))
    }
    return finding
  }

  private func comparison(
    _ value: Real, _ point: Report.NumericPoint, _ row: Int, _ column: Int
  ) -> NumericFinding {
    let printed = point.covarianceOfScore
    guard !value.isNaN, let entry = PrintedNumber(printed[row][column]),
      let first = PrintedNumber(printed[row][row]), let second = PrintedNumber(printed[column][column])
    else { return .none }
    let scale = PrintedNumber.scale(entry.value, first.value, second.value)
    switch entry.compared(with: value, scale: scale, digits: point.digits) {
    case .differs:
      let place = point.at.map { "\(PlainPrinter(report.store).print($0.symbol)) = \($0.value)" }
      let stated = value.description(digits: min(point.digits, 20))
      return .differs("at \(place.joined(separator: ", ")): stated \(stated), integrated \(printed[row][column])")
    case .agrees(let digits):
      return digits < NumericFinding.fewestDigits && digits < point.digits ? .none : .agrees(digits: digits, points: 1)
    }
  }
}
