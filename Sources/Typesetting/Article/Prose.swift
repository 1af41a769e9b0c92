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

  /// Roughly how many letters wide the words and formulas are.
  var letters: Int {
    reduce(0) { sum, part in
      switch part {
      case .words(let words), .code(let words): sum + words.count
      case .formula(let box): sum + box.letters
      }
    }
  }

  /// Formulas in a sentence: `a`, `a and b`, `a, b and c`.
  init(enumerating boxes: [MathBox]) {
    var parts: Prose = []
    for (i, box) in boxes.enumerated() {
      if i > 0 { parts.append(.words(i == boxes.count - 1 ? " and " : ", ")) }
      parts.append(.formula(box))
    }
    self = parts
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
      let name = String(rest[rest.index(after: open)..<close])
      var words = rest[..<open]
      var formula = slots.first { $0.name == name }?.value
      // `s = {s}` is one formula, the letter a variable like others.
      if let value = formula, words.hasSuffix(" \(name) = ") {
        words = words.dropLast(name.count + 3)
        formula = .row([.name(MathName(name)), .sign(.equal), value])
      }
      // So is `{u} = {x}`.
      if words == " = ", let value = formula, case .formula(let left)? = parts.last {
        parts[parts.count - 1] = .formula(.row([left, .sign(.equal), value]))
      } else {
        if !words.isEmpty { parts.append(.words(String(words))) }
        parts.append(formula.map { .formula($0) } ?? .words(name))
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
