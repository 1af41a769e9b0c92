extension UnicodeBackend {
  /// The box in two dimensions: fractions above each other, matrices in rows, all aligned at a baseline.
  public func block(_ box: MathBox) -> TextBlock {
    switch box {
    case .row(let boxes): row(boxes)
    case .fraction(let upper, let lower): .fraction(block(upper), block(lower), bar: alphabet == .ascii ? "-" : "─")
    case .fenced(let fence, let content): fenced(fence, block(content))
    case .matrix(let rows): matrix(rows)
    case .limits(let mark, let below, let above):
      TextBlock.stacked(
        [line(above), alphabet.spelled(mark.unicode), tightLine(below)].map { TextBlock($0) }, baseline: 1)
    case .superscript(let base, let exponent) where base.isTall:
      block(base).raised(by: raised(exponent), exponent: line(exponent), isAbove: raised(exponent).hasPrefix("^"))
    case .squareRoot(let radicand) where radicand.isTall:
      TextBlock(alphabet.spelled("√")) + fenced(.round, block(radicand))
    case .binomial, .superscript, .subscript, .squareRoot, .number, .name, .function, .sign, .hat, .words:
      TextBlock(line(box))
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

  private func matrix(_ rows: [[MathBox]]) -> TextBlock {
    TextBlock.matrix(rows.map { row in row.map { block($0) } }) { fenced(.square, $0) }
  }

  /// A block between delimiters of its height.
  private func fenced(_ fence: MathBox.Fence, _ content: TextBlock) -> TextBlock {
    let height = content.lines.count
    let (left, right) = fence.unicode
    if height == 1 { return TextBlock(left) + content + TextBlock(right) }
    return side(left, content) + content + side(right, content)
  }

  /// A delimiter as high as a block, made of pieces.
  private func side(_ delimiter: String, _ content: TextBlock) -> TextBlock {
    let pieces = Self.pieces[delimiter].map { alphabet == .ascii ? $0.ascii : $0.unicode } ?? ["|", "|", "|"]
    let last = content.lines.count - 1
    let lines = content.lines.indices.map { $0 == 0 ? pieces[0] : $0 == last ? pieces[2] : pieces[1] }
    return TextBlock(lines: lines, baseline: content.baseline)
  }

  private static let pieces: [String: (unicode: [String], ascii: [String])] = [
    "(": (["⎛", "⎜", "⎝"], ["/", "|", "\\"]), ")": (["⎞", "⎟", "⎠"], ["\\", "|", "/"]),
    "[": (["⎡", "⎢", "⎣"], ["[", "[", "["]), "]": (["⎤", "⎥", "⎦"], ["]", "]", "]"]),
    "{": (["⎧", "⎨", "⎩"], ["{", "{", "{"]), "}": (["⎫", "⎬", "⎭"], ["}", "}", "}"]),
    "|": (["│", "│", "│"], ["|", "|", "|"]),
  ]
}
