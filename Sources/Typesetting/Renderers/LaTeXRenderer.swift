/// Spells an article as a complete LaTeX document that needs amsmath and amssymb only.
public struct LaTeXRenderer: Sendable {
  let backend = LaTeXBackend()
  /// The number of letters that fit on a line beside a tag.
  let lineLetters = 78

  /// Creates a renderer.
  public init() {}

  /// The article as a document.
  public func render(_ article: Article) -> String {
    var lines = [
      #"\documentclass[11pt,fleqn]{article}"#,
      #"\usepackage{amsmath,amssymb}"#,
      #"\addtolength{\textwidth}{3cm}\addtolength{\oddsidemargin}{-1.5cm}"#,
      #"\addtolength{\textheight}{4cm}\addtolength{\topmargin}{-2cm}"#,
      #"\renewcommand{\arraystretch}{1.35}"#,
      #"\setlength{\parindent}{0pt}\setlength{\jot}{7pt}"#,
      #"\allowdisplaybreaks"#,
      #"\begin{document}"#,
      #"\begin{center}\Large \#(text(article.title))\end{center}"#,
    ]
    if let verdict = article.verdict {
      lines.append(#"\textbf{\#(Self.capitalised(verdict.word)):} \#(text(verdict.sentence))."#)
    }
    for section in article.sections {
      lines += ["", #"\section*{\#(text(section.heading))}"#]
      for block in section.blocks { lines += self.lines(block) }
    }
    lines += ["", #"\end{document}"#]
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ block: Article.Block) -> [String] {
    switch block {
    case .sentence(let prose): ["", sentence(prose)]
    case .equations(let equations): lines(equations)
    case .matrix(let matrix): lines(matrix)
    case .facts(let facts): lines(facts)
    case .table(let table): lines(table)
    case .derivation(let derivation): lines(derivation)
    case .figure: []
    }
  }

  private func lines(_ facts: [Article.Fact]) -> [String] {
    if facts.isEmpty { return [] }
    let items = facts.map { #"  \item[\#(Self.capitalised(text($0.label)))] \#(text($0.value))"# }
    return [#"\begin{description} \itemsep 0pt"#] + items + [#"\end{description}"#]
  }

  private func lines(_ table: Article.Table) -> [String] {
    let columns = table.isFlushRight.map { $0 ? "r" : "l" }.joined()
    let header = table.header.isEmpty ? [] : [table.header]
    let rows = (header + table.rows).enumerated().map { i, row in
      "  " + row.map { text($0) }.joined(separator: " & ") + #" \\"# + (i < header.count ? #" \hline"# : "")
    }
    return ["", sentence(table.caption), "", #"{\small\begin{tabular}{\#(columns)}"#] + rows + [#"\end{tabular}}"#, ""]
  }

  /// Prose outside math mode.
  func text(_ prose: Prose) -> String {
    prose.map { part in
      switch part {
      case .words(let words): LaTeXProse.escaped(words)
      case .code(let code): #"\texttt{\#(LaTeXProse.escaped(code))}"#
      case .formula(let box): "$\(backend.text(box))$"
      }
    }.joined()
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Prose as a sentence of its own.
  private func sentence(_ prose: Prose) -> String { Self.capitalised(text(prose)) + (prose.endsSentence ? "" : ".") }
}
