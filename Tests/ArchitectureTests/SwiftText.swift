/// A Swift source taken apart into its code, its string literals and its comments, so that a search can ask for one of them.
///
/// Newlines are kept in `code`, so its lines are the lines of the file. An interpolation belongs to the code.
struct SwiftText {
  private(set) var code = ""
  private(set) var literals: [String] = []

  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
    readCode(until: nil)
  }

  /// Reads code up to the end, or up to the parenthesis that closes an interpolation.
  private mutating func readCode(until closing: Character?) {
    var depth = 0
    while let character = peek() {
      if starts(with: "//") {
        skipLine()
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if character == "\"" || (character == "#" && literalFollowsHashes()) {
        readLiteral()
      } else {
        if character == "(" { depth += 1 }
        if character == ")" {
          if depth == 0 && closing != nil { return }
          depth -= 1
        }
        code.append(character)
        position += 1
      }
    }
  }

  private mutating func readLiteral() {
    var hashes = 0
    while peek() == "#" {
      hashes += 1
      position += 1
    }
    let fence = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    position += fence.count
    let close = fence + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    var content = ""
    while let character = peek(), !starts(with: close) {
      if starts(with: escape + "(") {
        position += escape.count + 1
        readCode(until: ")")
        position += 1
        content.append(" ")
      } else if starts(with: escape) {
        position += escape.count + 1
        content.append(" ")
      } else {
        if character == "\n" { code.append("\n") }
        content.append(character)
        position += 1
      }
    }
    position += close.count
    code.append("\"\"")
    literals.append(content)
  }

  private mutating func skipLine() {
    while let character = peek(), !character.isNewline { position += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        position += 2
      } else if starts(with: "*/") {
        depth -= 1
        position += 2
      } else {
        if peek() == "\n" { code.append("\n") }
        position += 1
      }
    } while depth > 0 && position < characters.count
  }

  private func peek() -> Character? { position < characters.count ? characters[position] : nil }

  private func starts(with text: String) -> Bool { characters[min(position, characters.count)...].starts(with: text) }

  private func literalFollowsHashes() -> Bool { characters[position...].first { $0 != "#" } == "\"" }
}
