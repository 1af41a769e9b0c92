/// Spells boxes as text: on one line, or in two dimensions.
public struct UnicodeBackend: Sendable {
  /// The characters that are used.
  public let alphabet: TextAlphabet

  /// Creates the backend.
  public init(_ alphabet: TextAlphabet = .unicode) { self.alphabet = alphabet }

  /// The box as one line of text; a matrix is written row by row between brackets.
  public func line(_ box: MathBox) -> String {
    switch box {
    case .number(let digits): digits
    case .name(let name): text(name)
    case .function(let mark): alphabet.spelled(mark.unicode)
    case .sign(let sign): alphabet.spelled(sign.unicode)
    case .row(let boxes): row(boxes)
    case .fraction(let upper, let lower): dividend(upper) + "/" + divisor(lower)
    case .superscript(let base, let exponent): line(base) + raised(exponent)
    case .subscript(let base, let index): line(base) + lowered(index)
    case .squareRoot(let radicand):
      alphabet.spelled("√") + (alphabet == .ascii ? parenthesised(radicand) : grouped(radicand))
    case .fenced(let fence, let content): fence.unicode.left + line(content) + fence.unicode.right
    case .binomial(let upper, let lower): "C(\(line(upper)), \(line(lower)))"
    case .limits(let mark, let below, let above):
      "\(alphabet.spelled(mark.unicode))[\(tightLine(below))..\(line(above))]"
    case .matrix(let rows):
      "[" + rows.map { row in row.map { line($0) }.joined(separator: ", ") }.joined(separator: "; ") + "]"
    case .hat(let base): hatted(base)
    case .words(let words): alphabet.spelled(words)
    }
  }

  /// A line without blanks, as an index stands below the sign of a sum.
  func tightLine(_ box: MathBox) -> String { line(box).filter { $0 != " " } }

  private func row(_ boxes: [MathBox]) -> String {
    boxes.enumerated().map { i, box in
      guard case .sign(.invisibleTimes) = box, i > 0, i + 1 < boxes.count else { return line(box) }
      return join(boxes[i - 1], boxes[i + 1])
    }.joined()
  }

  private func dividend(_ box: MathBox) -> String { needsParentheses(dividend: box) ? parenthesised(box) : line(box) }

  /// Whether what stands before a slash needs parentheses: only a sum.
  func needsParentheses(dividend box: MathBox) -> Bool { box.isSum }

  private func divisor(_ box: MathBox) -> String { needsParentheses(divisor: box) ? parenthesised(box) : line(box) }

  /// Whether what stands after a slash needs parentheses: all that is not one factor.
  func needsParentheses(divisor box: MathBox) -> Bool {
    switch box {
    case .superscript(let base, _): base.isSum
    case .row(let boxes) where boxes.first == .sign(.partial) && boxes.count == 2: false
    case .row(let boxes) where boxes.count == 2 && boxes[0].isFunctionName: false
    default: needsGrouping(box)
    }
  }

  private func parenthesised(_ box: MathBox) -> String { "(" + line(box) + ")" }

  /// What stands between two factors: nothing where that is clear, a blank before a call, else a dot.
  func join(_ left: MathBox, _ right: MathBox) -> String {
    if alphabet == .ascii { return "*" }
    if endsInCaret(left) { return "·" }
    if case .subscript(_, let index) = left, lowered(index).hasPrefix("_") { return " " }
    switch (left.trailingEdge, right.leadingEdge) {
    case (_, .digit), (.word, _), (_, .word): return "·"
    case (_, .call), (.call, _): return " "
    default:
      if case .fraction = left { return " " }
      return ""
    }
  }

  /// Whether a box ends in an exponent on the line, which would swallow what follows.
  private func endsInCaret(_ box: MathBox) -> Bool {
    switch box {
    case .superscript(_, let exponent): raised(exponent).hasPrefix("^")
    case .row(let boxes): boxes.last.map { endsInCaret($0) } ?? false
    default: false
    }
  }

  func raised(_ exponent: MathBox) -> String {
    let text = line(exponent)
    if alphabet == .unicode, text.count <= 7, exponent.trailingEdge != .word, exponent.leadingEdge != .word,
      let raised = UnicodeScript.raised(text)
    {
      return raised
    }
    return "^" + grouped(exponent)
  }

  /// An index: lowered digits, letters behind a low line, anything longer in parentheses.
  private func lowered(_ index: MathBox) -> String {
    let text = line(index)
    if alphabet == .unicode, let lowered = UnicodeScript.lowered(text) { return lowered }
    return "_" + (index.isJuxtaposed ? text : grouped(index))
  }

  /// The box in parentheses unless it is one unit.
  private func grouped(_ box: MathBox) -> String { needsGrouping(box) ? parenthesised(box) : line(box) }

  private func needsGrouping(_ box: MathBox) -> Bool {
    switch box {
    case .number, .name, .function, .fenced, .binomial, .words: false
    default: true
    }
  }

  private func text(_ name: MathName) -> String {
    let base = alphabet.spelled(name.base.unicode)
    let indices = name.indices.map { alphabet.spelled($0.unicode) }.joined(separator: ",")
    if indices.isEmpty { return base }
    return base + (alphabet == .unicode ? UnicodeScript.lowered(indices) ?? "_" + indices : "_" + indices)
  }

  private func hatted(_ box: MathBox) -> String {
    if alphabet == .unicode, case .name(let name) = box, !name.isWord {
      return name.base.unicode + "\u{302}" + text(name).dropFirst(name.base.unicode.count)
    }
    return "estimate of " + line(box)
  }
}
