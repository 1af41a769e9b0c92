internal import Diagnostics

extension Lexer {
  /// Words that cannot be names.
  static let keywords: [String: Token.Kind] = [
    "in": .keywordIn, "known": .keywordKnown, "if": .keywordIf, "for": .keywordIf, "when": .keywordIf,
    "where": .keywordIf, "with": .keywordIf, "otherwise": .keywordOtherwise, "and": .keywordAnd,
    "propto": .tilde,
  ]

  /// A name in Latin letters, digits and `_`, possibly with a subscript: `x1`, `mu_0`, `x₁`, `x_{12}`, `mu[1]`.
  mutating func latinName() {
    let lower = position
    var text = ""
    while byte(at: position).isLetter || byte(at: position).isDigit || byte(at: position) == UInt8(ascii: "_") {
      text.unicodeScalars.append(Unicode.Scalar(byte(at: position)))
      position += 1
    }
    if text.hasSuffix("_") {
      let further = bracedSubscript() ?? greekSubscript() ?? ""
      text += further
      if further.isEmpty, opensCondition(byte(at: position)), text.utf8.count > 1 {
        position -= 1
        text.removeLast()
      }
    }
    finishName(text, from: lower, traits: [])
  }

  /// A name that begins with a Greek letter; each letter is a name of its own, so that `λx` is two.
  mutating func greekName(_ letter: String, from lower: Int, traits: Token.Traits) {
    var text = letter
    if traits.contains(.command) { skipBlanksBeforeSubscript() }
    if byte(at: position) == UInt8(ascii: "_") {
      text += subscriptAfterSign(single: traits.contains(.command))
    } else if !traits.contains(.command) {
      text += wordCharacters(digitsOnly: true)
    }
    finishName(text, from: lower, traits: text == letter ? traits : traits.subtracting(.greekLetter))
  }

  /// Letters of the mathematical alphabets: the name of a function, or factors of one letter each.
  mutating func italicLetters(from lower: Int) {
    position = lower
    var letters: [(letter: Unicode.Scalar, end: Int)] = []
    while position < end {
      let (scalar, length) = decodeScalar(at: position)
      guard let letter = MathematicalSigns.italicLetter(scalar) else { break }
      position += length
      letters.append((letter, position))
    }
    var word = ""
    for (letter, _) in letters { word.unicodeScalars.append(letter) }
    if functions.function(named: word) != nil { return finishName(word, from: lower, traits: []) }
    var start = lower
    for (letter, end) in letters {
      position = end
      finishName(String(letter), from: start, traits: .greekLetter)
      start = position
    }
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

  /// Whether what follows `_` is a condition or a sign rather than the subscript of a name: `I_{(0, 1)}`, `R_+`.
  private func opensCondition(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "+") }

  /// TeX ignores blanks behind a command, so that `\sigma _{1}` is σ with a subscript.
  private mutating func skipBlanksBeforeSubscript() {
    var last = position
    while byte(at: last) == UInt8(ascii: " ") { last += 1 }
    if byte(at: last) == UInt8(ascii: "_") { position = last }
  }

  /// `_` and the subscript behind it; nothing where a condition follows.
  mutating func subscriptAfterSign(single: Bool) -> String {
    position += 1
    if let text = bracedSubscript() ?? greekSubscript() { return "_" + text }
    let text = wordCharacters(single: single)
    if text.isEmpty, opensCondition(byte(at: position)) {
      position -= 1
      return ""
    }
    return "_" + text
  }

  /// The content of `{12}`, `{\theta}`, `{\mathrm{max}}` or `{i,j}` after `_`, or nil where no such braces follow.
  private mutating func bracedSubscript() -> String? {
    guard byte(at: position) == UInt8(ascii: "{") else { return nil }
    let start = position
    position += 1
    var text = ""
    while let part = subscriptPart() { text += part }
    guard !text.isEmpty, byte(at: position) == UInt8(ascii: "}") else {
      position = start
      return nil
    }
    position += 1
    return text
  }

  /// A piece of a subscript in braces; what separates pieces becomes `_`, and blanks become nothing.
  private mutating func subscriptPart() -> String? {
    let word = wordCharacters()
    if !word.isEmpty { return word }
    switch byte(at: position) {
    case UInt8(ascii: " "):
      position += 1
      return ""
    case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";"):
      position += 1
      return "_"
    default: return greekSubscript() ?? wordCommand()
    }
  }

  /// `\min`, `\mathrm{max}` or `\mid` within a subscript.
  private mutating func wordCommand() -> String? {
    guard byte(at: position) == UInt8(ascii: "\\") else { return nil }
    var last = position + 1
    while byte(at: last).isLetter { last += 1 }
    let name = source.text(in: SourceSpan(position + 1, last))
    if ["min", "max", "mid"].contains(name) {
      position = last
      return name == "mid" ? "_" : name
    }
    guard case .typeface = LatexCommands.meanings[name] else { return nil }
    let start = position
    position = last
    while byte(at: position) == UInt8(ascii: " ") { position += 1 }
    let inner = bracedSubscript()
    if inner == nil { position = start }
    return inner
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
