import Expressions
import Foundation
import Multiprecision
import Numerics
import Syntax
import Testing

/// A line of the table of hard integrals; see `Scripts/fixtures/hard_integrals.py`.
struct HardIntegral: Sendable, CustomTestStringConvertible {
  let name: String
  private let variables: [String]
  private let logDensity: String
  private let integrand: String
  /// The value with 40 digits, or an infinity.
  let value: String

  static let all: [HardIntegral] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/hard-integrals.tsv", directoryHint: .notDirectory)
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { HardIntegral(line: String($0)) }
  }()

  init?(line: String) {
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count == 5 else { return nil }
    (name, logDensity, integrand, value) = (fields[0], fields[2], fields[3], fields[4])
    variables = fields[1].components(separatedBy: "; ")
  }

  var testDescription: String { name }

  func estimate(digits: Int) throws -> Estimate {
    let store = ExpressionStore()
    let sets = try variables.map { try set($0, store) }
    let integrals = try ExpectationIntegrals(
      store: store, logDensity: try parse(logDensity, store), variables: sets,
      integrands: [try parse(integrand, store)], parameters: [])
    return try integrals.evaluate(at: [], digits: digits)[0]
  }

  private func parse(_ text: String, _ store: ExpressionStore) throws -> Expr {
    try store.parse(text, declaring: Set(variables.map { String($0.prefix { $0 != " " }) }))
  }

  /// A variable and its range, from `x 0..inf | kinks` or `k {0..inf}`.
  private func set(_ text: String, _ store: ExpressionStore) throws -> (Expr, IntegrationSet) {
    let name = text.prefix { $0 != " " }
    let parts = text.dropFirst(name.count).components(separatedBy: "|")
    let isLattice = parts[0].contains("{")
    let ends = parts[0].filter { !"{}".contains($0) }.components(separatedBy: "..")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let bounds = try ends.map { $0.hasSuffix("inf") ? nil : try parse($0, store) }
    let kinks = parts.count == 1 ? [] : try parts[1].components(separatedBy: ", ").map { try parse($0, store) }
    let set: IntegrationSet =
      isLattice
      ? .lattice(lower: bounds[0], upper: bounds[1])
      : .interval(lower: bounds[0], upper: bounds[1], kinks: kinks)
    return (store.symbol(String(name)), set)
  }
}
