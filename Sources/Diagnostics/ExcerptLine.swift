/// One line of source text as it is shown below a diagnostic, with the remarks that point into it.
struct ExcerptLine {
  /// A remark, placed in columns counted from 0.
  struct Mark {
    var column: Int
    var width: Int
    var text: String
    var isPrimary: Bool
  }

  /// Longer lines are cut to this many characters around the remark that matters.
  static let maximumWidth = 100

  let number: Int
  let characters: [Character]
  let marks: [Mark]

  /// Lays out one line; `labels` are those that begin on it, the primary one first if it is among them.
  init(number: Int, span: SourceSpan, labels: [(label: Label, isPrimary: Bool)], source: SourceText) {
    self.number = number
    let all = Array(source.text(in: span))
    var marks = labels.map { entry in
      let column = source.text(in: SourceSpan(span.lower, entry.label.span.lower)).count
      let covered = SourceSpan(entry.label.span.lower, min(entry.label.span.upper, span.upper))
      let width = max(1, source.text(in: covered).count)
      return Mark(column: column, width: width, text: entry.label.text, isPrimary: entry.isPrimary)
    }
    let anchor = marks.first?.column ?? 0
    let start = all.count <= Self.maximumWidth ? 0 : max(0, min(anchor - 50, all.count - Self.maximumWidth))
    let end = min(all.count, start + Self.maximumWidth)
    var shown = all[start..<end].map(Self.printable)
    if start > 0 { shown[0] = "…" }
    if end < all.count { shown[shown.count - 1] = "…" }
    marks.removeAll { $0.column < start || $0.column > end }
    for i in marks.indices {
      marks[i].column -= start
      marks[i].width = max(1, min(marks[i].width, end - start - marks[i].column))
    }
    characters = shown
    self.marks = marks.sorted { ($0.column, $0.isPrimary ? 1 : 0) < ($1.column, $1.isPrimary ? 1 : 0) }
  }

  /// A character that cannot move the cursor or change the terminal: text may come from anywhere.
  private static func printable(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return " " }
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return "�"
    default: return character
    }
  }

  /// The rows below the line: underlines with the rightmost remark, then the other remarks from right to left.
  func annotationRows() -> [StyledRow] {
    var underline = StyledRow()
    for mark in marks where !mark.isPrimary { underline.write(mark, fill: "-") }
    for mark in marks where mark.isPrimary { underline.write(mark, fill: "^") }
    var hanging = marks.filter { !$0.text.isEmpty }
    if let last = hanging.last, marks.allSatisfy({ $0.column + $0.width <= last.column + last.width }) {
      underline.write(" " + last.text, at: last.column + last.width, isPrimary: last.isPrimary)
      hanging.removeLast()
    }
    var rows = [underline]
    if !hanging.isEmpty { rows.append(Self.bars(hanging)) }
    while let mark = hanging.popLast() {
      var row = Self.bars(hanging.filter { $0.column < mark.column })
      row.write(mark.text, at: mark.column, isPrimary: mark.isPrimary)
      rows.append(row)
    }
    return rows
  }

  private static func bars(_ marks: [Mark]) -> StyledRow {
    var row = StyledRow()
    for mark in marks { row.write("|", at: mark.column, isPrimary: mark.isPrimary) }
    return row
  }
}

extension StyledRow {
  fileprivate mutating func write(_ mark: ExcerptLine.Mark, fill: Character) {
    write(String(repeating: fill, count: mark.width), at: mark.column, isPrimary: mark.isPrimary)
  }
}
