internal import Diagnostics

// Indicators: 1 where a condition holds or where a value lies in a set, else 0.
extension Parser {
  /// Whether a number or name is the sign of an indicator: `1_{x > 0}`, `1\{x > 0\}`, `I(x > 0)`, `I_{(0, 1)}(x)`.
  func isIndicator(_ token: Token) -> Bool {
    let following = self.token(ahead: 1)
    let isIndexed = following.kind == .underscore
    if token.kind == .number {
      guard source.text(in: token.span) == "1" else { return false }
      return isIndexed || following.kind == .leftBrace && following.traits.contains(.command)
    }
    guard token.kind == .name, ["I", "chi"].contains(names[token.payload]), !listedNames.contains(token.payload) else {
      return false
    }
    return isIndexed || following.closer != nil && holdsCondition(from: position + 1)
  }

  /// `\mathbf{1}\{x > 0\}`, `\mathbb{1}_{x = 0}`, `𝟏(x > 0)`, `I_{[0, \infty)}(x)`.
  mutating func indicator() throws(Diagnostic) -> NodeID {
    let sign = advance()
    if skip(.underscore), !holdsCondition(from: position) { return try indexedIndicator(sign) }
    var closers: [Token.Kind] = []
    repeat {
      guard let closer = next.closer, closer != .endCases else { break }
      closers.append(closer)
      _ = advance()
    } while next.kind == .leftBrace && closers == [.rightBrace]
    if closers.isEmpty { throw .expected("a condition in braces", found: found(next), next.span) }
    let condition = try self.condition()
    for closer in closers.reversed() { try expect(closer, "the end of the condition") }
    return tree.add(.bracket, sign.span.union(previous.span), [condition])
  }

  /// `I_{(0, 1)}(x)`: the set as an index, then what is to lie in it.
  private mutating func indexedIndicator(_ sign: Token) throws(Diagnostic) -> NodeID {
    try expect(.leftBrace, "a set in braces")
    let set = try self.set()
    try expect(.rightBrace, "`}` after the set")
    try expect(.leftParenthesis, "`(` and what is to lie in the set")
    let member = try expression()
    try expect(.rightParenthesis, "`)`")
    let membership = tree.add(.membership, tree.span(member), [member, set])
    tree.widen(membership, to: tree.span(set))
    return tree.add(.bracket, sign.span.union(previous.span), [membership])
  }

  /// Whether a comparison or `in` stands between a bracket and the one that closes it.
  private func holdsCondition(from opener: Int) -> Bool {
    var depth = 0
    for token in tokens[opener...] {
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if Self.relation(token.kind) != nil || token.kind == .keywordIn { return depth > 0 }
      if depth == 0 { return false }
    }
    return false
  }
}
