internal import Diagnostics

extension Parser {
  /// A symbol, a subscripted symbol or a call.
  mutating func named() throws(Diagnostic) -> NodeID {
    let token = advance()
    let opensSubscript = next.kind == .leftBracket && !next.traits.contains(.blankBefore)
    if opensSubscript { return try subscripted(token) }
    if next.kind == .leftParenthesis {
      return isLatexVariable(token) ? tree.add(.symbol(name: token.payload), token.span) : try call(token)
    }
    if needsArgument(token) { return try bareApplication(token) }
    return tree.add(.symbol(name: token.payload), token.span)
  }

  /// Whether a name before a parenthesis is a factor, as in `\lambda(1 - x)` or `n(1 - p)`: in LaTeX, single letters are
  /// variables unless they are functions.
  private func isLatexVariable(_ token: Token) -> Bool {
    let isLetter = names[token.payload].prefix { $0 != "_" }.count == 1
    return usesLatex && !isFunction(token) && (isLetter || token.traits.contains(.command))
  }

  /// Whether a token is a LaTeX function such as `\log`, which cannot be a symbol.
  private func needsArgument(_ token: Token) -> Bool {
    guard token.traits.contains(.command), !token.traits.contains(.greekLetter) else { return false }
    return functions.function(named: names[token.payload]).map { functions[$0].arity > 0 } ?? false
  }

  /// `\log \theta^2`: the argument is one operand with its powers; a further factor would be ambiguous.
  private mutating func bareApplication(_ token: Token) throws(Diagnostic) -> NodeID {
    guard next.startsOperand || next.kind == .leftBrace else {
      throw .missingParentheses(source.text(in: token.span).excerpt, argument: nil, token.span)
    }
    let argument = try expression(BindingPower.power - 1)
    if next.startsOperand, !needsArgument(next) {
      let name = source.text(in: token.span).excerpt
      throw .ambiguousApplication(name, text(argument), found(next), token.span.union(next.span))
    }
    return tree.add(.call(name: token.payload), token.span, [argument])
  }

  private mutating func call(_ token: Token) throws(Diagnostic) -> NodeID {
    switch names[token.payload] {
    case "sum": return try indexed(.indexedSum, token)
    case "prod": return try indexed(.indexedProduct, token)
    case "cases": return try cases(token)
    default: break
    }
    if isCapitalised(token) { throw .ambiguousGreekCall(source.text(in: token.span), names[token.payload], token.span) }
    _ = advance()
    var arguments: [NodeID] = []
    if next.kind != .rightParenthesis {
      repeat { arguments.append(try expression()) } while skip(.comma)
    }
    try expect(.rightParenthesis, "`,` or `)`")
    return tree.add(.call(name: token.payload), token.span.union(previous.span), arguments)
  }

  /// Whether a lower-case Greek letter stands before a parenthesis although the function is written with the capital:
  /// `γ(x)` may be Γ(x) or a product.
  private func isCapitalised(_ token: Token) -> Bool {
    guard token.traits.contains(.greekLetter), let function = functions.function(named: names[token.payload]) else {
      return false
    }
    let name = names[token.payload]
    return functions.function(named: name.prefix(1).uppercased() + name.dropFirst()) == function
  }

  /// `sum(i in 1..3, a[i])`.
  private mutating func indexed(_ kind: SyntaxKind, _ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    let index = next
    guard index.kind == .name, self.token(ahead: 1).kind == .keywordIn else {
      throw .expected("an index such as `i in 1..3`", found: found(index), index.span)
    }
    position += 2
    let lower = try expression()
    try expect(.range, "`..`")
    let upper = try expression()
    try expect(.comma, "`,`")
    let body = try expression()
    try expect(.rightParenthesis, "`)`")
    let symbol = tree.add(.symbol(name: index.payload), index.span)
    return tree.add(kind, token.span.union(previous.span), [symbol, lower, upper, body])
  }

  /// `cases(a if x = 0, b otherwise)`.
  private mutating func cases(_ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    var parts: [NodeID] = []
    while true {
      parts.append(try expression())
      if skip(.keywordOtherwise) { break }
      try expect(.keywordIf, "`if` or `otherwise`")
      parts.append(try condition())
      if next.kind == .rightParenthesis { break }
      try expect(.comma, "`,` and a further case")
    }
    try expect(.rightParenthesis, "`)`")
    return tree.add(.cases, token.span.union(previous.span), parts)
  }

  /// `[x = 1]`: one where the condition holds, else zero.
  mutating func bracket() throws(Diagnostic) -> NodeID {
    let opener = advance()
    let inner = try condition()
    try expect(.rightBracket, "`]`")
    return tree.add(.bracket, opener.span.union(previous.span), [inner])
  }

  /// `mu[1]`, `p[i,j]`.
  private mutating func subscripted(_ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    var parts: [NodeID] = []
    repeat { parts.append(try expression()) } while skip(.comma)
    try expect(.rightBracket, "`]`")
    return tree.add(.indexed(name: token.payload), token.span.union(previous.span), parts)
  }
}
