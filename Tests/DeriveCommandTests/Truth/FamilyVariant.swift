import FamilyCatalog
import Foundation
import TestSupport

/// A family of the catalogue in other clothes: all symbols renamed, the terms of the log-density in another order, expanded
/// or collected, as a density or a log-density. Its claims, renamed alike, must hold as before.
struct FamilyVariant {
  private let family: Family
  private let names: [String: String]
  private let model: String

  private static let pool = [
    "a", "b", "c", "d", "g", "h", "j", "l", "q", "r", "u", "v", "w", "z", "aa", "w1", "w2", "p1", "alpha", "beta",
    "gamma",
    "delta", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi",
    "omega",
  ]

  init(_ family: Family, using random: inout SplitMix) {
    self.family = family
    let declared = (family.variables + family.parameters + family.known).map(\.name.text)
    let new = Self.pool.filter { !declared.contains($0) }.shuffled(using: &random)
    names = Dictionary(uniqueKeysWithValues: zip(declared, new))
    let parts = TermList.parts(of: family.model.text, at: ",")
    let equation = parts.first.map(String.init) ?? ""
    let (head, body) =
      equation.firstRange(of: " = ").map {
        (String(equation[..<$0.lowerBound]), String(equation[$0.upperBound...]))
      } ?? (equation, "")
    let terms = TermList(body).rearranged(using: &random)
    // What observes a lattice by cases has no density to write without its logarithm.
    let isDensity = head.hasPrefix("log ") && !body.contains("cases(") && Int.random(in: 0..<3, using: &random) == 0
    let renamed = names
    func rename(_ text: some StringProtocol) -> String { Self.renamed(String(text), renamed) }
    let left = isDensity ? String(head.dropFirst(4)) : head
    let header = left.firstRange(of: "(").map { left[..<$0.lowerBound] + rename(left[$0.lowerBound...]) } ?? left
    model = ([header + " = " + (isDensity ? "exp(\(rename(terms)))" : rename(terms))] + parts.dropFirst().map(rename))
      .joined(separator: ",")
  }

  /// The entry of a file of reference results; nil for a family that is regular and has not all its entries claimed.
  var entry: [String: Any]? {
    let isRegular = !family.tags.contains("irregular")
    let matrix = claimedMatrix
    guard matrix != nil || !isRegular else { return nil }
    let point = (family.parameters + family.known).map { (names[$0.name.text] ?? "", $0.typical.first?.text ?? "1") }
    var entry: [String: Any] = [
      "id": family.name.text, "model": model, "regular": isRegular,
      "params": family.parameters.map { names[$0.name.text] ?? "" },
      "observation": family.variables.map { names[$0.name.text] ?? "" },
      "known": family.known.map { ["symbol": names[$0.name.text] ?? "", "constraint": ""] },
      "points": [["at": Dictionary(uniqueKeysWithValues: point)]],
    ]
    if let matrix { entry["closed_form"] = matrix }
    return entry
  }

  /// What is claimed to hold of each entry, renamed.
  private var claimedMatrix: [[String]]? {
    var claims: [Set<String>: String] = [:]
    for claim in family.claims where claim.expectation == .holds {
      guard case .information(let row, let column) = claim.subject else { continue }
      claims[[row.text, column.text]] = Self.renamed(claim.value.text, names)
    }
    let parameters = family.parameters.map(\.name.text)
    let rows = parameters.map { i in parameters.compactMap { claims[[i, $0]] } }
    return rows.allSatisfy { $0.count == parameters.count } ? rows : nil
  }

  /// The text with every symbol renamed; a name before a bracket is a function's.
  static func renamed(_ text: String, _ names: [String: String]) -> String {
    text.replacing(/[A-Za-z_]\w*(\()?/) { match in
      match.output.1 == nil ? names[String(match.output.0)] ?? String(match.output.0) : String(match.output.0)
    }
  }
}
