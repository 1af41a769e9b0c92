/// Where a long formula is broken: at the outermost signs that let its lines fit, and at as few of them as possible.
///
/// Every set of breaks has a cost, which grows fast with how deep they stand; the cheapest set is found for the formula as a
/// whole, since a line that looks well filled may force the next break into a parenthesis.
struct LineBreaking {
  private let segments: [Segment]
  private let used: Int
  private let indent: Int
  private let width: Int

  /// Creates the breaking of a formula.
  ///
  /// - Parameters:
  ///   - used: what stands before the formula on the first line.
  ///   - indent: what stands before it on later lines.
  init(_ segments: [Segment], used: Int, indent: Int, width: Int) {
    self.segments = segments
    self.used = used
    self.indent = indent
    self.width = width
  }

  /// The segments of each line.
  var lines: [[Segment]] {
    let ends = cheapestEnds()
    var lines: [[Segment]] = []
    var start = 0
    while start < segments.count {
      lines.append(Array(segments[start..<ends[start]]))
      start = ends[start]
    }
    return lines
  }

  /// For each segment, where the line that begins with it ends in the cheapest breaking of what follows; of equally cheap
  /// ones, that which fills the line most.
  private func cheapestEnds() -> [Int] {
    var costs = [Int](repeating: 0, count: segments.count + 1)
    var ends = [Int](repeating: segments.count, count: segments.count)
    for start in segments.indices.reversed() {
      var column = start == 0 ? used : indent + (segments[start].lead.isEmpty ? 0 : Self.leadWidth)
      var best = Int.max
      for end in start + 1...segments.count {
        column += segments[end - 1].width
        let excess = max(0, column - width)
        if excess > 0, end > start + 1 { break }
        let cost = excess * Self.excessCost + (end == segments.count ? 0 : costs[end] + Self.cost(of: segments[end]))
        if cost <= best { (best, ends[start]) = (cost, end) }
      }
      costs[start] = best
    }
    return ends
  }

  private static func cost(of segment: Segment) -> Int { 10 + 4 * segment.depth * segment.depth }

  /// The columns that the sign before the factor with which a line begins takes.
  private static let leadWidth = 2

  /// What a column beyond the width costs: more than any number of breaks that could avoid it.
  private static let excessCost = 10_000
}
