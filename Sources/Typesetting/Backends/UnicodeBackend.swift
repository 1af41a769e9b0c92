/// Spells boxes as Unicode text: one line for everything but matrices.
public struct UnicodeBackend: Sendable {
  /// Creates the backend.
  public init() {}

  /// The box as one line of text; a matrix is written row by row between brackets.
  public func line(_ box: MathBox) -> String {
    switch box {
    case .matrix(let rows):
      "[" + rows.map { row in row.map { line($0) }.joined(separator: ", ") }.joined(separator: "; ") + "]"
    default: block(box).lines[0]
    }
  }

  /// The box as lines that align at a baseline.
  public func block(_ box: MathBox) -> TextBlock {
    switch box {
    case .number(let digits): TextBlock(digits)
    case .name(let name): TextBlock(text(name))
    case .function(let mark): TextBlock(mark.unicode)
    case .sign(let sign): TextBlock(sign.unicode)
    case .row(let boxes): row(boxes)
    case .fraction(let upper, let lower): TextBlock(grouped(upper) + "/" + grouped(lower))
    case .superscript(let base, let exponent): TextBlock(line(base) + raised(exponent))
    case .subscript(let base, let index): TextBlock(line(base) + lowered(index))
    case .squareRoot(let radicand): TextBlock("√" + grouped(radicand))
    case .fenced(let fence, let content): fenced(fence, content)
    case .binomial(let upper, let lower): TextBlock("C(\(line(upper)), \(line(lower)))")
    case .matrix(let rows): TextBlock.matrix(rows.map { row in row.map { line($0) } })
    case .hat(let base): TextBlock(hatted(base))
    case .words(let words): TextBlock(words)
    }
  }

  private func row(_ boxes: [MathBox]) -> TextBlock {
    var result = TextBlock("")
    for (i, box) in boxes.enumerated() {
      if case .sign(.invisibleTimes) = box, i > 0, i + 1 < boxes.count {
        result = result + TextBlock(join(boxes[i - 1], boxes[i + 1]))
      } else {
        result = result + block(box)
      }
    }
    return result
  }

  /// What stands between two factors: nothing where that is clear, a blank before a call, else a dot.
  func join(_ left: MathBox, _ right: MathBox) -> String {
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
    if text.count <= 7, exponent.trailingEdge != .word, exponent.leadingEdge != .word,
      let raised = UnicodeScript.raised(text)
    {
      return raised
    }
    return "^" + grouped(exponent)
  }

  /// An index: lowered digits, letters behind a low line, anything longer in parentheses.
  private func lowered(_ index: MathBox) -> String {
    let text = line(index)
    if let lowered = UnicodeScript.lowered(text) { return lowered }
    return "_" + (index.isJuxtaposed ? text : grouped(index))
  }

  /// The box in parentheses unless it is one unit.
  private func grouped(_ box: MathBox) -> String {
    switch box {
    case .number, .name, .function, .fenced, .binomial, .words: line(box)
    default: "(" + line(box) + ")"
    }
  }

  private func text(_ name: MathName) -> String {
    let numbers = name.indices.map(\.unicode)
    if numbers.isEmpty { return name.base.unicode }
    let joined = numbers.joined(separator: ",")
    return name.base.unicode + (UnicodeScript.lowered(joined) ?? "_" + joined)
  }

  private func hatted(_ box: MathBox) -> String {
    if case .name(let name) = box, !name.isWord {
      return name.base.unicode + "\u{302}" + text(name).dropFirst(name.base.unicode.count)
    }
    return "estimate of " + line(box)
  }

  private func fenced(_ fence: MathBox.Fence, _ content: MathBox) -> TextBlock {
    let (left, right) = fence.unicode
    return TextBlock(left) + block(content) + TextBlock(right)
  }
}
