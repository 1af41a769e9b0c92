import Testing

/// A kernel, a substitution or a route is one file in a folder and one entry in that folder's list; a function is named by
/// its own file alone.
@Suite struct OnePlaceTests {
  static let functions = "Sources/Expressions/Functions"

  /// A folder of definitions, what a definition looks like, and what its entry in the folder's list looks like.
  struct Folder: CustomTestStringConvertible {
    let path: String
    let pattern: String
    let entry: @Sendable (String) -> String
    var testDescription: String { path }
  }

  static let folders = [
    Folder(path: "Sources/Expectation/Kernels", pattern: #"static let (\w+) = Kernel\("#) { ".\($0)" },
    Folder(path: "Sources/Expectation/Substitutions", pattern: #"struct (\w+): SubstitutionKind"#) { "\($0)()" },
    Folder(path: "Sources/Expectation/Routes", pattern: #"struct (\w+): ExpectationRouteKind"#) { "\($0)()" },
  ]

  @Test(arguments: folders)
  func everyDefinitionIsListedAndAloneInItsFile(folder: Folder) throws {
    let sources = try Repository.swiftFiles(under: folder.path).map { ($0.path, SwiftText($0.text).code) }
    let list = /let standard\w*: \[[^=]*\] = \[([^\]]*)\]/
    let lists = sources.flatMap { $0.1.matches(of: list).map(\.output.1) }
    let listed = try #require(lists.first).split { $0 == "," || $0.isWhitespace }.map(String.init)
    let pattern = try Regex(folder.pattern, as: (Substring, Substring).self)
    var defined: [String] = []
    for (path, code) in sources {
      let names = code.matches(of: pattern).map { String($0.output.1) }
      #expect(names.count <= 1, "\(path) defines \(names)")
      defined += names.map(folder.entry)
    }
    #expect(defined.count > 1)
    #expect(defined.sorted() == listed.sorted())
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
}
