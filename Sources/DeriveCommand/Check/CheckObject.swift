import FisherInformation
import Typesetting

/// A check as one object for other programs.
enum CheckObject {
  /// `schema`, `status`, `at`, `digits`, `normalizer`, `expectedScore`, `entries` with the value, the known digits and
  /// whether these are proven by each route, and the digits on which two agree, and `agreedDigits`; `divergenceOmitted` is
  /// why the route by the divergence is missing, or null.
  static func value(_ check: CrossCheck) -> JSONValue {
    .object([
      .init("schema", .integer(1)), .init("status", .string(status(check.outcome))),
      .init("at", .object(check.point.map { .init($0.name, .string("\($0.value)")) })),
      .init("digits", .integer(check.digits)), .init("agreedDigits", .integer(check.agreedDigits)),
      .init("parameters", .array(check.parameters.map { .string($0) })),
      .init("normalizer", number(check.normalizer)),
      .init("expectedScore", .array(check.expectedScore.map(number))),
      .init("divergenceOmitted", check.divergenceOmission.map { .string(omission($0)) } ?? .null),
      .init("entries", .array(check.entries.map { entry($0, check.parameters) })),
    ])
  }

  private static func status(_ outcome: CrossCheck.Outcome) -> String {
    switch outcome {
    case .agreement: "agrees"
    case .identityFails: "identity fails"
    case .undecided: "undecided"
    case .contradiction: "contradiction"
    }
  }

  private static func omission(_ omission: CrossCheck.Omission) -> String {
    switch omission {
    case .limitReached: "limit reached"
    case .undefined: "undefined"
    }
  }

  private static func number(_ value: CrossCheck.Value) -> JSONValue {
    .object([
      .init("value", .string(value.text)), .init("digits", .integer(value.digits)),
      .init("certified", .bool(value.isCertified)),
    ])
  }

  private static func entry(_ entry: CrossCheck.Entry, _ parameters: [String]) -> JSONValue {
    let routes = CrossCheck.Route.allCases
    var pairs: [JSONValue.Member] = []
    for a in routes {
      for b in routes where a.rawValue < b.rawValue {
        guard let digits = entry.agreement[a.rawValue][b.rawValue] else { continue }
        pairs.append(.init("\(key(a)) = \(key(b))", .integer(digits)))
      }
    }
    return .object(
      [
        .init("row", .string(parameters[entry.row])), .init("column", .string(parameters[entry.column])),
      ] + routes.map { .init(key($0), entry.values[$0.rawValue].map(number) ?? .null) }
        + [.init("agreement", .object(pairs))])
  }

  private static func key(_ route: CrossCheck.Route) -> String {
    switch route {
    case .scoreProducts: "expectedScoreOuter"
    case .curvature: "expectedNegativeHessian"
    case .divergence: "divergenceHessian"
    case .covariance: "covarianceOfScore"
    case .closedForm: "closedForm"
    }
  }
}
