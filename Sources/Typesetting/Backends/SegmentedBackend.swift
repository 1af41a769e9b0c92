/// A backend whose formulas can be cut into lines before the signs between their terms.
///
/// Parentheses and fractions wider than a limit are opened, so that they can be broken too: their delimiters then stand by
/// themselves, and a fraction becomes a product or a quotient on a line.
protocol SegmentedBackend {
  /// The box as it stands inside a formula.
  func text(_ box: MathBox) -> String
  /// What stands between two factors.
  func join(_ left: MathBox, _ right: MathBox) -> String
  /// Two pieces side by side.
  static func adjoined(_ left: String, _ right: String) -> String
  /// Delimiters that do not have to be closed on the line on which they are opened.
  func delimiters(_ fence: MathBox.Fence, isTall: Bool) -> (left: String, right: String)
  /// A closing delimiter with an exponent.
  func raised(_ delimiter: String, by exponent: MathBox) -> String
  /// The sign before a factor with which a line begins.
  var multiplicationSign: String { get }
  /// The sign of a division of which both sides may be broken.
  var divisionSign: String { get }
}

extension SegmentedBackend {
  /// The box cut before the signs between its terms.
  func segments(_ box: MathBox, limit: Int, depth: Int = 0) -> [Segment] {
    switch box {
    case .row(let boxes): return segments(boxes, limit: limit, depth: depth)
    case .fenced(let fence, let content) where box.letters > limit:
      let (left, right) = delimiters(fence, isTall: content.isTall)
      return opened(left, segments(content, limit: limit, depth: depth + Segment.fenceDepth), right, depth: depth)
    case .superscript(.fenced(let fence, let content), let exponent) where box.letters > limit:
      let (left, right) = delimiters(fence, isTall: content.isTall)
      let inner = segments(content, limit: limit, depth: depth + Segment.fenceDepth)
      return opened(left, inner, raised(right, by: exponent), depth: depth)
    case .fraction(let upper, let lower) where box.letters > limit:
      return quotient(upper, lower, limit: limit, depth: depth)
    default: return [Segment(text: text(box), width: box.letters, depth: depth)]
    }
  }

  private func segments(_ boxes: [MathBox], limit: Int, depth: Int) -> [Segment] {
    var result: [Segment] = []
    let isLong = boxes.reduce(0) { $0 + $1.letters } > limit
    for (i, box) in boxes.enumerated() {
      switch box {
      case .sign(.plus), .sign(.minus):
        result.append(Segment(text: text(box), width: box.letters, depth: depth))
      case .sign(.invisibleTimes) where i > 0 && i + 1 < boxes.count:
        let text = join(boxes[i - 1], boxes[i + 1])
        if isLong {
          let cut = depth + Segment.factorDepth
          result.append(Segment(text: text, width: 0, depth: cut, lead: multiplicationSign))
        } else {
          result.extend(text, width: 0)
        }
      default:
        let isArgument = i > 0 && boxes[i - 1].isFunctionName
        let parts = segments(box, limit: limit, depth: isArgument ? depth + Segment.callDepth : depth)
        result.join(parts, joining: Self.adjoined)
      }
    }
    return result
  }

  /// A wide fraction: the denominator as a factor before a long numerator, or after a slash where it is long itself.
  private func quotient(_ upper: MathBox, _ lower: MathBox, limit: Int, depth: Int) -> [Segment] {
    if lower.letters <= limit {
      let (small, large) = parted(upper)
      let factor = text(.fraction(small ?? .number("1"), lower)) + " "
      var result = [Segment(text: factor, width: max(lower.letters, small?.letters ?? 1), depth: depth)]
      let rest = grouped(large, limit: limit, depth: depth)
      if let first = rest.first {
        let cut = depth + Segment.factorDepth
        result.append(Segment(text: first.text, width: first.width, depth: cut, lead: multiplicationSign))
      }
      return result + rest.dropFirst()
    }
    var result = grouped(upper, limit: limit, depth: depth)
    result.append(Segment(text: divisionSign, width: 1, depth: depth + Segment.divisionDepth))
    result.join(grouped(lower, isDivisor: true, limit: limit, depth: depth))
    return result
  }

  /// The small factors of a wide product, which stay above the line of the fraction, and the others.
  private func parted(_ box: MathBox) -> (small: MathBox?, large: MathBox) {
    guard case .row(let boxes) = box, !box.isSum else { return (nil, box) }
    let factors = boxes.split(separator: .sign(.invisibleTimes)).map { MathBox.joined(Array($0)) }
    let small = factors.filter { $0.letters <= Self.smallFactor && !$0.isTall }
    let large = factors.filter { !small.contains($0) }
    if small.isEmpty || large.isEmpty { return (nil, box) }
    let rest = MathBox.list(large, separator: .invisibleTimes)
    if small.count == 1, case .fenced(.round, let content) = small[0] { return (content, rest) }
    return (.list(small, separator: .invisibleTimes), rest)
  }

  /// The number of letters up to which a factor is small.
  private static var smallFactor: Int { 8 }

  /// The box in parentheses that can be broken; a product needs them only after a slash.
  private func grouped(_ box: MathBox, isDivisor: Bool = false, limit: Int, depth: Int) -> [Segment] {
    guard box.isSum || isDivisor else { return segments(box, limit: limit, depth: depth) }
    let (left, right) = delimiters(.round, isTall: box.isTall)
    return opened(left, segments(box, limit: limit, depth: depth + Segment.fenceDepth), right, depth: depth)
  }

  private func opened(_ left: String, _ inner: [Segment], _ right: String, depth: Int) -> [Segment] {
    var result = [Segment(text: left, width: 1, depth: depth)]
    result.join(inner)
    result.extend(right, width: 1)
    return result
  }
}
