/// One `import` line.
struct ImportDeclaration: Equatable {
  let module: String
  /// Whether the line hands the module on to those who import this one, which would hide an arrow.
  let isExported: Bool

  static func all(in code: String) -> [ImportDeclaration] {
    code.split(separator: "\n").compactMap(ImportDeclaration.init(line:))
  }

  /// Reads `@testable internal import struct Module.Name`; nil for any other line.
  init?(line: Substring) {
    let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard let position = words.firstIndex(of: "import") else { return nil }
    let modifiers = words[..<position]
    let plain: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    guard modifiers.allSatisfy({ $0.hasPrefix("@") || plain.contains($0) }) else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]
    let rest = words[(position + 1)...].drop { kinds.contains($0) }
    guard let name = rest.first?.split(separator: ".").first else { return nil }
    module = String(name)
    isExported = modifiers.contains("@_exported")
  }
}
