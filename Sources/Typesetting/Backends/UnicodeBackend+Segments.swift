extension UnicodeBackend {
  /// The box on one line, cut before the signs between terms, between factors and before a slash, also inside parentheses.
  func segments(_ box: MathBox, depth: Int = 0) -> [Segment] {
    switch box {
    case .row(let boxes): return segments(boxes, depth: depth)
    case .fraction(let upper, let lower):
      var result = needsParentheses(dividend: upper) ? fenced(.round, upper, depth) : segments(upper, depth: depth)
      result.append(whole("/", depth + Segment.divisionDepth))
      result.join(needsParentheses(divisor: lower) ? fenced(.round, lower, depth) : [whole(line(lower), depth)])
      return result
    case .fenced(let fence, let content): return fenced(fence, content, depth)
    case .superscript(.fenced(let fence, let content), let exponent):
      var result = fenced(fence, content, depth)
      let raised = raised(exponent)
      result.extend(raised, width: raised.count)
      return result
    case .superscript(let base, let exponent) where raised(exponent).hasPrefix("^("):
      var result = [whole(line(base) + "^", depth)]
      result.join(fenced(.round, exponent, depth + Segment.callDepth))
      return result
    default: return [whole(line(box), depth)]
    }
  }

  private func whole(_ text: String, _ depth: Int, lead: String = "") -> Segment {
    Segment(text: text, width: text.count, depth: depth, lead: lead)
  }

  private func fenced(_ fence: MathBox.Fence, _ content: MathBox, _ depth: Int) -> [Segment] {
    let (left, right) = fence.unicode
    var result = [whole(left, depth)]
    result.join(segments(content, depth: depth + Segment.fenceDepth))
    result.extend(right, width: right.count)
    return result
  }

  private func segments(_ boxes: [MathBox], depth: Int) -> [Segment] {
    var result: [Segment] = []
    let isProduct = boxes.contains(.sign(.invisibleTimes))
    for (i, box) in boxes.enumerated() {
      switch box {
      case .fraction where isProduct: result.join(segments(box, depth: depth + Segment.factorDepth))
      case .sign(.plus), .sign(.minus): result.append(whole(line(box), depth))
      case .sign(.slash): result.append(whole(line(box), depth + Segment.divisionDepth))
      case .sign(.invisibleTimes) where i > 0 && i + 1 < boxes.count:
        let text = join(boxes[i - 1], boxes[i + 1])
        let lead = text.trimmingBlanks.isEmpty ? "· " : ""
        result.append(whole(text, depth + Segment.factorDepth, lead: lead))
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
