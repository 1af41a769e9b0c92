/// A stretch of a spelled formula, with how deep in parentheses the line break before it would be.
struct Segment {
  var text: String
  /// 0 for a sign between the terms of the whole formula, more inside parentheses.
  let depth: Int
}

extension [Segment] {
  /// Adds text that must not be parted from what stands before it.
  mutating func append(_ text: String) {
    if isEmpty { append(Segment(text: "", depth: 0)) }
    self[count - 1].text += text
  }

  /// Adds segments, the first of which must not be parted from what stands before it.
  mutating func join(_ others: [Segment]) {
    guard let first = others.first else { return }
    append(first.text)
    append(contentsOf: others.dropFirst())
  }

  /// Lines of segments within a width: each is broken at the outermost sign that leaves it at least half full, the last
  /// such sign where there are several.
  ///
  /// - Parameters:
  ///   - used: what stands before the formula on the first line.
  ///   - indent: what stands before it on later lines.
  func lines(used: Int, indent: Int, width: Int, measure: (Segment) -> Int) -> [[Segment]] {
    var lines: [[Segment]] = []
    var rest = self[...]
    var start = used
    while !rest.isEmpty {
      let cut = Self.cut(rest, start: start, width: width, measure: measure)
      lines.append(Array(rest[..<cut]))
      rest = rest[cut...]
      start = indent
    }
    return lines
  }

  private static func cut(
    _ rest: ArraySlice<Segment>, start: Int, width: Int, measure: (Segment) -> Int
  ) -> Int {
    var column = start
    var end = rest.startIndex
    while end < rest.endIndex, end == rest.startIndex || column + measure(rest[end]) <= width {
      column += measure(rest[end])
      end += 1
    }
    if end == rest.endIndex { return end }
    var best = end
    column = start
    for k in rest.startIndex..<end {
      column += measure(rest[k])
      let isUsable = k + 1 > rest.startIndex && (column - start) * 2 >= width - start
      if isUsable, rest[k + 1].depth <= rest[best].depth { best = k + 1 }
    }
    return best
  }
}
