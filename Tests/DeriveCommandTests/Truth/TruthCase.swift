import Foundation
import TestSupport

/// A density with its information, which is JᵀIJ by construction: a kernel under new parameters, in another form and with
/// other names.
struct TruthCase {
  let identifier: String
  let model: String
  let observed: String
  let parameters: [(name: String, domain: TruthKernel.Domain)]
  /// The information by the new parameters.
  let information: [[String]]
  /// A point inside the domain.
  let point: [(name: String, value: String)]

  private static let parameterNames = [
    "a", "b", "c", "d", "g", "h", "m", "q", "r", "s", "u", "v", "w", "alpha", "beta", "gamma", "delta", "eta", "theta",
    "kappa", "lambda", "mu", "nu", "rho", "sigma", "tau", "phi", "omega", "rate", "shape", "k1", "mean",
  ]
  private static let observedNames = ["x", "y", "z", "t", "obs", "x1", "k", "n"]

  /// Builds the case of a number.
  init(number: Int, using random: inout SplitMix) {
    let kernel = TruthKernel.all.randomElement(using: &random) ?? TruthKernel.all[0]
    let names = Array(Self.parameterNames.shuffled(using: &random).prefix(kernel.parameters.count))
    let change = TruthChange(of: kernel.parameters, names: names, using: &random)
    observed = Self.observedNames.randomElement(using: &random) ?? "x"
    parameters = zip(names, change.domains).map { (name: $0, domain: $1) }
    information = change.transformed { kernel.information($0, $1) }
    identifier = "\(number): \(kernel.name)"
    point = zip(names, change.domains).map { name, domain in
      (name: name, value: Self.values(domain).randomElement(using: &random) ?? "1/2")
    }
    let text = TruthText(kernel, observed: observed, parameters: change.values, using: &random)
    let clauses = [text.support] + parameters.map { $0.domain.condition($0.name) }.shuffled(using: &random)
    let header = "p(\(observed) | \(names.joined(separator: ", ")))"
    model = "\(text.head.replacing("p", with: header)) \(text.body), \(clauses.joined(separator: ", "))"
  }

  private static func values(_ domain: TruthKernel.Domain) -> [String] {
    switch domain {
    case .real: ["-1/2", "1/3", "2/3", "-2/7", "1/5"]
    case .positive: ["1/3", "2/3", "4/5", "5/4", "7/4"]
    case .unit: ["1/5", "1/3", "3/5", "3/4"]
    case .aboveOne: ["4/3", "2", "5/2"]
    case .fixed: []
    }
  }

  /// The entry of a file of reference results.
  var entry: [String: Any] {
    [
      "id": identifier, "model": model, "observation": observed, "params": parameters.map(\.name), "regular": true,
      "closed_form": information,
      "points": [["at": Dictionary(uniqueKeysWithValues: point.map { ($0.name, $0.value) })]],
    ]
  }

  /// A file of reference results with so many cases, the same for the same seed.
  static func file(count: Int, seed: UInt64) throws -> Data {
    var random = SplitMix(seed: seed)
    let entries = (1...count).map { TruthCase(number: $0, using: &random).entry }
    return try JSONSerialization.data(withJSONObject: entries, options: [.sortedKeys, .prettyPrinted])
  }
}
