/// The mathematical signs beyond ASCII that the language accepts as typed.
enum MathematicalSigns {
  /// The kind of token that a sign stands for.
  static func kind(of scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "·", "⋅", "×", "∗", "∙": .star
    case "−", "–": .minus
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

  /// The digit that a subscript stands for.
  static func subscriptDigit(_ scalar: Unicode.Scalar) -> Character? {
    guard ("₀"..."₉").contains(scalar) else { return nil }
    return Character(Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30)))
  }

  /// Whether a character only separates others: white space, and the invisible marks that copying leaves behind.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ["\u{FEFF}", "\u{200B}", "\u{2060}"].contains(scalar)
  }
}
