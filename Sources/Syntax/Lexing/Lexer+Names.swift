internal import Diagnostics

extension Lexer {
  /// Words that cannot be names.
  static let keywords: [String: Token.Kind] = [
    "in": .keywordIn, "known": .keywordKnown, "if": .keywordIf, "otherwise": .keywordOtherwise,
  ]

  /// A name in Latin letters, digits and `_`, possibly with a subscript: `x1`, `mu_0`, `x₁`, `x_{12}`, `mu[1]`.
  mutating func latinName() {
    let lower = position
    var text = ""
    while byte(at: position).isLetter || byte(at: position).isDigit || byte(at: position) == UInt8(ascii: "_") {
      text.unicodeScalars.append(Unicode.Scalar(byte(at: position)))
      position += 1
    }
    if text.hasSuffix("_") { text += bracedSubscript() ?? greekSubscript() ?? "" }
    finishName(text, from: lower, traits: [])
  }

  /// A name that begins with a Greek letter; each letter is a name of its own, so that `λx` is two.
  mutating func greekName(_ letter: String, from lower: Int, traits: Token.Traits) {
    var text = letter
    if byte(at: position) == UInt8(ascii: "_") {
      position += 1
      text += "_" + (bracedSubscript() ?? greekSubscript() ?? wordCharacters(single: traits.contains(.command)))
    } else if !traits.contains(.command) {
      text += wordCharacters(digitsOnly: true)
    }
    finishName(text, from: lower, traits: text == letter ? traits : traits.subtracting(.greekLetter))
  }

  /// Appends a name after the subscripts `₁` that follow it.
  mutating func finishName(_ text: String, from lower: Int, traits: Token.Traits) {
    var text = text
    var subscripts = ""
    while position < end, byte(at: position) >= 0x80 {
      let (scalar, length) = decodeScalar(at: position)
      guard let digit = MathematicalSigns.subscriptDigit(scalar) else { break }
      subscripts.append(digit)
      position += length
    }
    if subscripts.isEmpty, let keyword = Self.keywords[text] { return append(keyword, from: lower, traits: traits) }
    if !subscripts.isEmpty { text += (text.hasSuffix("_") ? "" : "_") + subscripts }
    if text.utf8.count > limits.nameLength {
      diagnostics.append(.nameTooLong(limits.nameLength, SourceSpan(lower, position)))
    }
    append(.name, from: lower, payload: names.position(of: text), traits: traits)
  }

  /// The content of `{12}` after `_`, or nil where no such braces follow.
  private mutating func bracedSubscript() -> String? {
    guard byte(at: position) == UInt8(ascii: "{") else { return nil }
    let start = position
    position += 1
    let text = greekSubscript() ?? wordCharacters()
    guard !text.isEmpty, byte(at: position) == UInt8(ascii: "}") else {
      position = start
      return nil
    }
    position += 1
    return text
  }

  /// A Greek letter as a subscript, typed or as a command: `p_θ`, `f_\theta`.
  private mutating func greekSubscript() -> String? {
    if byte(at: position) >= 0x80 {
      let (scalar, length) = decodeScalar(at: position)
      guard let name = GreekLetters.name(of: scalar) else { return nil }
      position += length
      return name
    }
    guard byte(at: position) == UInt8(ascii: "\\") else { return nil }
    var last = position + 1
    while byte(at: last).isLetter { last += 1 }
    guard let name = GreekLetters.name(ofCommand: source.text(in: SourceSpan(position + 1, last))) else { return nil }
    usesLatex = true
    position = last
    return name
  }

  private mutating func wordCharacters(digitsOnly: Bool = false, single: Bool = false) -> String {
    var text = ""
    while byte(at: position).isDigit || (!digitsOnly && byte(at: position).isLetter) {
      text.unicodeScalars.append(Unicode.Scalar(byte(at: position)))
      position += 1
      if single { break }
    }
    return text
  }
}
