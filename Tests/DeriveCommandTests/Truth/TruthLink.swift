/// A smooth change of one parameter or of the observed variable: `#` stands for the new symbol.
struct TruthLink: Sendable {
  /// The set over which the new symbol ranges.
  let domain: TruthKernel.Domain
  /// The old symbol in terms of the new one.
  let value: String
  /// Its derivative.
  let slope: String
  /// The logarithm of the derivative's magnitude.
  let logSlope: String

  init(_ domain: TruthKernel.Domain, _ value: String, _ slope: String, log logSlope: String) {
    (self.domain, self.value, self.slope, self.logSlope) = (domain, value, slope, logSlope)
  }

  /// The links onto a set.
  static func onto(_ domain: TruthKernel.Domain) -> [TruthLink] {
    switch domain {
    case .real: real
    case .positive: positive
    case .unit: unit
    case .aboveOne: aboveOne
    case .fixed: []
    }
  }

  private static let real: [TruthLink] = [
    .init(.real, "2*# + 1", "2", log: "log(2)"), .init(.real, "1/3 - #", "-1", log: "0"),
    .init(.positive, "log(#)", "1/#", log: "-log(#)"),
    .init(.unit, "log(#/(1 - #))", "1/(#*(1 - #))", log: "-log(#) - log(1 - #)"),
  ]

  private static let positive: [TruthLink] = [
    .init(.real, "exp(#)", "exp(#)", log: "#"), .init(.real, "exp(-2*#)", "-2*exp(-2*#)", log: "log(2) - 2*#"),
    .init(.positive, "#^2", "2*#", log: "log(2*#)"), .init(.positive, "1/#", "-1/#^2", log: "-2*log(#)"),
    .init(.positive, "sqrt(#)", "1/(2*sqrt(#))", log: "-log(2) - log(#)/2"),
    .init(.positive, "3*#", "3", log: "log(3)"),
    .init(.unit, "#/(1 - #)", "1/(1 - #)^2", log: "-2*log(1 - #)"), .init(.unit, "-log(#)", "-1/#", log: "-log(#)"),
  ]

  private static let unit: [TruthLink] = [
    .init(.unit, "1 - #", "-1", log: "0"),
    .init(.real, "1/(1 + exp(-#))", "exp(-#)/(1 + exp(-#))^2", log: "-# - 2*log(1 + exp(-#))"),
    .init(.unit, "#^2", "2*#", log: "log(2*#)"), .init(.positive, "exp(-#)", "-exp(-#)", log: "-#"),
    .init(.positive, "#/(1 + #)", "1/(1 + #)^2", log: "-2*log(1 + #)"),
    .init(.positive, "1/(1 + #)", "-1/(1 + #)^2", log: "-2*log(1 + #)"),
  ]

  private static let aboveOne: [TruthLink] = [
    .init(.positive, "1 + #", "1", log: "0"), .init(.real, "1 + exp(#)", "exp(#)", log: "#"),
    .init(.unit, "1/#", "-1/#^2", log: "-2*log(#)"),
  ]
}

/// A smooth change of two parameters at once: `{1}` and `{2}` stand for the new symbols.
struct TruthPair: Sendable {
  let domains: [TruthKernel.Domain]
  /// The old symbols in terms of the new ones.
  let values: [String]
  /// The derivatives of each old symbol by each new one.
  let jacobian: [[String]]

  init(_ domains: [TruthKernel.Domain], _ values: [String], _ jacobian: [[String]]) {
    (self.domains, self.values, self.jacobian) = (domains, values, jacobian)
  }

  /// The pairs onto two sets; none where there are none of interest.
  static func onto(_ domains: [TruthKernel.Domain]) -> [TruthPair] {
    switch (domains.first, domains.last) {
    case (.positive, .positive): bothPositive
    case (.real, .positive): realAndPositive
    default: []
    }
  }

  private static let bothPositive: [TruthPair] = [
    .init([.positive, .positive], ["{1}*{2}", "{2}"], [["{2}", "{1}"], ["0", "1"]]),
    .init([.positive, .positive], ["{1}", "{1}/{2}"], [["1", "0"], ["1/{2}", "-{1}/{2}^2"]]),
    .init([.positive, .positive], ["{1} + {2}", "{2}"], [["1", "1"], ["0", "1"]]),
    .init([.unit, .positive], ["{1}*{2}", "(1 - {1})*{2}"], [["{2}", "{1}"], ["-{2}", "1 - {1}"]]),
  ]

  private static let realAndPositive: [TruthPair] = [
    .init([.real, .positive], ["{1}*{2}", "{2}"], [["{2}", "{1}"], ["0", "1"]]),
    .init([.real, .positive], ["{1} - {2}", "{2}"], [["1", "-1"], ["0", "1"]]),
    .init([.real, .positive], ["{1}/{2}", "1/{2}"], [["1/{2}", "-{1}/{2}^2"], ["0", "-1/{2}^2"]]),
  ]
}
