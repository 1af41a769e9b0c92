/// A line of text whose pieces may be coloured; its width does not count the colours.
struct StyledLine {
  /// The way a piece stands out.
  enum Style {
    case plain, strong, faint, good, caution, bad

    init(_ tone: Article.Tone) {
      switch tone {
      case .neutral: self = .plain
      case .good: self = .good
      case .caution: self = .caution
      case .bad: self = .bad
      }
    }

    /// The control sequence that begins the style on a terminal.
    fileprivate var sequence: String {
      switch self {
      case .plain: ""
      case .strong: "\u{1B}[1m"
      case .faint: "\u{1B}[2m"
      case .good: "\u{1B}[1;32m"
      case .caution: "\u{1B}[1;33m"
      case .bad: "\u{1B}[1;31m"
      }
    }
  }

  private(set) var pieces: [(text: String, style: Style)] = []

  init(_ text: String = "", _ style: Style = .plain) { append(text, style) }

  mutating func append(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { pieces.append((text, style)) }
  }

  /// Blanks up to a column; none if the line is there already.
  mutating func pad(to column: Int) { append(String(repeating: " ", count: max(0, column - width))) }

  /// The number of columns.
  var width: Int { pieces.reduce(0) { $0 + $1.text.count } }

  /// The line without blanks at its end, with control sequences if wanted.
  func text(colour: Bool) -> String {
    var pieces = pieces
    while let last = pieces.last {
      let kept = last.text.droppingTrailingBlanks
      pieces.removeLast()
      if !kept.isEmpty {
        pieces.append((kept, last.style))
        break
      }
    }
    return pieces.map { piece in
      colour && piece.style != .plain ? piece.style.sequence + piece.text + "\u{1B}[0m" : piece.text
    }.joined()
  }
}

extension String {
  fileprivate var droppingTrailingBlanks: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
