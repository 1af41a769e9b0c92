/// A report as a reader sees it, in no particular output language: sections of sentences, formulas and tables.
///
/// Renderers spell an article and add nothing; so text, LaTeX and HTML cannot disagree.
public struct Article {
  /// What the article is about.
  public var title: Prose
  /// The sections, in reading order.
  public var sections: [Section]
  /// The verdict, which no reader may miss; nil where an article is no report.
  public var verdict: Verdict?

  /// A heading and what stands below it.
  public struct Section {
    /// The heading.
    public var heading: Prose
    /// The contents.
    public var blocks: [Block]
  }

  /// A part of a section.
  public enum Block {
    /// A sentence.
    case sentence(Prose)
    /// Equations aligned at their relation.
    case equations([Equation])
    /// A square matrix under a name.
    case matrix(Matrix)
    /// Labels and values in two columns.
    case facts([Fact])
    /// A table with a header.
    case table(Table)
    /// A chain of equalities, each with its reason.
    case derivation(DerivationText)
    /// A plot, which only a page shows.
    case figure(Plot)
  }

  /// A formula in two parts with a remark beside it; the right part begins with its relation.
  public struct Equation {
    /// What stands left of the relation.
    public var left: MathBox
    /// The relation.
    public var relation: MathSign = .equal
    /// What stands right of the relation.
    public var right: MathBox
    /// A remark beside the equation.
    public var remark: Prose = []
    /// Whether the remark is good or bad news.
    public var tone: Tone = .neutral
  }

  /// A matrix under a name, indexed by the parameters.
  public struct Matrix {
    /// The name.
    public var name: MathBox
    /// The relation between name and matrix.
    public var relation: MathSign
    /// A factor before the matrix.
    public var factor: MathBox?
    /// The entries, row by row.
    public var entries: [[MathBox]]
    /// The names of rows and columns, for entries that must be listed one by one.
    public var indices: [MathBox]
  }

  /// A label with a value.
  public struct Fact {
    /// The label.
    public var label: Prose
    /// The value.
    public var value: Prose
    /// Whether the value is good or bad news.
    public var tone: Tone = .neutral
  }

  /// A table with a header.
  public struct Table {
    /// What the table shows.
    public var caption: Prose
    /// The names of the columns.
    public var header: [Prose]
    /// The cells, row by row.
    public var rows: [[Prose]]
    /// Whether each column is set flush right.
    public var isFlushRight: [Bool]
  }

  /// The overall verdict in words.
  public struct Verdict {
    /// One word.
    public var word: String
    /// What it rests on.
    public var sentence: Prose
    /// Whether it is good or bad news.
    public var tone: Tone
  }

  /// The colour of a piece of news.
  public enum Tone: Sendable {
    case neutral, good, caution, bad
  }
}

extension Article {
  /// Adds a section of plots at the end.
  public mutating func add(_ plots: [Plot]) {
    if plots.isEmpty { return }
    sections.append(Section(heading: [.words("Plots")], blocks: plots.map { .figure($0) }))
  }
}
