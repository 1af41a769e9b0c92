extension UnicodeBackend {
  /// The box on one line, cut before every sign between terms, also inside parentheses.
  func segments(_ box: MathBox, depth: Int = 0) -> [Segment] {
    switch box {
    case .row(let boxes): return segments(boxes, depth: depth)
    case .fenced(let fence, let content):
      let (left, right) = fence.unicode
      var result = [Segment(text: left, depth: depth)]
      result.join(segments(content, depth: depth + 1))
      result.append(right)
      return result
    default: return [Segment(text: line(box), depth: depth)]
    }
  }

  private func segments(_ boxes: [MathBox], depth: Int) -> [Segment] {
    var result: [Segment] = []
    for (i, box) in boxes.enumerated() {
      switch box {
      case .sign(.plus), .sign(.minus): result.append(Segment(text: line(box), depth: depth))
      case .sign(.invisibleTimes) where i > 0 && i + 1 < boxes.count:
        result.append(join(boxes[i - 1], boxes[i + 1]))
      case .superscript(.fenced(let fence, let content), let exponent):
        result.join(segments(.fenced(fence, content), depth: depth))
        result.append(raised(exponent))
      default: result.join(segments(box, depth: depth))
      }
    }
    return result
  }
}
