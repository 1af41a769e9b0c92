internal import Diagnostics

extension Lexer {
  /// `12`, `0.25`, `.5`, `1e-3`; the two dots of `0..n` are not part of a number.
  mutating func number() {
    let lower = position
    digits()
    if byte(at: position) == UInt8(ascii: "."), byte(at: position + 1).isDigit {
      position += 1
      digits()
    }
    exponentPart()
    let span = SourceSpan(lower, position)
    if span.upper - span.lower > limits.digits {
      diagnostics.append(.tooManyDigits(limits.digits, span))
    }
    append(.number, from: lower)
  }

  /// `e-3` after a number; an `e` that no digits follow is Euler's number and the next token.
  private mutating func exponentPart() {
    guard byte(at: position) | 0x20 == UInt8(ascii: "e") else { return }
    var next = position + 1
    if byte(at: next) == UInt8(ascii: "+") || byte(at: next) == UInt8(ascii: "-") { next += 1 }
    guard byte(at: next).isDigit else { return }
    position = next
    digits()
  }

  private mutating func digits() {
    while byte(at: position).isDigit { position += 1 }
  }

  /// A run of superscripts such as `²` or `⁻¹`; one with letters, `ⁿ⁻ˣ`, is an exponent in parentheses.
  mutating func superscript() {
    let lower = position
    var signs: [(character: Character, span: SourceSpan)] = []
    while position < end {
      let (scalar, length) = decodeScalar(at: position)
      guard let character = MathematicalSigns.superscript(scalar) ?? MathematicalSigns.raised(scalar) else { break }
      signs.append((character, SourceSpan(position, position + length)))
      position += length
    }
    let text = String(signs.map(\.character))
    if text.contains(where: { !$0.isNumber && $0 != "-" }) { return raisedExpression(signs) }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, !digits.contains("-"), digits.count <= limits.digits else {
      diagnostics.append(.unreadableSuperscript(SourceSpan(lower, position)))
      return
    }
    append(.superscript, from: lower, payload: names.position(of: text))
  }

  /// An exponent that is set in raised letters: `^(n - x)`, without parentheses around a single sign, as in `ℝ⁺`.
  private mutating func raisedExpression(_ signs: [(character: Character, span: SourceSpan)]) {
    let start = signs[0].span.lower
    let last = position
    position = start
    append(.caret, from: start)
    if signs.count > 1 { append(.leftParenthesis, from: start) }
    for (character, span) in signs {
      position = span.upper
      switch character {
      case "+": append(.plus, from: span.lower)
      case "-": append(.minus, from: span.lower)
      case "(": append(.leftParenthesis, from: span.lower)
      case ")": append(.rightParenthesis, from: span.lower)
      case "0"..."9":
        append(.vulgarFraction, from: span.lower, payload: names.position(of: String(character)))
      default:
        let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
        let name = GreekLetters.name(of: scalar) ?? String(character)
        append(.name, from: span.lower, payload: names.position(of: name), traits: .greekLetter)
      }
    }
    position = last
    if signs.count > 1 { append(.rightParenthesis, from: last) }
  }
}
