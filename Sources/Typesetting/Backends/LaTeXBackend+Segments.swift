extension LaTeXBackend {
  /// A stretch of a formula with its width in letters.
  struct Stretch {
    var segment: Segment
    var letters: Int
  }

  /// The box cut before the signs between its terms; parentheses and fractions wider than a limit are opened, so that they
  /// can be broken too: their delimiters then have a fixed size, and a fraction becomes a product or a quotient on a line.
  func stretches(_ box: MathBox, limit: Int, depth: Int = 0) -> [Stretch] {
    switch box {
    case .row(let boxes): return stretches(boxes, limit: limit, depth: depth)
    case .fenced(let fence, let content) where box.letters > limit:
      let (left, right) = delimiters(fence, isTall: content.isTall)
      return opened(left, stretches(content, limit: limit, depth: depth + 1), right, depth: depth)
    case .superscript(.fenced(let fence, let content), let exponent) where box.letters > limit:
      let (left, right) = delimiters(fence, isTall: content.isTall)
      let raised = right + "^{\(text(exponent))}"
      return opened(left, stretches(content, limit: limit, depth: depth + 1), raised, depth: depth)
    case .fraction(let upper, let lower) where box.letters > limit:
      return quotient(upper, lower, limit: limit, depth: depth)
    default: return [Stretch(segment: Segment(text: text(box), depth: depth), letters: box.letters)]
    }
  }

  private func stretches(_ boxes: [MathBox], limit: Int, depth: Int) -> [Stretch] {
    var result: [Stretch] = []
    for (i, box) in boxes.enumerated() {
      switch box {
      case .sign(.plus), .sign(.minus):
        result.append(Stretch(segment: Segment(text: text(box), depth: depth), letters: box.letters))
      case .sign(.invisibleTimes) where i > 0 && i + 1 < boxes.count:
        Self.extend(&result, join(boxes[i - 1], boxes[i + 1]), letters: 0)
      default: Self.join(&result, stretches(box, limit: limit, depth: depth))
      }
    }
    return result
  }

  /// A wide fraction: the denominator as a factor before a long numerator, or after a slash where it is long itself.
  private func quotient(_ upper: MathBox, _ lower: MathBox, limit: Int, depth: Int) -> [Stretch] {
    if lower.letters <= limit {
      let factor = MathBox.fraction(.number("1"), lower)
      var result = [Stretch(segment: Segment(text: text(factor) + " ", depth: depth), letters: lower.letters)]
      Self.join(&result, grouped(upper, limit: limit, depth: depth))
      return result
    }
    var result = grouped(upper, limit: limit, depth: depth)
    Self.extend(&result, #"\big/"#, letters: 1)
    Self.join(&result, grouped(lower, isDivisor: true, limit: limit, depth: depth))
    return result
  }

  /// The box in parentheses that can be broken; a product needs them only after a slash.
  private func grouped(_ box: MathBox, isDivisor: Bool = false, limit: Int, depth: Int) -> [Stretch] {
    guard box.isSum || isDivisor else { return stretches(box, limit: limit, depth: depth) }
    let (left, right) = delimiters(.round, isTall: box.isTall)
    return opened(left, stretches(box, limit: limit, depth: depth + 1), right, depth: depth)
  }

  private func opened(_ left: String, _ inner: [Stretch], _ right: String, depth: Int) -> [Stretch] {
    var result = [Stretch(segment: Segment(text: left, depth: depth), letters: 1)]
    Self.join(&result, inner)
    Self.extend(&result, right, letters: 1)
    return result
  }

  /// Delimiters that do not have to be closed on the line on which they are opened.
  private func delimiters(_ fence: MathBox.Fence, isTall: Bool) -> (String, String) {
    let (left, right) = fence.latex
    return isTall ? (#"\biggl"# + left, #"\biggr"# + right) : (#"\bigl"# + left, #"\bigr"# + right)
  }

  private static func extend(_ stretches: inout [Stretch], _ text: String, letters: Int) {
    guard let last = stretches.indices.last else {
      stretches.append(Stretch(segment: Segment(text: text, depth: 0), letters: letters))
      return
    }
    stretches[last].segment.text = adjoined(stretches[last].segment.text, text)
    stretches[last].letters += letters
  }

  private static func join(_ stretches: inout [Stretch], _ others: [Stretch]) {
    guard let first = others.first else { return }
    if stretches.isEmpty {
      stretches = others
    } else {
      extend(&stretches, first.segment.text, letters: first.letters)
      stretches.append(contentsOf: others.dropFirst())
    }
  }
}
