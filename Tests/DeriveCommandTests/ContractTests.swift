import Calculus
import Expressions
import Foundation
import Syntax
import Testing

/// Models as people type them, with what must come back: the lines of `Tests/Reference/contract.tsv`.
@Suite("The contract")
struct ContractTests {
  /// One line: model, exit status, status, and the rows of the information or a word on the diagnostic.
  struct Line: CustomTestStringConvertible, Sendable {
    let model: String
    let exit: Int32
    let status: String
    let fisher: String

    var testDescription: String { model }
  }

  static let lines: [Line] = {
    let file = BuiltProgram.root.appending(path: "Tests/Reference/contract.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let exit = Int32(fields[1]) else { return nil }
      return Line(model: fields[0], exit: exit, status: fields[2], fisher: fields[3])
    }
  }()

  @Test("the file is there")
  func fileIsRead() {
    #expect(Self.lines.count >= 18)
  }

  @Test("exit status, verdict and information are as agreed", arguments: lines)
  func lineHolds(line: Line) throws {
    let run = try BuiltProgram.run([line.model, "--format", "json", "--digits", "30"])
    #expect(run.status == line.exit, "\(run.errors)")
    guard line.status != "-" else {
      #expect(!run.errors.isEmpty)
      return
    }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["status"] as? String == line.status)
    guard let expected = rows(line.fisher) else { return }
    let derived = try #require(object["fisher"] as? [[Any]])
    let simplifier = try simplifier(object)
    for (i, row) in expected.enumerated() {
      for (j, text) in row.enumerated() {
        guard text != "null" else {
          #expect(derived[i][j] is NSNull)
          continue
        }
        let entry = try #require(derived[i][j] as? String)
        let store = simplifier.store
        #expect(simplifier.isZero(store.difference(try store.parse(entry), try store.parse(text))), "\(entry)")
      }
    }
  }

  /// The rows of a matrix, or nil where the column is a sentence.
  private func rows(_ text: String) -> [[String]]? {
    let plain = text.split(separator: " (").first.map(String.init) ?? text
    guard !plain.contains(" "), plain != "null" else { return nil }
    return plain.split(separator: ";").map { $0.split(separator: "|").map(String.init) }
  }

  /// A simplifier under the domains that the program printed.
  private func simplifier(_ object: [String: Any]) throws -> Simplifier {
    let store = ExpressionStore()
    var assumptions = Assumptions(store)
    let domains = try #require(object["domains"] as? [String: String])
    for (_, text) in domains.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
      for part in text.split(separator: ",").map(String.init) {
        if let condition = try? store.parseCondition(part) { assumptions.assume(condition) }
      }
    }
    return Simplifier(assumptions)
  }
}
