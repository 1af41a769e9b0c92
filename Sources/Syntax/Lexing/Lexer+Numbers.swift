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

  /// A run of superscripts such as `²` or `⁻¹`.
  mutating func superscript() {
    let lower = position
    var text = ""
    while position < end {
      let (scalar, length) = decodeScalar(at: position)
      guard let character = MathematicalSigns.superscript(scalar) else { break }
      text.append(character)
      position += length
    }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, !digits.contains("-"), digits.count <= limits.digits else {
      diagnostics.append(.unreadableSuperscript(SourceSpan(lower, position)))
      return
    }
    append(.superscript, from: lower, payload: names.position(of: text))
  }
}
