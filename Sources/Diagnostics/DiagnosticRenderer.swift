/// Sets a diagnostic as text: the message, the lines it speaks of with carets below them, notes and help.
///
///     error: unknown function `lgama`
///       --> input:1:9
///        |
///      1 | log p = lgama(x)
///        |         ^^^^^ not a function of the language
///
///     help: did you mean `lgamma`?
public struct DiagnosticRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The diagnostic as text, ending in a line break; with terminal colours if wanted.
  public func render(_ diagnostic: Diagnostic, source: SourceText, colour: Bool) -> String {
    let severity: TerminalStyle = diagnostic.severity == .error ? .failure : .caution
    var rows = [
      severity.applied(to: diagnostic.severity.rawValue, colour)
        + TerminalStyle.strong.applied(to: ": " + diagnostic.message, colour)
    ]
    rows += excerpt(of: diagnostic, source: source, colour: colour)
    let remarks =
      diagnostic.notes.map { TerminalStyle.strong.applied(to: "note:", colour) + " " + $0 }
      + (diagnostic.help.map { [TerminalStyle.advice.applied(to: "help:", colour) + " " + $0] } ?? [])
    if !remarks.isEmpty { rows += [""] + remarks }
    return rows.joined(separator: "\n") + "\n"
  }

  /// Several diagnostics as text, with an empty line between them.
  public func render(_ list: DiagnosticList, source: SourceText, colour: Bool) -> String {
    list.diagnostics.map { render($0, source: source, colour: colour) }.joined(separator: "\n")
  }

  private func excerpt(of diagnostic: Diagnostic, source: SourceText, colour: Bool) -> [String] {
    guard let primary = diagnostic.primary else { return [] }
    let lines = excerptLines([(primary, true)] + diagnostic.secondary.map { ($0, false) }, source: source)
    let gutter = lines.map { String($0.number).count }.max() ?? 1
    let place = source.location(of: primary.span.lower)
    let blank = String(repeating: " ", count: gutter + 2)
    var rows = [
      String(blank.dropLast()) + TerminalStyle.guide.applied(to: "-->", colour)
        + " \(source.name):\(place.line):\(place.column)"
    ]
    let bar = TerminalStyle.guide.applied(to: "|", colour)
    rows.append(blank + bar)
    for (position, line) in lines.enumerated() {
      if position > 0, line.number > lines[position - 1].number + 1 {
        rows.append(" " + TerminalStyle.guide.applied(to: "...", colour))
      }
      let number = String(line.number)
      let padded = String(repeating: " ", count: gutter - number.count) + number
      rows.append(
        " " + TerminalStyle.guide.applied(to: padded, colour) + " " + bar + trimmed(" " + String(line.characters)))
      for row in line.annotationRows() { rows.append(blank + bar + " " + row.text(colour: colour)) }
    }
    return rows
  }

  /// The lines on which labels begin, in order, each with its labels.
  private func excerptLines(_ labels: [(label: Label, isPrimary: Bool)], source: SourceText) -> [ExcerptLine] {
    var groups: [(span: SourceSpan, labels: [(label: Label, isPrimary: Bool)])] = []
    for entry in labels {
      let span = source.lineSpan(at: entry.label.span.lower)
      if let known = groups.firstIndex(where: { $0.span == span }) {
        groups[known].labels.append(entry)
      } else {
        groups.append((span, [entry]))
      }
    }
    groups.sort { $0.span.lower < $1.span.lower }
    return groups.map { group in
      let number = source.location(of: group.span.lower).line
      return ExcerptLine(number: number, span: group.span, labels: group.labels, source: source)
    }
  }

  private func trimmed(_ text: String) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == " " { end = text.index(before: end) }
    return String(text[..<end])
  }
}
