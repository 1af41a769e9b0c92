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

  /// The lines whose last column is a sentence: what it says as rows of the information, or as words of the diagnostic.
  static let sentences: [(beginning: String, says: [String])] = [
    (
      "rank 1 given x",
      [
        "exp(b0+b1*x)/(1+exp(b0+b1*x))^2|x*exp(b0+b1*x)/(1+exp(b0+b1*x))^2",
        "x*exp(b0+b1*x)/(1+exp(b0+b1*x))^2|x^2*exp(b0+b1*x)/(1+exp(b0+b1*x))^2",
      ]
    ),
    (
      "diagonal trigamma(a)",
      [
        "trigamma(a)-trigamma(a+b+c)|-trigamma(a+b+c)|-trigamma(a+b+c)",
        "-trigamma(a+b+c)|trigamma(b)-trigamma(a+b+c)|-trigamma(a+b+c)",
        "-trigamma(a+b+c)|-trigamma(a+b+c)|trigamma(c)-trigamma(a+b+c)",
      ]
    ),
    ("names the mass", ["sqrt(2*pi)", "`~`", "parameter"]),
    ("k has a lattice domain", ["`k`", "known"]),
    ("parenthesis opened", ["parenthesis opened at column 24 is never closed"]),
    ("unknown function", ["unknown function `lgama`", "did you mean `lgamma`"]),
  ]

  /// What else stands in the brackets after a matrix.
  static let remarks: [(remark: String, key: String, value: String)] = [
    ("(singular at theta = 0)", "rank", "1"), ("(rank 1, null direction (1,-1))", "rank", "1"),
    ("(rank 1, null direction (1,-1))", "nullDirections", "1,-1"), ("rank 1 given x", "rank", "1"),
  ]

  @Test("no line is without a test")
  func everyLineIsRead() {
    for line in Self.lines where line.fisher != "null" {
      #expect(Self.rows(line.fisher) != nil || Self.sentence(line) != nil, "\(line.fisher)")
    }
    #expect(Set(Self.lines.compactMap(Self.sentence).map(\.beginning)).count == Self.sentences.count)
  }

  @Test("the file is there")
  func fileIsRead() {
    #expect(Self.lines.count >= 18)
  }

  @Test("exit status, verdict and information are as agreed", arguments: lines)
  func lineHolds(line: Line) throws {
    let run = try BuiltProgram.run([line.model, "--format", "json", "--digits", "30"])
    #expect(run.status == line.exit, "\(run.errors)")
    guard line.status != "-" else {
      for words in try #require(Self.sentence(line)).says { #expect(run.errors.contains(words), "\(run.errors)") }
      return
    }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["status"] as? String == line.status)
    for (remark, key, value) in Self.remarks where line.fisher.contains(remark) {
      let found = (object[key] as? [[String]])?.map { $0.joined(separator: ",") }.joined(separator: ";")
      #expect((found ?? (object[key] as? Int)?.description) == value)
    }
    guard line.fisher != "null" else {
      #expect(object["fisher"] is NSNull)
      return
    }
    let expected = try #require(Self.rows(line.fisher) ?? Self.sentence(line)?.says.map(Self.entries))
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

  private static func sentence(_ line: Line) -> (beginning: String, says: [String])? {
    sentences.first { line.fisher.hasPrefix($0.beginning) }
  }

  private static func entries(_ row: String) -> [String] { row.split(separator: "|").map(String.init) }

  /// The rows of a matrix, or nil where the column is a sentence.
  private static func rows(_ text: String) -> [[String]]? {
    let plain = text.split(separator: " (").first.map(String.init) ?? text
    guard !plain.contains(" "), plain != "null" else { return nil }
    return plain.split(separator: ";").map { entries(String($0)) }
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
