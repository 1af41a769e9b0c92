import FisherInformation

/// A check as aligned text.
struct CheckTable {
  private let check: CrossCheck

  init(_ check: CrossCheck) {
    self.check = check
  }

  /// The lines: the point, the moments, each entry by every route with the digits known, and what agrees with what.
  var text: String {
    let place = check.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    var sections = ["at \(place), \(check.digits) digits\n"]
    let moments =
      [row("normaliser", check.normalizer)]
      + zip(check.parameters, check.expectedScore).map { row("E[s_\($0)]", $1) }
    sections.append(TextTable([["", "digits", "value"]] + moments).text)
    for entry in check.entries { sections.append(section(entry)) }
    if let omission { sections.append(omission) }
    sections.append(summary)
    return sections.joined(separator: "\n")
  }

  private func row(_ label: String, _ value: CrossCheck.Value) -> [String] {
    [label, Self.digits(value), value.text]
  }

  /// The digits known, with a word where they are proven.
  private static func digits(_ value: CrossCheck.Value) -> String {
    value.isCertified ? "\(value.digits) certified" : "\(value.digits)"
  }

  private func section(_ entry: CrossCheck.Entry) -> String {
    let routes = CrossCheck.Route.allCases.filter { entry.values[$0.rawValue] != nil }
    let title = "I[\(check.parameters[entry.row]), \(check.parameters[entry.column])]"
    var rows = [[title, "digits"] + routes.map { "= " + Self.label($0) } + ["value"]]
    for route in routes {
      guard let value = entry.values[route.rawValue] else { continue }
      let agreement = routes.map { other in
        other == route ? "." : entry.agreement[route.rawValue][other.rawValue].map(String.init) ?? ""
      }
      rows.append([Self.label(route), Self.digits(value)] + agreement + [value.text])
    }
    return TextTable(rows).text
  }

  private var omission: String? {
    switch check.divergenceOmission {
    case .limitReached: "∂²KL is missing: its digits were not reached within the limit\n"
    case .undefined: "∂²KL is missing: the density is not defined at displaced parameters\n"
    case nil: nil
    }
  }

  private var summary: String {
    switch check.outcome {
    case .agreement where check.hasUnknown: "the ways that are known agree, to \(check.agreedDigits) digits at least\n"
    case .agreement: "all ways agree, to \(check.agreedDigits) digits at least\n"
    case .identityFails where check.hasDivergence: "an integral has no finite value\n"
    case .identityFails: "the integrals do not agree with each other\n"
    case .undecided where check.agreedDigits == 0: "nothing is compared: no digit of the integrals is known\n"
    case .undecided where check.normalizer.digits == 0:
      "nothing is decided: no digit of the density's integral is known\n"
    case .undecided: "not all is decided: some entry is known in one way alone\n"
    case .contradiction: "a closed form differs from every integral\n"
    }
  }

  private static func label(_ route: CrossCheck.Route) -> String {
    switch route {
    case .scoreProducts: "E[s sᵀ]"
    case .curvature: "E[-H]"
    case .divergence: "∂²KL"
    case .covariance: "Cov[s]"
    case .closedForm: "closed form"
    }
  }
}
