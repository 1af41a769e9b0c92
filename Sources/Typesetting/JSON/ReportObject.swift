public import Calculus
internal import Expressions
internal import Multiprecision
internal import Syntax

/// A report as the JSON object of the command line's contract: listed keys in a fixed order, expressions as text in the
/// log-density language, nothing that varies from run to run.
public struct ReportObject {
  let report: Report
  let printer: PlainPrinter
  let diagnostics: [JSONValue]
  let showsDerivations: Bool

  /// The version of the contract.
  public static let schema = 1

  /// Creates the object of a report.
  ///
  /// - Parameters:
  ///   - diagnostics: what was said about the input, as objects.
  ///   - showsDerivations: whether the checked derivations are added under `derivations`.
  public init(_ report: Report, diagnostics: [JSONValue] = [], showsDerivations: Bool = false) {
    self.report = report
    printer = PlainPrinter(report.store)
    self.diagnostics = diagnostics
    self.showsDerivations = showsDerivations
  }

  /// The object.
  public func value() -> JSONValue {
    var members = head() + results()
    members += [
      .init("numeric", .array(report.numeric.map { numeric($0) })),
      .init("diagnostics", .array(remarks() + diagnostics)),
    ]
    if showsDerivations { members.append(.init("derivations", .array(report.derivations.map { derivation($0) }))) }
    return .object(members)
  }

  private func head() -> [JSONValue.Member] {
    let setting = report.setting
    return [
      .init("schema", .integer(Self.schema)), .init("status", .string(report.status.rawValue)),
      .init("observed", texts(setting.observed)), .init("support", .string(text(setting.support))),
      .init("supportInferred", .bool(setting.supportInferred)), .init("parameters", texts(setting.parameters)),
      .init("known", texts(setting.known)), .init("domains", .object(setting.domains.map { domain($0) })),
      .init("conditions", conditions(report.conditions)),
    ]
  }

  private func domain(_ domain: (symbol: Expr, conditions: [Condition], inferred: Bool)) -> JSONValue.Member {
    let conditions = domain.conditions.isEmpty ? [Condition.membership(domain.symbol, .reals)] : domain.conditions
    return .init(printer.print(domain.symbol), .string(text(conditions)))
  }

  private func results() -> [JSONValue.Member] {
    let moments = report.moments
    let structure = report.structure
    let names = report.setting.parameters.map { printer.print($0) }
    return [
      .init("logDensity", .string(printer.print(report.setting.logDensity))), .init("score", texts(report.score)),
      .init("hessian", .array(report.hessian.map { texts($0) })),
      .init(
        "moments",
        .object([
          .init("expectedScore", .array(moments.expectedScore.map { entry($0) })),
          .init("expectedScoreOuter", matrix(moments.expectedScoreOuter)),
          .init("covarianceOfScore", matrix(moments.covarianceOfScore)),
          .init("expectedNegativeHessian", matrix(moments.expectedNegativeHessian)),
        ])),
      .init("fisher", report.fisher.map { matrix($0) } ?? .null),
      .init("unresolved", report.unresolved.isEmpty ? .null : matrix(report.unresolved)),
      .init(
        "specialPoints",
        .array(
          report.specialPoints.map { point in
            .object([.init("at", .string(text([point.condition]))), .init("fisher", matrix(point.fisher))])
          })),
      .init("entryStatus", .array(report.entryStatus.map { row in .strings(row.map(\.rawValue)) })),
      .init(
        "bartlett",
        .object([
          .init("first", .string(report.firstBartlett.rawValue)),
          .init("second", .string(report.secondBartlett.rawValue)),
        ])),
      .init("regularity", regularity()), .init("rank", structure.rank.map { .integer($0) } ?? .null),
      .init("nullDirections", .array(structure.nullDirections.map { texts($0) })),
      .init("singularAt", conditions(structure.singularAt)),
      .init("orthogonal", .array(structure.orthogonal.map { .strings([names[$0], names[$1]]) })),
      .init("cramerRao", structure.cramerRao.map { matrix($0) } ?? .null),
    ]
  }

  private func regularity() -> JSONValue {
    let regularity = report.regularity
    return .object([
      .init("regular", .string(regularity.extent.rawValue)), .init("when", conditions(regularity.conditions)),
      .init(
        "reasons",
        .array(
          regularity.reasons.map { reason in
            .object([
              .init("condition", .string(reason.condition.text(printer))),
              .init("detail", .string(reason.detail.text(printer))),
            ])
          })),
    ])
  }

  /// One condition a string, bounds of the same expression chained.
  func conditions(_ conditions: [Condition]) -> JSONValue {
    .strings(ConditionChain.gathered(conditions, in: report.store).map { text($0) })
  }

  private func text(_ conditions: [Condition]) -> String {
    ConditionChain.gathered(conditions, in: report.store).map { text($0) }.joined(separator: ", ")
  }

  private func text(_ chain: ConditionChain) -> String {
    switch chain {
    case .single(let condition): printer.print(condition)
    case .between(let lower, let first, let middle, let second, let upper):
      "\(printer.print(lower)) \(first.rawValue) \(printer.print(middle)) \(second.rawValue) \(printer.print(upper))"
    }
  }

  private func texts(_ expressions: [Expr]) -> JSONValue { .strings(expressions.map { printer.print($0) }) }

  private func entry(_ e: Expr?) -> JSONValue { .string(e.map { printer.print($0) }) }

  private func matrix(_ rows: [[Expr?]]) -> JSONValue { .array(rows.map { row in .array(row.map { entry($0) }) }) }
}
