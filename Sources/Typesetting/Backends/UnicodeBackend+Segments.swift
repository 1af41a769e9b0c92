extension UnicodeBackend {
  /// The box on one line, cut before every sign between terms, also inside parentheses.
  func segments(_ box: MathBox, depth: Int = 0) -> [Segment] {
    switch box {
    case .row(let boxes): return segments(boxes, depth: depth)
    case .fenced(let fence, let content):
      let (left, right) = fence.unicode
      var result = [Segment(text: left, width: left.count, depth: depth)]
      result.join(segments(content, depth: depth + 1))
      result.extend(right, width: right.count)
      return result
    case .superscript(.fenced(let fence, let content), let exponent):
      var result = segments(.fenced(fence, content), depth: depth)
      let raised = raised(exponent)
      result.extend(raised, width: raised.count)
      return result
    default:
      let text = line(box)
      return [Segment(text: text, width: text.count, depth: depth)]
    }
  }

  private func segments(_ boxes: [MathBox], depth: Int) -> [Segment] {
    var result: [Segment] = []
    for (i, box) in boxes.enumerated() {
      switch box {
      case .sign(.plus), .sign(.minus):
        let text = line(box)
        result.append(Segment(text: text, width: text.count, depth: depth))
      case .sign(.invisibleTimes) where i > 0 && i + 1 < boxes.count:
        let text = join(boxes[i - 1], boxes[i + 1])
        result.extend(text, width: text.count)
      default:
        let isArgument = i > 0 && boxes[i - 1].isFunctionName
        result.join(segments(box, depth: isArgument ? depth + Segment.callDepth : depth))
      }
    }
    return result
  }
}

extension MathBox {
  /// Whether the box is the name of a function, possibly with an exponent or index.
  var isFunctionName: Bool {
    switch self {
    case .function: true
    case .superscript(let base, _), .subscript(let base, _): base.isFunctionName
    default: false
    }
  }
}
