extension Lexer {
  /// Signs of several characters, longest first.
  static let longSigns: [(String, Token.Kind)] = [
    ("...", .ellipsis), ("..", .range), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .notEqual),
    (":=", .equal),
  ]

  /// Signs of other languages, with what this one writes instead.
  static let foreignSigns: [(String, String, String)] = [
    ("**", "`**` is not an operator of the language", "write a power as `x^2`"),
    ("==", "`==` is not an operator of the language", "write `=`"),
    ("&&", "`&&` is not an operator of the language", "separate conditions by commas"),
  ]

  /// Signs of one character.
  static let shortSigns: [UInt8: Token.Kind] = [
    UInt8(ascii: "+"): .plus, UInt8(ascii: "-"): .minus, UInt8(ascii: "*"): .star, UInt8(ascii: "/"): .slash,
    UInt8(ascii: "^"): .caret, UInt8(ascii: "!"): .bang, UInt8(ascii: "|"): .bar,
    UInt8(ascii: "("): .leftParenthesis, UInt8(ascii: ")"): .rightParenthesis,
    UInt8(ascii: "["): .leftBracket, UInt8(ascii: "]"): .rightBracket,
    UInt8(ascii: "{"): .leftBrace, UInt8(ascii: "}"): .rightBrace,
    UInt8(ascii: "_"): .underscore, UInt8(ascii: ","): .comma, UInt8(ascii: ";"): .semicolon, UInt8(ascii: "~"): .tilde,
    UInt8(ascii: "="): .equal, UInt8(ascii: "<"): .less, UInt8(ascii: ">"): .greater,
  ]
}
