internal import Diagnostics
internal import Expressions

extension Parser {
  /// A comparison, possibly chained, or a membership.
  mutating func condition() throws(Diagnostic) -> NodeID { try condition(from: try expression()) }

  /// A condition whose first side has been read.
  mutating func condition(from first: NodeID) throws(Diagnostic) -> NodeID {
    if skip(.keywordIn) {
      let set = try self.set()
      return tree.add(.membership, tree.span(first), [first, set])
    }
    guard Self.relation(next.kind) != nil else { throw notACondition(first) }
    if next.kind == .equal, isOpenList { return try openList(first) }
    let chain = tree.add(.comparison, tree.span(first), [first])
    while let relation = Self.relation(next.kind) {
      let sign = advance()
      let operand = try expression()
      tree.append(tree.add(.relation(relation), sign.span), to: chain)
      tree.append(operand, to: chain)
    }
    return chain
  }

  static func relation(_ kind: Token.Kind) -> Relation? {
    switch kind {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    default: nil
    }
  }

  private func notACondition(_ expression: NodeID) -> Diagnostic {
    let isName: Bool
    if case .symbol = tree.kind(expression) { isName = true } else { isName = false }
    return .notACondition(text(expression), isName: isName, found: found(next), tree.span(expression))
  }

  /// What may follow `in`: R, Z, an interval, or a set in braces.
  private mutating func set() throws(Diagnostic) -> NodeID {
    let token = next
    switch token.kind {
    case .name: return try namedSet(token)
    case .leftParenthesis, .leftBracket: return try interval()
    case .leftBrace: return try listedSet()
    default: throw .expected("a set such as `R`, `(0, 1)` or `{0, 1, 2, ...}`", found: found(token), token.span)
    }
  }

  private mutating func namedSet(_ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    switch names[token.payload] {
    case "R" where !continuesSetName: return tree.add(.reals, token.span)
    case "Z" where !continuesSetName: return tree.add(.integers, token.span)
    case "N": throw .ambiguousNaturals(token.span)
    default:
      let span = continuesSetName ? token.span.union(next.span) : token.span
      throw .unknownSet(source.text(in: span).excerpt, span)
    }
  }

  /// Whether `R` goes on as in `R+` or `R^2`.
  private var continuesSetName: Bool {
    switch next.kind {
    case .plus, .minus, .caret, .superscript, .star: true
    default: false
    }
  }

  private mutating func interval() throws(Diagnostic) -> NodeID {
    let opener = advance()
    let lower = try expression()
    try expect(.comma, "`,` and the upper bound of the interval")
    let upper = try expression()
    guard next.kind == .rightParenthesis || next.kind == .rightBracket else {
      throw .expected("`)` or `]`", found: found(next), next.span)
    }
    let closer = advance()
    let kind = SyntaxKind.interval(
      lowerClosed: opener.kind == .leftBracket, upperClosed: closer.kind == .rightBracket)
    return tree.add(kind, opener.span.union(closer.span), [lower, upper])
  }
}
