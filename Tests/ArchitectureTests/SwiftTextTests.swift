import Testing

/// The tests above are worth as much as the reader of sources that they use.
@Suite struct SwiftTextTests {
  @Test(arguments: [
    ("a // b \"c\"\nd", "a \nd", []),
    ("a /* b /* c */ d */ e", "a  e", []),
    ("f(\"x // y\")", "f(\"\")", ["x // y"]),
    ("f(\"p\\\"q\") // r", "f(\"\") ", ["p q"]),
    ("f(\"p \\(g(\"q\")) r\")", "f(g(\"\")\"\")", ["q", "p   r"]),
    ("f(#\"a\"b\"#)", "f(\"\")", ["a\"b"]),
    ("let t = \"\"\"\n  a \"b\" c\n  \"\"\"\nlet u", "let t = \n\n\"\"\nlet u", ["\n  a \"b\" c\n  "]),
    ("#if DEBUG\nx\n#endif", "#if DEBUG\nx\n#endif", []),
  ])
  func codeLiteralsAndCommentsAreToldApart(source: String, code: String, literals: [String]) {
    let text = SwiftText(source)
    #expect(text.code == code)
    #expect(text.literals == literals)
  }

  @Test(arguments: [
    ("import Testing", "Testing"),
    ("internal import CMPFR", "CMPFR"),
    ("@testable import Syntax", "Syntax"),
    ("  private import struct Expressions.Expr", "Expressions"),
    ("let importance = 1", nil),
    ("// import Numerics", nil),
    ("func f() { import_module() }", nil),
  ])
  func importLinesAreRead(line: String, module: String?) {
    let read = ImportDeclaration.all(in: SwiftText(line).code).map(\.module)
    #expect(read == (module.map { [$0] } ?? []))
  }

  @Test func reexportsAreSeen() {
    #expect(ImportDeclaration.all(in: "@_exported import Syntax").map(\.isExported) == [true])
    #expect(ImportDeclaration.all(in: "public import Syntax").map(\.isExported) == [false])
  }

  @Test func theManifestIsRead() {
    let manifest = Manifest(
      """
      .target(name: "A"),
      .target(
        name: "B",
        dependencies: [
          "A", .product(name: "P", package: "p"), "C",
        ]),
      .testTarget(name: "T", dependencies: ["B"]),
      """)
    #expect(manifest.targets.map(\.name) == ["A", "B", "T"])
    #expect(manifest.targets.map(\.dependencies) == [[], ["A", "C", "P"], ["B"]])
    #expect(manifest.modules.map(\.name) == ["A", "B"])
  }
}
