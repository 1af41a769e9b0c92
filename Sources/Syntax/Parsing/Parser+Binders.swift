internal import Diagnostics

extension Parser {
  /// `sum(i in 1..3, a[i])`.
  mutating func indexed(_ kind: SyntaxKind, _ token: Token) throws(Diagnostic) -> NodeID {
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
  mutating func cases(_ token: Token) throws(Diagnostic) -> NodeID {
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

  /// `[x = 1]`: one where the condition holds, else zero; in `exp[-x]` and `2[x + 1]`, brackets that only group.
  mutating func bracket() throws(Diagnostic) -> NodeID {
    let opener = advance()
    let inner = try expression()
    if skip(.rightBracket) {
      if tree.kind(inner) != .number { tree.widen(inner, to: opener.span.union(previous.span)) }
      return inner
    }
    let condition = try self.condition(from: inner)
    try expect(.rightBracket, "`]`")
    return tree.add(.bracket, opener.span.union(previous.span), [condition])
  }

  /// `\begin{cases} a & x > 0 \\ b & \text{otherwise} \end{cases}`.
  mutating func latexCases() throws(Diagnostic) -> NodeID {
    let opener = advance()
    var parts: [NodeID] = []
    repeat {
      if next.kind == .endCases, !parts.isEmpty { break }
      parts.append(try expression())
      _ = skip(.comma)
      _ = skip(.ampersand)
      if skip(.keywordOtherwise) {
        _ = skip(.lineBreak)
        break
      }
      _ = skip(.keywordIf)
      parts.append(try condition())
      _ = skip(.comma)
    } while skip(.lineBreak)
    try expect(.endCases, "a line break or the end of the cases")
    return tree.add(.cases, opener.span.union(previous.span), parts)
  }

  /// `\sum_{i=1}^{3} x_i`: over the term that follows.
  mutating func bigOperator() throws(Diagnostic) -> NodeID {
    let sign = advance()
    guard skip(.underscore), skip(.leftBrace), next.kind == .name, token(ahead: 1).kind == .equal else {
      throw .expected("the index and where it begins, as in `_{i=1}^{3}`", found: found(next), next.span)
    }
    let index = advance()
    _ = advance()
    let lower = try expression()
    try expect(.rightBrace, "`}`")
    try expect(.caret, "`^` and the last index")
    let upper = next.kind == .leftBrace ? try braced() : try nested { (p) throws(Diagnostic) in try p.operand() }
    let body = try expression(BindingPower.sum)
    let symbol = tree.add(.symbol(name: index.payload), index.span)
    let kind: SyntaxKind = sign.kind == .bigSum ? .indexedSum : .indexedProduct
    return tree.add(kind, sign.span.union(previous.span), [symbol, lower, upper, body])
  }
}
