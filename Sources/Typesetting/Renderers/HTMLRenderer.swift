/// Spells an article as one self-contained page: formulas in MathML Core, plots as SVG, no script and nothing from elsewhere.
///
/// The page is written as XML, which a browser reads as HTML and a validator as XML.
public struct HTMLRenderer: Sendable {
  let backend = MathMLBackend()
  /// The number of letters that fit on a line.
  let lineLetters = 72

  /// Creates a renderer.
  public init() {}

  /// The article as a page.
  public func render(_ article: Article) -> String {
    var lines: [String] = []
    if let verdict = article.verdict { lines.append(text(verdict)) }
    if article.sections.count > 3 { lines += contents(article.sections.map(\.heading)) }
    for (i, section) in article.sections.enumerated() { lines += self.section(section, number: i, level: 2) }
    return page(article.title, lines)
  }

  /// Several articles as the chapters of one page.
  public func render(title: Prose, chapters: [Article]) -> String {
    var lines = contents(chapters.map(\.title))
    for (i, chapter) in chapters.enumerated() {
      let id = Self.identifier(i)
      lines += [#"<section aria-labelledby="\#(id)">"#, #"<h2 id="\#(id)">\#(i + 1). \#(text(chapter.title))</h2>"#]
      for (j, section) in chapter.sections.enumerated() {
        lines += self.section(section, number: 1000 * (i + 1) + j, level: 3)
      }
      lines.append("</section>")
    }
    return page(title, lines)
  }

  private func section(_ section: Article.Section, number: Int, level: Int) -> [String] {
    let id = Self.identifier(number)
    let heading = "<h\(level) id=\"\(id)\">\(capitalised(section.heading))</h\(level)>"
    return [#"<section aria-labelledby="\#(id)">"#, heading] + blocks(section.blocks) + ["</section>"]
  }

  private func page(_ title: Prose, _ body: [String]) -> String {
    let head = [
      "<!DOCTYPE html>", #"<html lang="en" xmlns="http://www.w3.org/1999/xhtml">"#, "<head>",
      #"<meta charset="utf-8" />"#, #"<meta name="viewport" content="width=device-width, initial-scale=1" />"#,
      #"<meta name="color-scheme" content="light dark" />"#, "<title>\(plain(title))</title>",
      "<style>", HTMLStyle.sheet, "</style>", "</head>", "<body>", "<main>", "<h1>\(text(title))</h1>",
    ]
    return (head + body + ["</main>", "</body>", "</html>"]).map { $0 + "\n" }.joined()
  }

  private func text(_ verdict: Article.Verdict) -> String {
    let word = MathMLBackend.escaped(verdict.word).capitalisedFirst
    return #"<p class="verdict \#(verdict.tone.className)"><strong>\#(word):</strong> \#(text(verdict.sentence)).</p>"#
  }

  private func contents(_ headings: [Prose]) -> [String] {
    let links = headings.enumerated().map { i, heading in
      ##"<li><a href="#\##(Self.identifier(i))">\##(capitalised(heading))</a></li>"##
    }
    return [#"<nav aria-label="Contents">"#, "<ul>"] + links + ["</ul>", "</nav>"]
  }

  private static func identifier(_ position: Int) -> String { "section-\(position + 1)" }

  /// Blocks one after the other; derivations without a title of their own stand with the one before.
  private func blocks(_ blocks: [Article.Block]) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for block in blocks {
      if case .derivation(let derivation) = block {
        if isOpen, derivation.title.isEmpty {
          lines += self.lines(derivation)
          continue
        }
        if isOpen { lines.append("</details>") }
        lines += opening(derivation) + self.lines(derivation)
        isOpen = true
        continue
      }
      if isOpen { lines.append("</details>") }
      isOpen = false
      lines += self.lines(block)
    }
    return isOpen ? lines + ["</details>"] : lines
  }

  private func opening(_ derivation: DerivationText) -> [String] {
    let summary =
      derivation.title.isEmpty
      ? #"<summary class="plain">Steps</summary>"# : "<summary>\(capitalised(derivation.title))</summary>"
    return [derivation.isOpen ? #"<details open="open">"# : "<details>", summary]
  }

  private func lines(_ block: Article.Block) -> [String] {
    switch block {
    case .sentence(let prose): ["<p>\(sentence(prose))</p>"]
    case .equations(let equations): lines(equations)
    case .matrix(let matrix): lines(matrix)
    case .facts(let facts): lines(facts)
    case .table(let table): lines(table)
    case .derivation(let derivation): lines(derivation)
    case .figure(let plot): lines(plot)
    }
  }

  private func lines(_ facts: [Article.Fact]) -> [String] {
    if facts.isEmpty { return [] }
    let items = facts.map { fact in
      let value = #"<dd class="\#(fact.tone.className)">\#(text(fact.value))</dd>"#
      return "<div><dt>\(capitalised(fact.label))</dt>\(value)</div>"
    }
    return ["<dl>"] + items + ["</dl>"]
  }

  private func lines(_ table: Article.Table) -> [String] {
    let label = plain(table.caption).capitalisedFirst
    var lines = [
      #"<div class="wide" role="region" aria-label="\#(label)" tabindex="0">"#, "<table>",
      "<caption>\(capitalised(table.caption))</caption>",
    ]
    func style(_ column: Int) -> String { table.isFlushRight[column] ? #" class="right""# : "" }
    if !table.header.isEmpty {
      let cells = table.header.enumerated().map { i, cell in
        cell.isEmpty ? "<td></td>" : #"<th scope="col"\#(style(i))>\#(text(cell))</th>"#
      }
      lines.append("<thead><tr>\(cells.joined())</tr></thead>")
    }
    lines.append("<tbody>")
    for row in table.rows {
      let cells = row.enumerated().map { i, cell in
        i == 0 && !cell.isEmpty ? #"<th scope="row">\#(text(cell))</th>"# : "<td\(style(i))>\(text(cell))</td>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    return lines + ["</tbody>", "</table>", "</div>"]
  }

  private func lines(_ plot: Plot) -> [String] {
    [
      "<figure>", SVGRenderer().render(plot, isInline: true), "<figcaption>\(sentence(plot.caption))</figcaption>",
      "</figure>",
    ]
  }
}

extension Article.Tone {
  /// The name of the tone in the style sheet.
  var className: String {
    switch self {
    case .neutral: "neutral"
    case .good: "good"
    case .caution: "caution"
    case .bad: "bad"
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
