/// A stretch of a spelled formula, with how deep in parentheses the line break before it would be.
struct Segment {
  /// The spelled stretch.
  var text: String
  /// How wide it is, in letters.
  var width: Int
  /// 0 for a sign between the terms of the whole formula, more inside parentheses, much more inside those of a call.
  let depth: Int
  /// What is put before the stretch where a line begins with it.
  var lead = ""

  /// How much deeper a break between factors counts than one between terms.
  static let factorDepth = 3

  /// How much deeper the argument of a call counts than a parenthesis.
  static let callDepth = 4
}

extension [Segment] {
  /// Adds text that must not be parted from what stands before it.
  mutating func extend(_ text: String, width: Int, joining: (String, String) -> String = { $0 + $1 }) {
    if isEmpty { append(Segment(text: "", width: 0, depth: 0)) }
    self[count - 1].text = joining(self[count - 1].text, text)
    self[count - 1].width += width
  }

  /// Adds segments, the first of which must not be parted from what stands before it.
  mutating func join(_ others: [Segment], joining: (String, String) -> String = { $0 + $1 }) {
    guard let first = others.first else { return }
    if isEmpty {
      self = others
    } else {
      extend(first.text, width: first.width, joining: joining)
      append(contentsOf: others.dropFirst())
    }
  }

  /// Lines of segments within a width: each is broken at the outermost sign that leaves it at least half full, the last
  /// such sign where there are several.
  ///
  /// - Parameters:
  ///   - used: what stands before the formula on the first line.
  ///   - indent: what stands before it on later lines.
  func lines(used: Int, indent: Int, width: Int) -> [[Segment]] {
    var lines: [[Segment]] = []
    var rest = self[...]
    var start = used
    while !rest.isEmpty {
      let cut = Self.cut(rest, start: start, width: width)
      lines.append(Array(rest[..<cut]))
      rest = rest[cut...]
      start = indent
    }
    return lines
  }

  /// Where the first line of the rest ends.
  private static func cut(_ rest: ArraySlice<Segment>, start: Int, width: Int) -> Int {
    var column = start
    var end = rest.startIndex
    while end < rest.endIndex, end == rest.startIndex || column + rest[end].width <= width {
      column += rest[end].width
      end += 1
    }
    if end == rest.endIndex { return end }
    var best = end
    column = start
    for k in rest.startIndex..<end {
      column += rest[k].width
      if (column - start) * 2 >= width - start, rest[k + 1].depth <= rest[best].depth { best = k + 1 }
    }
    return best
  }
}
