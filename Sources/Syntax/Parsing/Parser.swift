internal import Diagnostics
internal import Expressions

/// A Pratt parser from tokens to a syntax tree.
///
/// The parser decides no meaning: names are resolved by the elaboration. It asks the function table only where adjacency
/// is to be judged (`log x`, `\lambda(1 - x)`).
struct Parser {
  let source: SourceText
  let tokens: [Token]
  let names: NameTable
  let functions: FunctionTable
  let limits: SyntaxLimits
  let usesLatex: Bool
  /// Names that stand somewhere without a parenthesis behind them, and so are symbols.
  private let bareNames: Set<Int32>
  /// Names that the header or a `known` clause lists.
  var listedNames: Set<Int32> = []
  /// Where a list of names ends behind which no condition stands, so that it is not read again from each of them.
  var endOfBareNames = 0
  let barGroups: BarGroups
  /// The groups of the absolute values that are being read.
  var openBars: [Int] = []
  var tree = SyntaxTree()
  var position = 0
  private var depth = 0

  init(_ lexer: Lexer) {
    source = lexer.source
    tokens = lexer.tokens
    names = lexer.names
    functions = lexer.functions
    limits = lexer.limits
    usesLatex = lexer.usesLatex
    barGroups = BarGroups(lexer.tokens)
    bareNames = Set(
      zip(tokens, tokens.dropFirst()).compactMap { token, next in
        token.kind == .name && next.kind != .leftParenthesis ? token.payload : nil
      })
  }

  /// The token to be read next.
  var next: Token { tokens[position] }

  /// The token read last.
  var previous: Token { tokens[max(position - 1, 0)] }

  func token(ahead count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  mutating func advance() -> Token {
    let token = next
    if token.kind != .end { position += 1 }
    return token
  }

  /// Reads a token of a kind, if it comes next.
  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard next.kind == kind else { return false }
    position += 1
    return true
  }

  /// Reads a token that must come next.
  mutating func expect(_ kind: Token.Kind, _ description: String) throws(Diagnostic) {
    guard skip(kind) else { throw .expected(description, found: found(next), next.span) }
  }

  /// How a token is quoted in a message.
  func found(_ token: Token) -> String {
    token.kind == .end ? "the end" : "`\(source.text(in: token.span).excerpt)`"
  }

  func text(_ node: NodeID) -> String { source.text(in: tree.span(node)).excerpt }

  func isFunction(_ token: Token) -> Bool {
    token.kind == .name && functions.function(named: names[token.payload]) != nil
  }

  /// Whether a name stands somewhere else as a symbol.
  func isUsedBare(_ token: Token) -> Bool { bareNames.contains(token.payload) }

  /// Whether a name is that of a function that may be written without parentheses: `log x`, `sin^2 x`, `exp x`.
  func isPrefixFunction(_ token: Token) -> Bool {
    guard token.kind == .name, let function = functions.function(named: names[token.payload]) else { return false }
    let definition = functions[function]
    return definition.arity == 1
      && (definition.notation.style == .prefixCall || definition.notation.style == .exponential)
  }

  /// The text of a token that can be quoted as a whole argument.
  func nameOrNumber(_ token: Token) -> String? {
    token.kind == .name || token.kind == .number ? source.text(in: token.span).excerpt : nil
  }

  /// Whether a name is that of a function without arguments, such as `pi`.
  func isConstant(_ name: String) -> Bool {
    guard let function = functions.function(named: name) else { return false }
    return functions[function].arity == 0 && !functions[function].isVariadic
  }

  /// Runs a part of the grammar one level deeper.
  mutating func nested<T>(_ body: (inout Parser) throws(Diagnostic) -> T) throws(Diagnostic) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.nesting else { throw .nestedTooDeeply(limits.nesting, next.span) }
    return try body(&self)
  }
}
