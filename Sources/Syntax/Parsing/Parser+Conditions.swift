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
  mutating func set() throws(Diagnostic) -> NodeID {
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
    let part = part(ofSet: names[token.payload])
    let span = token.span.union(previous.span)
    switch (names[token.payload], part) {
    case ("R", nil) where !continuesSetName: return tree.add(.reals, span)
    case ("Z", nil) where !continuesSetName: return tree.add(.integers, span)
    case ("R", let part?):
      return tree.add(.half(of: .reals, isNegative: part.isNegative, holdsZero: part.holdsZero), span)
    case ("Z", let part?), ("N", let part?):
      return tree.add(.half(of: .integers, isNegative: part.isNegative, holdsZero: part.holdsZero), span)
    case ("N_0", nil): return tree.add(.half(of: .integers, isNegative: false, holdsZero: true), span)
    case ("N_1", nil): return tree.add(.half(of: .integers, isNegative: false, holdsZero: false), span)
    case ("N", nil): throw .ambiguousNaturals(span)
    default:
      let whole = continuesSetName ? span.union(next.span) : span
      throw .unknownSet(source.text(in: whole).excerpt, whole)
    }
  }

  /// The half of a set of numbers that a sign after its name picks: `R+`, `ℝ⁺`, `\mathbb{R}_{>0}`, `\mathbb{Z}_{\ge 0}`.
  private mutating func part(ofSet name: String) -> (isNegative: Bool, holdsZero: Bool)? {
    guard ["R", "Z", "N"].contains(name) else { return nil }
    let mark = position
    if next.kind == .underscore || next.kind == .caret { _ = advance() }
    let isBraced = skip(.leftBrace)
    var part: (isNegative: Bool, holdsZero: Bool)?
    switch next.kind {
    case .plus: part = (false, false)
    case .minus: part = (true, false)
    case .greater, .greaterOrEqual: part = (false, next.kind == .greaterOrEqual)
    case .less, .lessOrEqual: part = (true, next.kind == .lessOrEqual)
    default: break
    }
    let sign = part == nil ? next : advance()
    if let relation = Self.relation(sign.kind) {
      let bound = next.kind == .number ? source.text(in: advance().span) : ""
      if name != "R", bound == "1", relation == .greaterOrEqual {
        part = (false, false)
      } else if bound != "0" {
        part = nil
      }
    }
    let isComplete = part != nil && (!isBraced || skip(.rightBrace)) && (isBraced || !next.startsOperand)
    if !isComplete { position = mark }
    return isComplete ? part : nil
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
