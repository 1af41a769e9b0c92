/// The characters that text output may use.
public enum TextAlphabet: Sendable {
  /// Mathematical letters and signs, raised and lowered digits, pieces of brackets.
  case unicode
  /// What every terminal shows.
  case ascii

  /// A text in this alphabet.
  public func spelled(_ text: String) -> String {
    if self == .unicode || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.map { Self.spellings[$0] ?? Self.letter($0) }.joined()
  }

  /// A Greek letter by its name, a lowered digit behind a low line, a raised one behind a caret.
  private static func letter(_ character: Character) -> String {
    if character.isASCII { return String(character) }
    if let greek = GreekAlphabet.letter(String(character)) { return greek.name }
    if let digit = UnicodeScript.unlowered(String(character)) { return "_" + digit }
    if let digit = UnicodeScript.unraised(String(character)) { return "^" + digit }
    let scalars = character.unicodeScalars.filter { $0.isASCII }
    return scalars.isEmpty ? "?" : String(String.UnicodeScalarView(scalars))
  }

  private static let spellings: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "≤": "<=", "≥": ">=", "≠": "!=", "∈": "in", "ℝ": "R", "ℤ": "Z", "√": "sqrt", "·": "*",
    "∂": "d", "⪰": ">=", "⟂": "_|_", "ᵀ": "^T", "…": "...", "∞": "inf", "‖": "||", "∑": "sum", "∏": "prod", "∫": "int",
    "→": "->",
    "×": "*", "é": "e", "′": "'", "|": "|", "½": "1/2", "∣": "|",
  ]
}
