import Expressions
import Foundation
import Syntax
import Testing

/// The reference that the program prints comes from the normative grammar and from the table of functions.
struct LanguageReferenceTests {
  @Test func grammarIsThatOfTheFile() throws {
    let root = GoldenFiles.folder("").deletingLastPathComponent().deletingLastPathComponent()
    let file = try String(contentsOf: root.appendingPathComponent("Grammar/log-density.ebnf"), encoding: .utf8)
    #expect(LanguageReference.grammar + "\n" == file, "run Scripts/update-language.sh")
  }

  @Test func everyFunctionIsListed() {
    let calls = LanguageReference.functions(of: .standard).map(\.call)
    for definition in FunctionTable.standard.definitions where definition.evaluate != nil && definition.indicates == nil
    {
      #expect(calls.contains { $0.prefix { $0 != "(" } == definition.name })
    }
  }
}
