import Diagnostics
import Expressions
import Foundation
import Syntax
import Testing

/// Every diagnostic of the language, with its complete rendered text.
struct GoldenErrorTests {
  static let folder = "errors/syntax"
  static let names = GoldenFiles.names(in: folder, withExtension: "in")

  private func diagnostics(_ source: SourceText, limits: SyntaxLimits = .standard) -> DiagnosticList? {
    do throws(DiagnosticList) {
      _ = try ModelParser(store: ExpressionStore(), limits: limits).parse(source)
      return nil
    } catch { return error }
  }

  @Test(arguments: names)
  func rendering(_ name: String) throws {
    let source = SourceText(text: try GoldenFiles.text(name + ".in", in: Self.folder))
    let list = try #require(diagnostics(source), "accepted: \(source.text)")
    let rendered = DiagnosticRenderer().render(list, source: source, colour: false)
    try GoldenFiles.compare(rendered, with: name + ".stderr", in: Self.folder)
  }

  @Test func everyDiagnosticHasAGoldenFile() throws {
    var seen = Set<String>()
    for name in Self.names {
      let source = SourceText(text: try GoldenFiles.text(name + ".in", in: Self.folder))
      for diagnostic in diagnostics(source)?.diagnostics ?? [] { seen.insert(diagnostic.id) }
    }
    // These two are tested below: one needs a text of more than a megabyte, one is no matter of models.
    seen.formUnion(["limit.text", "model.chained"])
    #expect(try Set(Self.declaredIdentifiers()).subtracting(seen) == [])
  }

  /// The identifiers in the message files.
  private static func declaredIdentifiers() throws -> [String] {
    let root = GoldenFiles.folder("").deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/Syntax/Messages")
    var found: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /id: "([a-z.\-]+)"/) { found.append(String(match.1)) }
    }
    #expect(found.count > 50)
    return found
  }

  @Test func textTooLong() throws {
    let source = SourceText(text: String(repeating: "(", count: 10 << 20))
    let list = try #require(diagnostics(source))
    #expect(list.isLimit)
    #expect(
      DiagnosticRenderer().render(list, source: source, colour: false)
        == "error: the text is 10485760 bytes long, and at most 1048576 are read\n")
  }

  @Test func chainedCondition() {
    #expect {
      _ = try ExpressionStore().parseCondition("0 < x < 1")
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.message) == ["expected a single condition"]
    }
  }

  @Test(arguments: ["(", "-", "2^", "|", "√", "x^(", "f(", "x^{", #"\frac{"#, #"\log "#])
  func deepNestingIsALimit(_ piece: String) throws {
    for count in [201, 10_000] {
      for text in [String(repeating: piece, count: count) + "x", String(repeating: piece, count: count)] {
        let list = try #require(diagnostics(SourceText(text: text)))
        #expect(list.isLimit, "\(count) times \(piece): \(list.diagnostics[0].message)")
      }
    }
  }
}
