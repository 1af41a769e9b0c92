/// The mathematical signs beyond ASCII that the language accepts as typed.
enum MathematicalSigns {
  /// The kind of token that a sign stands for.
  static func kind(of scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "·", "⋅", "×", "∗", "∙": .star
    case "−", "–", "‐", "‑", "﹣", "－": .minus
    case "≡", "≔", "≜": .equal
    case "∀": .keywordIf
    case "∧": .keywordAnd
    case "\u{2062}": .star
    case "÷", "∕", "⁄": .slash
    case "√": .radical
    case "…", "⋯": .ellipsis
    case "≤", "≦", "⩽": .lessOrEqual
    case "≥", "≧", "⩾": .greaterOrEqual
    case "≠": .notEqual
    case "∼", "∝": .tilde
    case "∣": .bar
    case "∈": .keywordIn
    case "𝟏", "𝟙": .indicator
    case "∑": .bigSum
    case "∏": .bigProduct
    default: nil
    }
  }

  /// The name that a sign stands for: number sets and infinity.
  static func name(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ℝ": "R"
    case "ℤ": "Z"
    case "ℕ": "N"
    case "∞": "inf"
    case "ℓ": "ell"
    default: nil
    }
  }

  /// The ASCII character that a superscript stands for.
  static func superscript(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "⁰": "0"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁴"..."⁹": Character(Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30)))
    case "⁻": "-"
    default: nil
    }
  }

  /// The letter or sign that a raised one stands for, where it is no digit: `λˣ`, `pⁿ⁻ᵏ`, `e⁽ˣ⁾`.
  static func raised(_ scalar: Unicode.Scalar) -> Character? { raisedLetters[scalar] }

  private static let raisedLetters: [Unicode.Scalar: Character] = [
    "ᵃ": "a", "ᵇ": "b", "ᶜ": "c", "ᵈ": "d", "ᵉ": "e", "ᶠ": "f", "ᵍ": "g", "ʰ": "h", "ⁱ": "i", "ʲ": "j", "ᵏ": "k",
    "ˡ": "l", "ᵐ": "m", "ⁿ": "n", "ᵒ": "o", "ᵖ": "p", "ʳ": "r", "ˢ": "s", "ᵗ": "t", "ᵘ": "u", "ᵛ": "v", "ʷ": "w",
    "ˣ": "x", "ʸ": "y", "ᶻ": "z", "ᵅ": "α", "ᵝ": "β", "ᵞ": "γ", "ᵟ": "δ", "ᶿ": "θ", "ᵠ": "φ", "ᵡ": "χ",
    "⁺": "+", "⁽": "(", "⁾": ")",
  ]

  /// The Latin letter that a letter of the mathematical alphabets stands for, as word processors set symbols: `𝑥`.
  static func italicLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar == "ℎ" { return "h" }
    guard (0x1D400...0x1D6A3).contains(scalar.value) else { return nil }
    let place = (scalar.value - 0x1D400) % 52
    return Unicode.Scalar(place < 26 ? 0x41 + place : 0x61 + place - 26)
  }

  /// The Greek letter that a letter of the mathematical alphabets stands for: `𝜇`.
  static func italicGreek(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1D6A8...0x1D7C9).contains(scalar.value) else { return nil }
    let letters = Array("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ".unicodeScalars)
    return letters[Int(scalar.value - 0x1D6A8) % 58]
  }

  /// The value of a fraction that is one character.
  static func fraction(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "½": "1/2"
    case "⅓": "1/3"
    case "⅔": "2/3"
    case "¼": "1/4"
    case "¾": "3/4"
    case "⅕": "1/5"
    case "⅖": "2/5"
    case "⅗": "3/5"
    case "⅘": "4/5"
    case "⅙": "1/6"
    case "⅛": "1/8"
    case "⅜": "3/8"
    case "⅝": "5/8"
    case "⅞": "7/8"
    default: nil
    }
  }

  /// The digit or letter that a subscript stands for.
  static func subscriptDigit(_ scalar: Unicode.Scalar) -> Character? {
    if ("₀"..."₉").contains(scalar) { return Character(Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30))) }
    return loweredLetters[scalar]
  }

  private static let loweredLetters: [Unicode.Scalar: Character] = [
    "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₒ": "o", "ₚ": "p",
    "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x",
  ]

  /// Whether a character only separates others: white space, and the invisible marks that copying leaves behind.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || ("\u{200B}"..."\u{200F}").contains(scalar)
      || ["\u{2060}", "\u{2061}", "\u{2063}", "\u{2064}"].contains(scalar)
  }
}
