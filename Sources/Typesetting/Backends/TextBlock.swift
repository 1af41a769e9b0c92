/// Lines of text of equal width with the line on which neighbours align; what one formula looks like in a terminal.
public struct TextBlock: Hashable, Sendable {
  /// The lines, from top to bottom.
  public private(set) var lines: [String]
  /// The position of the line that neighbours align with.
  public private(set) var baseline: Int

  /// A block of one line.
  public init(_ line: String) {
    lines = [line]
    baseline = 0
  }

  init(lines: [String], baseline: Int) {
    self.lines = lines
    self.baseline = baseline
  }

  /// The number of columns.
  public var width: Int { lines[0].count }

  /// Two blocks beside each other, aligned at their baselines.
  static func + (left: TextBlock, right: TextBlock) -> TextBlock {
    if left.lines.count == 1, right.lines.count == 1 { return TextBlock(left.lines[0] + right.lines[0]) }
    let above = max(left.baseline, right.baseline)
    let below = max(left.lines.count - left.baseline, right.lines.count - right.baseline)
    let lines = (-above..<below).map { left.line($0) + right.line($0) }
    return TextBlock(lines: lines, baseline: above)
  }

  /// The line at a distance from the baseline, blank outside the block.
  private func line(_ offset: Int) -> String {
    let position = baseline + offset
    return lines.indices.contains(position) ? lines[position] : String(repeating: " ", count: width)
  }

  /// A bracketed matrix with columns of equal width, entries centred.
  static func matrix(_ rows: [[String]]) -> TextBlock {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.enumerated().map { i, row in
      let body = zip(row, widths).map { centred($0, in: $1) }.joined(separator: "   ")
      let (left, right) = brackets(i, of: rows.count)
      return "\(left) \(body) \(right)"
    }
    return TextBlock(lines: lines, baseline: (rows.count - 1) / 2)
  }

  private static func brackets(_ i: Int, of count: Int) -> (String, String) {
    if count == 1 { return ("[", "]") }
    if i == 0 { return ("⎡", "⎤") }
    return i == count - 1 ? ("⎣", "⎦") : ("⎢", "⎥")
  }

  private static func centred(_ text: String, in width: Int) -> String {
    let missing = width - text.count
    let left = missing / 2
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left)
  }
}
