import Testing

/// A function, a kernel, a substitution or a route is one file in a folder and one entry in that folder's list.
@Suite struct OnePlaceTests {
  static let functions = "Sources/Expressions/Functions"

  @Test(arguments: [
    (functions, "FunctionDefinition", "Sources/Expressions/FunctionTable"),
    ("Sources/Expectation/Kernels", "Kernel", "Sources/Expectation/Kernels"),
  ])
  func everyDefinitionIsListedAndAloneInItsFile(folder: String, type: String, lists: String) throws {
    let list = try Repository.swiftFiles(under: lists).filter { $0.path.contains("Table") }
      .map { SwiftText($0.text).code }.joined(separator: "\n")
    var found = 0
    for file in try Repository.swiftFiles(under: folder) {
      let names = Self.definitions(of: type, in: SwiftText(file.text).code)
      #expect(names.count <= 1, "\(file.path) defines \(names)")
      for name in names {
        found += 1
        #expect(list.contains(try Regex(#"\.\#(name)\b"#)), "\(name) of \(file.path) is in no list")
      }
    }
    #expect(found > 5)
  }

  /// Words of the language itself that the engine may speak of (`|x|` is `abs`), and names of Greek letters, which are
  /// also functions.
  static let words: Set<String> = [
    "log", "exp", "abs", "inf", "pi", "sum", "prod", "expectation", "diff", "beta", "gamma", "zeta", "cases",
    "iverson",
  ]

  /// A name that stands alone in a string is looked up or compared; a formula that uses a function is not meant.
  @Test func nothingElseLooksUpAFunctionByName() throws {
    let names = Set(
      try Repository.swiftFiles(under: Self.functions).flatMap { file in
        file.text.matches(of: /\bname: "(\w+)"/).map { String($0.output.1) }
      })
    #expect(names.count > 20)
    for file in try Repository.swiftFiles(under: "Sources") where !file.path.hasPrefix(Self.functions) {
      let found = SwiftText(file.text).literals.filter { names.contains($0) && !Self.words.contains($0) }
      #expect(found.isEmpty, "\(file.path) names \(found)")
    }
  }

  @Test func definitionsAreFound() {
    let code = "static let a = Kernel(\n id)\n  public static let b = Kernel(id)\n static let c: [Kernel] = [.a]"
    #expect(Self.definitions(of: "Kernel", in: code) == ["a", "b"])
  }

  private static func definitions(of type: String, in code: String) -> [String] {
    code.matches(of: /static let (\w+) = (\w+)\(/).filter { $0.output.2 == type }.map { String($0.output.1) }
  }
}
