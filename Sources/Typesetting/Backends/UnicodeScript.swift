/// Raised and lowered characters for short exponents and indices in Unicode text.
enum UnicodeScript {
  /// The text in superscript characters, or nil where some character has none.
  static func raised(_ text: String) -> String? { translated(text, superscripts) }

  /// Digits in subscript characters, or nil for anything else: lowered letters exist for a part of the alphabet only.
  static func lowered(_ text: String) -> String? { translated(text, subscripts) }

  /// The digits that lowered digits stand for, or nil where there are others.
  static func unlowered(_ text: some StringProtocol) -> String? {
    translated(String(text), Dictionary(uniqueKeysWithValues: subscripts.map { ($1, $0) }))
  }

  /// The characters that raised ones stand for, or nil where there are others.
  static func unraised(_ text: some StringProtocol) -> String? {
    translated(String(text), Dictionary(superscripts.map { ($1, $0) }) { first, _ in first })
  }

  private static func translated(_ text: String, _ table: [Character: Character]) -> String? {
    var result = ""
    for character in text where character != " " {
      guard let mapped = table[character] else { return nil }
      result.append(mapped)
    }
    return result
  }

  private static let superscripts = table(
    "0123456789+−()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")

  private static let subscripts = table("0123456789,", "₀₁₂₃₄₅₆₇₈₉,")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }
}
