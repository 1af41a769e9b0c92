internal import Diagnostics
internal import Expressions

/// Cuts a text into tokens; what it cannot read becomes a diagnostic and is skipped.
struct Lexer {
  let source: SourceText
  let functions: FunctionTable
  let limits: SyntaxLimits
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var names = NameTable()
  var diagnostics: [Diagnostic] = []
  /// Whether a LaTeX command has been seen; adjacent factors are then multiplied, as LaTeX readers expect.
  var usesLatex = false
  /// How many `\begin{cases}` are open; elsewhere `&` and `\\` only lay a formula out.
  var openCases = 0
  private var sawBlank = false

  init(source: SourceText, span: SourceSpan, functions: FunctionTable, limits: SyntaxLimits) {
    self.source = source
    self.functions = functions
    self.limits = limits
    position = span.lower
    end = min(span.upper, source.bytes.count)
  }

  /// Reads the whole span; the last token is `end`.
  mutating func run() {
    while position < end, diagnostics.count < DiagnosticList.maximumCount { step() }
    append(.end, from: position)
    if usesLatex { separateLetters() }
    arrange()
  }

  /// In LaTeX `ab` is a product where a and b stand by themselves elsewhere; any other run of letters is a name.
  private mutating func separateLetters() {
    func isPlain(_ token: Token) -> Bool { token.kind == .name && !token.traits.contains(.command) }
    let letters = Set(tokens.filter(isPlain).map { names[$0.payload] }.filter { $0.utf8.count == 1 })
    guard !letters.isEmpty else { return }
    tokens = tokens.flatMap { token -> [Token] in
      let name = isPlain(token) ? names[token.payload] : ""
      guard name.utf8.count > 1, functions.function(named: name) == nil,
        name.allSatisfy({ letters.contains(String($0)) })
      else { return [token] }
      return name.enumerated().map { position, letter in
        let lower = token.span.lower + position
        return Token(
          .name, SourceSpan(lower, lower + 1), payload: names.position(of: String(letter)),
          traits: position == 0 ? token.traits : [])
      }
    }
  }

  /// Appends a token that reaches from an offset to the current position.
  mutating func append(_ kind: Token.Kind, from lower: Int, payload: Int = 0, traits: Token.Traits = []) {
    let all = sawBlank ? traits.union(.blankBefore) : traits
    tokens.append(Token(kind, SourceSpan(lower, position), payload: payload, traits: all))
    sawBlank = false
  }

  mutating func skipBlank(_ count: Int) {
    position += count
    sawBlank = true
  }

  func byte(at offset: Int) -> UInt8 { offset < end ? source.bytes[offset] : 0 }

  private mutating func step() {
    let first = byte(at: position)
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "$"):
      skipBlank(1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: ".") where byte(at: position + 1).isDigit: number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): latinName()
    case UInt8(ascii: "\\"): command()
    case UInt8(ascii: "&") where usesLatex && byte(at: position + 1) != first: alignment(.ampersand, from: position, 1)
    case UInt8(ascii: ".") where isFullStop: skipBlank(1)
    case 0x80...: sign(beyondASCII: decodeScalar(at: position))
    default: asciiSign()
    }
  }

  /// A sign that separates the columns or rows of cases, and lays formulas out elsewhere.
  mutating func alignment(_ kind: Token.Kind, from lower: Int, _ length: Int) {
    position = lower
    if openCases == 0 { return skipBlank(length) }
    position += length
    append(kind, from: lower)
  }

  /// Whether a full stop ends a formula: behind everything, or anywhere in LaTeX but in `..`.
  private var isFullStop: Bool {
    if usesLatex, byte(at: position + 1) != UInt8(ascii: "."), byte(at: position - 1) != UInt8(ascii: ".") {
      return true
    }
    return !tokens.isEmpty && (position + 1..<max(end, position + 1)).allSatisfy { byte(at: $0).isBlank }
  }

  private mutating func asciiSign() {
    let lower = position
    for (text, kind) in Self.longSigns where matches(text) {
      position += text.utf8.count
      append(kind, from: lower)
      return
    }
    for (text, message, help) in Self.foreignSigns where matches(text) {
      position += text.utf8.count
      diagnostics.append(.foreignSign(message, help: help, SourceSpan(lower, position)))
      return
    }
    position += 1
    guard let kind = Self.shortSigns[source.bytes[lower]] else {
      diagnostics.append(.unexpectedCharacter(source, SourceSpan(lower, position)))
      return
    }
    append(kind, from: lower)
  }

  func matches(_ text: String) -> Bool {
    var offset = position
    for expected in text.utf8 {
      if byte(at: offset) != expected { return false }
      offset += 1
    }
    return true
  }

  private mutating func sign(beyondASCII decoded: (scalar: Unicode.Scalar, length: Int)) {
    let lower = position
    let (scalar, length) = decoded
    if MathematicalSigns.isBlank(scalar) { return skipBlank(length) }
    if MathematicalSigns.superscript(scalar) != nil || MathematicalSigns.raised(scalar) != nil { return superscript() }
    position += length
    if let value = MathematicalSigns.fraction(scalar) {
      append(.vulgarFraction, from: lower, payload: names.position(of: value))
    } else if scalar == "₊" {
      append(.underscore, from: lower)
      append(.plus, from: lower)
    } else if let kind = MathematicalSigns.kind(of: scalar) {
      append(kind, from: lower)
    } else if let name = MathematicalSigns.name(of: scalar) {
      finishName(name, from: lower, traits: [])
    } else if MathematicalSigns.italicLetter(scalar) != nil {
      italicLetters(from: lower)
    } else if let name = GreekLetters.name(of: MathematicalSigns.italicGreek(scalar) ?? scalar) {
      greekName(name, from: lower, traits: GreekLetters.isLowerName(name) ? .greekLetter : [])
    } else {
      diagnostics.append(.unexpectedCharacter(source, SourceSpan(lower, position)))
    }
  }

  /// The character that begins at an offset; the text is valid UTF-8 because it comes from a `String`.
  func decodeScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(at: offset)
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let text = source.text(in: SourceSpan(offset, min(offset + length, end)))
    return (text.unicodeScalars.first ?? "\u{FFFD}", length)
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "$") || (9...13).contains(self) }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isLetter: Bool {
    let lowered = self | 0x20
    return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
  }
}
