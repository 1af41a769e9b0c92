internal import Diagnostics

/// How the brackets of a text pair up, found before anything else is read, so that a missing one is reported where it was
/// opened and deep nesting is refused before the parser would recurse into it.
struct BracketStructure {
  /// What is wrong with the brackets; empty or one diagnostic.
  private(set) var diagnostics: [Diagnostic] = []
  /// The positions of the commas outside all brackets.
  private(set) var outerCommas: [Int] = []
  /// The position of the first `=` or `~` outside all brackets and before the first outer comma.
  private(set) var headerEnd: Int?
  /// The positions of the `=` that follow it before the first outer comma.
  private(set) var furtherEqualities: [Int] = []

  init(_ tokens: [Token], source: SourceText, limits: SyntaxLimits) {
    var open: [Int] = []
    for (position, token) in tokens.enumerated() {
      if token.closer != nil {
        open.append(position)
        if open.count > limits.nesting {
          diagnostics = [.nestedTooDeeply(limits.nesting, token.span)]
          return
        }
      } else if token.isCloser {
        guard let opener = open.popLast() else {
          diagnostics = [.strayCloser(source.text(in: token.span), token.span)]
          return
        }
        guard Self.closes(token, opener, tokens) else {
          diagnostics = [.mismatchedBrackets(source, tokens[opener].span, token.span)]
          return
        }
      } else if open.isEmpty {
        noteOuter(token, at: position)
      }
    }
    if !open.isEmpty { diagnostics = [.unclosed(source, open.map { tokens[$0].span })] }
  }

  private mutating func noteOuter(_ token: Token, at position: Int) {
    switch token.kind {
    case .comma: outerCommas.append(position)
    case .equal where headerEnd == nil && outerCommas.isEmpty: headerEnd = position
    case .tilde where headerEnd == nil && outerCommas.isEmpty: headerEnd = position
    case .equal where outerCommas.isEmpty: furtherEqualities.append(position)
    default: break
    }
  }

  /// Half-open intervals are closed by the other kind of bracket; they can only follow `in`, or be the index of an
  /// indicator, `I_{[0, 1)}`.
  private static func closes(_ token: Token, _ opener: Int, _ tokens: [Token]) -> Bool {
    if token.kind == tokens[opener].closer { return true }
    guard opener > 0, tokens[opener].kind != .leftBrace, token.kind != .rightBrace else { return false }
    if tokens[opener - 1].kind == .keywordIn { return true }
    return opener > 1 && tokens[opener - 1].kind == .leftBrace && tokens[opener - 2].kind == .underscore
  }
}
