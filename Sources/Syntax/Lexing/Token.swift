internal import Diagnostics

/// The smallest unit of the language, with its place in the text.
struct Token {
  /// What a token is.
  enum Kind: UInt8 {
    case end, number, name, superscript, vulgarFraction
    case plus, minus, star, slash, caret, bang, bar, radical
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, tilde, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, ellipsis, range
    case keywordIn, keywordKnown, keywordIf, keywordOtherwise, keywordAnd
    case fraction, root, binomial, choose, over, indicator, bigSum, bigProduct, underscore
    case beginCases, endCases, ampersand, lineBreak
    /// A wide blank of LaTeX, which sets a condition apart from a formula.
    case gap
  }

  /// Where a token comes from.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// A LaTeX command.
    static let command = Traits(rawValue: 1)
    /// Blanks come before it.
    static let blankBefore = Traits(rawValue: 2)
    /// A lower-case Greek letter, typed as such or as a LaTeX command.
    static let greekLetter = Traits(rawValue: 4)
    /// A comma that stands for the word `where`, behind which names may be defined.
    static let opensDefinitions = Traits(rawValue: 8)
  }

  let kind: Kind
  let traits: Traits
  /// For names, superscripts and signs such as `½`, the index of the text in the lexer's name table.
  let payload: Int32
  private let lower: Int32
  private let upper: Int32

  init(_ kind: Kind, _ span: SourceSpan, payload: Int = 0, traits: Traits = []) {
    self.kind = kind
    self.traits = traits
    self.payload = Int32(truncatingIfNeeded: payload)
    lower = Int32(truncatingIfNeeded: span.lower)
    upper = Int32(truncatingIfNeeded: span.upper)
  }

  var span: SourceSpan { SourceSpan(Int(lower), Int(upper)) }

  /// The bracket that closes this one, if it is an opening bracket.
  var closer: Kind? {
    switch kind {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .beginCases: .endCases
    default: nil
    }
  }

  var isCloser: Bool {
    kind == .rightParenthesis || kind == .rightBracket || kind == .rightBrace || kind == .endCases
  }

  /// Whether an operand may end with this token.
  var endsOperand: Bool {
    switch kind {
    case .number, .vulgarFraction, .name, .superscript, .bang, .bar: true
    default: isCloser
    }
  }

  /// Whether an operand may begin with this token.
  var startsOperand: Bool {
    switch kind {
    case .number, .vulgarFraction, .name, .leftParenthesis, .radical, .fraction, .root, .binomial, .indicator, .bigSum,
      .bigProduct, .beginCases:
      true
    default: false
    }
  }
}
