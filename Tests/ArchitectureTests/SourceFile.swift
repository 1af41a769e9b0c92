/// A Swift file of this repository: where it stands and what it says.
struct SourceFile: CustomStringConvertible {
  /// The path below the root, such as `Sources/Syntax/Lexer.swift`.
  let path: String
  let text: String

  var description: String { path }

  /// The target that the file belongs to: the second component of its path.
  var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }

  /// The modules that the file's `import` declarations name, whatever attributes and access levels stand before them.
  var imports: [String] {
    ImportDeclaration.all(in: SwiftText(text).code).map(\.module)
  }
}
