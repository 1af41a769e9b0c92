internal import Calculus
internal import Expressions

/// Words with formulas between them.
public typealias Prose = [ProsePart]

/// A piece of a sentence.
public enum ProsePart: Hashable, Sendable {
  /// Words, in plain text.
  case words(String)
  /// A formula.
  case formula(MathBox)
  /// Something typed, as in a terminal.
  case code(String)
}

extension [ProsePart] {
  /// Whether the words bring their own full stop or colon.
  var endsSentence: Bool {
    guard case .words(let words)? = last, let end = words.last else { return false }
    return ".:!?".contains(end)
  }

  /// A sentence of words; what stands between backticks is code.
  init(_ text: String) {
    var parts: [ProsePart] = []
    for (i, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() where !piece.isEmpty {
      parts.append(i % 2 == 0 ? .words(String(piece)) : .code(String(piece)))
    }
    self = parts
  }

  /// A sentence with slots in braces, filled by name; a slot without a value keeps its name.
  init(_ sentence: String, filling slots: [(name: String, value: MathBox)]) {
    var parts: [ProsePart] = []
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      if let slot = slots.first(where: { $0.name == name }) {
        parts.append(.formula(slot.value))
      } else {
        parts.append(.words(name))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self = parts
  }
}

extension BoxBuilder {
  /// A sentence of a report with its formulas.
  func prose(_ sentence: Report.Sentence) -> Prose {
    sentence.parts.flatMap { part -> Prose in
      switch part {
      case .words(let words): Prose(words)
      case .expression(let e): [.formula(inline.box(e))]
      case .condition(let condition): [.formula(inline.box([condition]))]
      }
    }
  }
}
