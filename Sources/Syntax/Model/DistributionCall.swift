public import Diagnostics
public import Expressions

/// A model that names a distribution instead of a density: `x ~ Gamma(shape = alpha, rate = beta), alpha > 1`, or
/// `y | x ~ Normal(a + b*x, v)` where covariates are given.
public struct DistributionCall: Sendable {
  /// An argument: the text of an expression, and the key before it if there is one.
  public struct Argument: Sendable {
    /// The word before `=`, or nil.
    public let key: String?
    /// The expression as typed.
    public let text: String
    /// The name that the expression consists of, or nil where it is more than a name.
    public let symbol: String?
    /// Where it stands, its key included.
    public let span: SourceSpan
  }

  /// The observed variable.
  public let variable: String
  /// What is given: the names behind a bar.
  public let covariates: [String]
  /// The name of the distribution.
  public let name: String
  /// Where the name stands.
  public let nameSpan: SourceSpan
  /// The arguments.
  public let arguments: [Argument]
  /// What follows the call: clauses with the commas before them.
  public let clauses: String

  /// Reads a text of this form; nil for any other, among them `p ~ beta(a, b)*x`, whose right side is a formula.
  public init?(_ source: SourceText, functions: FunctionTable) {
    var lexer = Lexer(source: source, span: source.wholeSpan, functions: functions, limits: .standard)
    guard source.bytes.count <= lexer.limits.bytes else { return nil }
    lexer.run()
    let tokens = lexer.tokens
    let names = lexer.names
    guard lexer.diagnostics.isEmpty, let tilde = Self.tilde(in: tokens), tokens.count > tilde + 3,
      tokens[tilde + 1].kind == .name, tokens[tilde + 2].kind == .leftParenthesis,
      let closer = Self.closer(of: tilde + 2, in: tokens), [.comma, .end].contains(tokens[closer + 1].kind)
    else { return nil }
    variable = names[tokens[0].payload]
    covariates = tokens[1..<tilde].filter { $0.kind == .name }.map { names[$0.payload] }
    name = names[tokens[tilde + 1].payload]
    nameSpan = tokens[tilde + 1].span
    clauses = source.text(in: SourceSpan(tokens[closer].span.upper, source.bytes.count))
    arguments = Self.parts(between: tilde + 2, and: closer, in: tokens).map { part in
      let hasKey = part.count > 2 && tokens[part.lowerBound].kind == .name && tokens[part.lowerBound + 1].kind == .equal
      let value = hasKey ? part.dropFirst(2) : part[...]
      let span = tokens[value.startIndex].span.union(tokens[value.endIndex - 1].span)
      let isName = value.count == 1 && tokens[value.startIndex].kind == .name
      return Argument(
        key: hasKey ? names[tokens[part.lowerBound].payload] : nil, text: source.text(in: span),
        symbol: isName ? names[tokens[value.startIndex].payload] : nil,
        span: tokens[part.lowerBound].span.union(span))
    }
    // `p ~ gamma(x)` is a density up to its normaliser; with arguments that the function cannot have it is none.
    guard let function = functions.function(named: name) else { return }
    if functions[function].arity == arguments.count, arguments.allSatisfy({ $0.key == nil }) { return nil }
  }

  /// A formula with names replaced by expressions, each in parentheses unless it is a name itself.
  public static func substituting(
    _ replacements: [String: String], in text: String, functions: FunctionTable
  ) -> String {
    let source = SourceText(text: text)
    var lexer = Lexer(source: source, span: source.wholeSpan, functions: functions, limits: .standard)
    lexer.run()
    var result = ""
    var position = 0
    for (token, next) in zip(lexer.tokens, lexer.tokens.dropFirst()) where token.kind == .name {
      guard let replacement = replacements[lexer.names[token.payload]],
        next.kind != .leftParenthesis || functions.function(named: lexer.names[token.payload]) == nil
      else { continue }
      result += source.text(in: SourceSpan(position, token.span.lower))
      let isName = replacement.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      result += isName ? replacement : "(\(replacement))"
      position = token.span.upper
    }
    return result + source.text(in: SourceSpan(position, source.bytes.count))
  }

  /// The place of the sign in `x ~` or `y | x, z ~`; nil where anything else comes first.
  private static func tilde(in tokens: [Token]) -> Int? {
    guard tokens.count > 1, tokens[0].kind == .name else { return nil }
    if tokens[1].kind == .tilde { return 1 }
    guard tokens[1].kind == .bar else { return nil }
    var position = 2
    while position + 1 < tokens.count, tokens[position].kind == .name {
      if tokens[position + 1].kind == .tilde { return position + 1 }
      guard tokens[position + 1].kind == .comma else { return nil }
      position += 2
    }
    return nil
  }

  private static func closer(of opener: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    for position in opener..<tokens.count {
      if tokens[position].closer != nil { depth += 1 }
      if tokens[position].isCloser {
        depth -= 1
        if depth == 0 { return position }
      }
    }
    return nil
  }

  /// The tokens between the commas of a call; nothing where there is nothing.
  private static func parts(between opener: Int, and closer: Int, in tokens: [Token]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = opener + 1
    for position in opener + 1...closer {
      if position == closer || depth == 0 && tokens[position].kind == .comma {
        if position > start { parts.append(start..<position) }
        start = position + 1
      }
      if tokens[position].closer != nil { depth += 1 }
      if tokens[position].isCloser { depth -= 1 }
    }
    return parts
  }
}
