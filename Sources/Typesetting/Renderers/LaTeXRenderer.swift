/// Spells articles as a complete LaTeX document, or as a fragment of one, that needs amsmath and amssymb only.
public struct LaTeXRenderer: Sendable {
  let backend = LaTeXBackend()
  /// The number of letters that fit on a line beside a tag.
  let lineLetters = 70
  /// Whether the document around the text is left out.
  private let isFragment: Bool
  /// The file of each plot, by the plot's name; a plot without one is left out.
  private let figures: [String: String]
  /// How deep a section of an article stands: 1 in a document of several.
  var level = 0

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - isFragment: whether to write no preamble, for use inside another document.
  ///   - figures: files with the drawings of plots, by the names of the plots; with any, graphicx is needed too.
  public init(isFragment: Bool = false, figures: [String: String] = [:]) {
    self.isFragment = isFragment
    self.figures = figures
  }

  /// The article as a document.
  public func render(_ article: Article) -> String {
    var lines = [#"\begin{center}\Large \#(text(article.title))\end{center}"#]
    if let verdict = article.verdict {
      lines.append(#"\textbf{\#(Self.capitalised(verdict.word)):} \#(text(verdict.sentence))."#)
    }
    return document(lines + sections(article))
  }

  /// Several articles as the chapters of one document.
  public func render(title: Prose, chapters: [Article]) -> String {
    var lines = [#"\begin{center}\LARGE \#(text(title))\end{center}"#]
    for (i, chapter) in chapters.enumerated() {
      // A new chapter begins where the last one ends: a page for a few last lines would be mostly empty.
      if i > 0 { lines += ["", #"\pagebreak[2]\bigskip"#] }
      lines += [#"\section*{\raggedright \#(i + 1). \#(text(chapter.title))}"#]
      var renderer = self
      renderer.level = 1
      lines += renderer.sections(chapter)
    }
    return document(lines)
  }

  private func sections(_ article: Article) -> [String] {
    article.sections.flatMap { section in
      let body = lines(section.blocks)
      return body.isEmpty ? [] : ["", heading(0, text(section.heading))] + body
    }
  }

  /// A heading so many levels below the section of an article.
  func heading(_ depth: Int, _ text: String) -> String {
    let commands = ["section", "subsection", "subsubsection", "paragraph"]
    return #"\\#(commands[min(level + depth, 3)])*{\#(text)}"#
  }

  private func document(_ body: [String]) -> String {
    let settings = [
      #"\renewcommand{\arraystretch}{1.35}"#,
      #"\setlength{\parindent}{0pt}\setlength{\parskip}{4pt}\setlength{\emergencystretch}{6em}\setlength{\jot}{7pt}"#,
      #"\allowdisplaybreaks\relpenalty10000 \binoppenalty9000"#,
    ]
    let preamble = [
      #"\documentclass[11pt,fleqn]{article}"#,
      #"\usepackage{amsmath,amssymb\#(figures.isEmpty ? "" : ",graphicx")}"#,
      #"\addtolength{\textwidth}{3cm}\addtolength{\oddsidemargin}{-1.5cm}"#,
      #"\addtolength{\textheight}{4cm}\addtolength{\topmargin}{-2cm}"#,
    ]
    let lines =
      isFragment
      ? ["{"] + settings + body + ["}"]
      : preamble + settings + [#"\begin{document}"#] + body + ["", #"\end{document}"#]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Blocks one after the other; chains that follow each other without a title between them are
  /// one display.
  private func lines(_ blocks: [Article.Block]) -> [String] {
    var result: [String] = []
    var chains: [DerivationText] = []
    for block in blocks {
      guard case .derivation(let chain) = block else {
        result += lines(chains) + lines(block)
        chains = []
        continue
      }
      if !chain.title.isEmpty {
        result += lines(chains)
        chains = []
      }
      chains.append(chain)
    }
    return result + lines(chains)
  }

  private func lines(_ block: Article.Block) -> [String] {
    switch block {
    case .sentence(let prose): ["", sentence(prose)]
    case .equations(let equations): lines(equations)
    case .matrix(let matrix): lines(matrix)
    case .facts(let facts): lines(facts)
    case .table(let table): lines(table)
    case .derivation(let derivation): lines([derivation])
    case .figure(let plot): figures[plot.name].map { lines(plot, in: $0) } ?? []
    }
  }

  /// A drawing with its caption, which stay together.
  private func lines(_ plot: Plot, in file: String) -> [String] {
    [
      "", #"\begin{center}"#, #"\begin{minipage}{0.8\linewidth}\centering"#,
      #"\includegraphics[width=\linewidth]{\#(file)}"#, "", #"\small \#(sentence(plot.caption))"#,
      #"\end{minipage}"#, #"\end{center}"#,
    ]
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
