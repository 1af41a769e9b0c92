/// A row of characters of which each belongs to the primary remark, to a secondary one, or to neither.
struct StyledRow {
  private var cells: [(character: Character, style: TerminalStyle?)] = []

  /// Writes over the row from a column counted from 0.
  mutating func write(_ text: String, at column: Int, isPrimary: Bool) {
    while cells.count < column { cells.append((" ", nil)) }
    for (offset, character) in text.enumerated() {
      let cell = (character, isPrimary ? TerminalStyle.failure : .guide)
      if column + offset < cells.count { cells[column + offset] = cell } else { cells.append(cell) }
    }
  }

  /// The row as text, with terminal colours if wanted.
  func text(colour: Bool) -> String {
    guard colour else { return String(cells.map(\.character)) }
    var out = ""
    var current: TerminalStyle?
    for cell in cells {
      if cell.style != current {
        if current != nil { out += TerminalStyle.reset }
        if let style = cell.style { out += style.rawValue }
        current = cell.style
      }
      out.append(cell.character)
    }
    return current == nil ? out : out + TerminalStyle.reset
  }
}
