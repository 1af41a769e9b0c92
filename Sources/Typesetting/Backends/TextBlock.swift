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

  /// A numerator above a denominator, with the bar on the baseline.
  static func fraction(_ upper: TextBlock, _ lower: TextBlock, bar: String) -> TextBlock {
    // Never so short that it could be a minus sign, and never touching one.
    let width = max(upper.width, lower.width, 3)
    let lines = upper.centred(in: width).lines + [String(repeating: bar, count: width)] + lower.centred(in: width).lines
    return TextBlock(lines: lines.map { " \($0) " }, baseline: upper.lines.count)
  }

  /// Blocks above each other, centred.
  static func stacked(_ blocks: [TextBlock], baseline: Int) -> TextBlock {
    let width = blocks.map(\.width).max() ?? 0
    return TextBlock(lines: blocks.flatMap { $0.centred(in: width).lines }, baseline: baseline)
  }

  /// The block with an exponent at its upper right corner: a raised one beside the first line, any other above it.
  func raised(by text: String, exponent: String, isAbove: Bool) -> TextBlock {
    if !isAbove {
      let rest = String(repeating: " ", count: text.count)
      return TextBlock(lines: lines.enumerated().map { $1 + ($0 == 0 ? text : rest) }, baseline: baseline)
    }
    let blank = String(repeating: " ", count: width)
    let rest = String(repeating: " ", count: exponent.count)
    return TextBlock(lines: [blank + exponent] + lines.map { $0 + rest }, baseline: baseline + 1)
  }

  /// A matrix with columns of equal width, entries centred, between delimiters; rows are set apart where one is high.
  static func matrix(_ rows: [[TextBlock]], delimited: (TextBlock) -> TextBlock) -> TextBlock {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].width }.max() ?? 0 }
    let isTall = rows.contains { $0.contains { $0.lines.count > 1 } }
    var lines: [String] = []
    for (i, row) in rows.enumerated() {
      let cells = row.enumerated().map { $1.centred(in: widths[$0]) }
      let line = cells.dropFirst().reduce(TextBlock(" ") + cells[0]) { $0 + TextBlock("   ") + $1 } + TextBlock(" ")
      if i > 0, isTall { lines.append(String(repeating: " ", count: line.width)) }
      lines += line.lines
    }
    return delimited(TextBlock(lines: lines, baseline: (lines.count - 1) / 2))
  }

  /// The block with blanks at its right, up to a width.
  func padded(to width: Int) -> TextBlock {
    let blanks = String(repeating: " ", count: max(0, width - self.width))
    return TextBlock(lines: lines.map { $0 + blanks }, baseline: baseline)
  }

  private func centred(in width: Int) -> TextBlock {
    let missing = width - self.width
    let (left, right) = (missing / 2, missing - missing / 2)
    let padded = lines.map { String(repeating: " ", count: left) + $0 + String(repeating: " ", count: right) }
    return TextBlock(lines: padded, baseline: baseline)
  }
}
