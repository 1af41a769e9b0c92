/// Spells an article as Unicode text for a terminal or a file.
public struct TextRenderer: Sendable {
  let backend: UnicodeBackend
  let width: Int
  let colour: Bool

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - width: the column at which sums are broken and matrices are taken apart.
  ///   - colour: whether to write terminal control sequences.
  ///   - alphabet: the characters that the reader's terminal shows.
  public init(width: Int = 100, colour: Bool = false, alphabet: TextAlphabet = .unicode) {
    backend = UnicodeBackend(alphabet)
    self.width = width
    self.colour = colour
  }

  /// The article as text, ending in a line break.
  public func render(_ article: Article) -> String {
    var lines: [StyledLine] = []
    for section in article.sections {
      lines.append(StyledLine(text(section.heading), .strong))
      for (i, block) in section.blocks.enumerated() {
        if i > 0, block.isSetApart || section.blocks[i - 1].isSetApart { lines.append(StyledLine()) }
        lines += self.lines(block).map { indented($0) }
      }
      lines.append(StyledLine())
    }
    if let found = article.verdict { lines += verdict(found) }
    return lines.map { $0.text(colour: colour) + "\n" }.joined()
  }

  /// Several articles one after the other, each under its title.
  public func render(title: Prose, chapters: [Article]) -> String {
    let head = StyledLine(text(title).uppercased(), .strong).text(colour: colour)
    return
      ([head]
      + chapters.enumerated().flatMap { i, chapter in
        ["", StyledLine("\(i + 1). " + text(chapter.title), .strong).text(colour: colour), "", render(chapter)]
      }).map { $0 + "\n" }.joined()
  }

  /// The word, and beside it the sentence, over several lines where it is long.
  private func verdict(_ verdict: Article.Verdict) -> [StyledLine] {
    let word = verdict.word.uppercased()
    let indent = word.count + 2
    return wrapped(text(verdict.sentence), to: width - indent).enumerated().map { i, part in
      var line = i == 0 ? StyledLine(word, StyledLine.Style(verdict.tone)) : StyledLine()
      line.pad(to: indent)
      line.append(part)
      return line
    }
  }

  private func lines(_ block: Article.Block) -> [StyledLine] {
    switch block {
    case .sentence(let prose): wrapped(text(prose), to: width - 4).map { StyledLine($0) }
    case .equations(let equations): lines(equations)
    case .matrix(let matrix): lines(matrix)
    case .facts(let facts): lines(facts)
    case .table(let table): lines(table)
    case .derivation(let derivation): lines(derivation)
    case .figure: []
    }
  }

  /// Labels and values in two columns; a value that does not fit beside its label goes below it.
  private func lines(_ facts: [Article.Fact]) -> [StyledLine] {
    let labels = facts.map { text($0.label) }
    let column = (labels.map(\.count).filter { $0 <= 24 }.max() ?? 5) + 3
    return zip(facts, labels).flatMap { fact, label in
      let values = wrapped(text(fact.value), to: width - 4 - column)
      var lines = [StyledLine(label)]
      for (i, value) in values.enumerated() {
        if i > 0 || label.count + 3 > column { lines.append(StyledLine()) }
        lines[lines.count - 1].pad(to: column)
        lines[lines.count - 1].append(value, StyledLine.Style(fact.tone))
      }
      return lines
    }
  }

  private func lines(_ table: Article.Table) -> [StyledLine] {
    let header = table.header.isEmpty ? [] : [table.header.map { text($0) }]
    let rows = header + table.rows.map { row in row.map { text($0) } }
    let widths = table.isFlushRight.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let caption = wrapped(text(table.caption), to: width - 4).map { StyledLine($0) }
    return caption
      + rows.enumerated().map { i, row in
        var line = StyledLine()
        var start = 0
        for (column, cell) in row.enumerated() {
          line.pad(to: start + (table.isFlushRight[column] ? widths[column] - cell.count : 0))
          line.append(cell, i < header.count ? .faint : .plain)
          start += widths[column] + 3
        }
        return line
      }
  }

  private func lines(_ derivation: DerivationText) -> [StyledLine] {
    var result = derivation.title.isEmpty ? [] : [StyledLine(text(derivation.title), .strong)]
    result += displayed(derivation.subject, after: "  ", hanging: 4)
    for step in derivation.lines {
      result += displayed(step.formula, after: "    = ", hanging: 6)
      if !step.reason.isEmpty { result += reason(step) }
    }
    return result
  }

  /// Why a line holds, and by which rules; the rules go below where there is no room beside.
  private func reason(_ step: DerivationText.Line) -> [StyledLine] {
    let indent = "        "
    let condition = step.condition.map { ", for " + backend.line($0) } ?? ""
    var lines = wrapped(text(step.reason) + condition, to: width - 4 - indent.count).map { StyledLine(indent + $0) }
    if step.rules.isEmpty { return lines }
    let rules = "  [" + step.rules.joined(separator: ", ") + "]"
    if lines[lines.count - 1].width + rules.count + 2 > width { lines.append(StyledLine(indent)) }
    lines[lines.count - 1].append(lines[lines.count - 1].width > indent.count ? rules : rules.trimmingBlanks, .faint)
    return lines
  }

  func indented(_ line: StyledLine) -> StyledLine {
    var result = StyledLine("  ")
    for piece in line.pieces { result.append(piece.text, piece.style) }
    return result
  }

  /// Prose on one line.
  func text(_ prose: Prose) -> String {
    prose.map { part in
      switch part {
      case .words(let words), .code(let words): backend.alphabet.spelled(words)
      case .formula(let box): backend.line(box)
      }
    }.joined()
  }

  /// A text broken between words.
  private func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Article.Block {
  /// Whether blank lines stand around the block.
  fileprivate var isSetApart: Bool {
    switch self {
    case .derivation, .table: true
    case .sentence, .equations, .matrix, .facts, .figure: false
    }
  }
}
