internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Syntax

extension ReportObject {
  /// The comparison at one point.
  func numeric(_ point: Report.NumericPoint) -> JSONValue {
    .object([
      .init("at", .object(point.at.map { .init(printer.print($0.symbol), .string($0.value.description)) })),
      .init("digits", .integer(point.digits)), .init("normalizer", .string(point.normalizer)),
      .init("expectedScore", .strings(point.expectedScore)),
      .init("expectedScoreOuter", .matrix(point.expectedScoreOuter)),
      .init("covarianceOfScore", .matrix(point.covarianceOfScore)),
      .init("expectedNegativeHessian", .matrix(point.expectedNegativeHessian)),
      .init("closedForm", .matrix(point.closedForm)), .init("agreedDigits", .integer(point.agreedDigits)),
      .init("certified", .bool(point.isCertified)),
    ])
  }

  /// What was inferred or assumed, and what contradicts itself, as diagnostics.
  func remarks() -> [JSONValue] {
    report.notes.map { remark("note", "note", $0.text(printer)) }
      + report.contradictions.map { remark("defect.contradiction", "error", $0) }
  }

  private func remark(_ id: String, _ severity: String, _ message: String) -> JSONValue {
    .object([.init("id", .string(id)), .init("severity", .string(severity)), .init("message", .string(message))])
  }

  /// A checked derivation with every step of its trace.
  func derivation(_ checked: CheckedDerivation) -> JSONValue {
    let derivation = checked.derivation
    return .object([
      .init("subject", .string(printer.print(derivation.subject))),
      .init("steps", .array(derivation.steps.map { step($0) })),
    ])
  }

  private func step(_ step: Step) -> JSONValue {
    .object([
      .init("rule", .string(step.rule.id)), .init("before", .string(printer.print(step.before))),
      .init("after", .string(printer.print(step.after))), .init("conditions", conditions(step.conditions)),
      .init("path", .array(step.path.map { .integer($0) })), .init("reason", .string(step.rule.sentence)),
      .init("bindings", .object(step.bindings.map { .init($0.name, .string(printer.print($0.value))) })),
      .init("source", .string(step.rule.source)),
    ])
  }
}
