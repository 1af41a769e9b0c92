internal import Diagnostics

extension Parser {
  /// A number, name, call, group, or a sign before one.
  mutating func operand() throws(Diagnostic) -> NodeID {
    let token = next
    if isIndicator(token) { return try indicator() }
    switch token.kind {
    case .plus, .minus:
      _ = advance()
      let inner = try expression(BindingPower.sign)
      return token.kind == .plus ? inner : tree.add(.negation, token.span, [inner])
    case .number:
      _ = advance()
      return tree.add(.number, token.span)
    case .vulgarFraction:
      _ = advance()
      return tree.add(.superscript(text: token.payload), token.span)
    case .indicator: return try indicator()
    case .beginCases: return try latexCases()
    case .bigSum, .bigProduct: return try bigOperator()
    case .name: return try named()
    case .leftParenthesis: return try group()
    case .leftBrace where usesLatex: return try braced()
    case .leftBracket: return try bracket()
    case .bar: return try absoluteValue()
    case .radical: return try root(advance())
    case .fraction, .root, .binomial: return try command(token)
    default: throw missingOperand(token)
    }
  }

  private func missingOperand(_ token: Token) -> Diagnostic {
    switch token.kind {
    case .keywordIn, .keywordKnown, .keywordIf, .keywordOtherwise, .keywordAnd:
      return .reservedWord(source.text(in: token.span), token.span)
    default:
      let isFirst = position == 0
      return .missingOperand(
        found: found(token), token.span, after: isFirst ? nil : found(previous), isFirst ? nil : previous.span)
    }
  }

  private mutating func group() throws(Diagnostic) -> NodeID {
    let opener = advance()
    if next.kind == .rightParenthesis { throw .emptyParentheses(opener.span.union(next.span)) }
    let inner = try expression()
    try expect(.rightParenthesis, "an operator or `)`")
    // The value of a number is read from its span.
    if tree.kind(inner) != .number { tree.widen(inner, to: opener.span.union(previous.span)) }
    return inner
  }

  /// `|x|`: a bar where an operand is due opens; one where an operator is due closes, or opens a factor if none is open.
  private mutating func absoluteValue() throws(Diagnostic) -> NodeID {
    let outer = openBars
    if let group = barGroups.group(at: position) { openBars.append(group) }
    defer { openBars = outer }
    let opener = advance()
    let inner = try expression()
    guard next.kind == .bar else { throw .unclosedBar(opener.span, found: found(next), next.span) }
    let closer = advance()
    return tree.add(.absoluteValue, opener.span.union(closer.span), [inner])
  }

  /// `√x`, `sqrt x`: of one operand only; a power or a further factor needs parentheses to say what is under the root.
  mutating func root(_ sign: Token) throws(Diagnostic) -> NodeID {
    let isGroup = next.kind == .leftParenthesis
    let inner = try nested { (parser) throws(Diagnostic) in try parser.operand() }
    if isGroup, next.startsOperand { return tree.add(.squareRoot, sign.span, [inner]) }
    if next.kind == .caret || next.kind == .superscript || next.kind == .bang || next.startsOperand {
      throw .ambiguousRoot(text(inner), found(next), sign.span.union(next.span))
    }
    return tree.add(.squareRoot, sign.span, [inner])
  }

  /// `\frac{a}{b}`, `\sqrt{a}`, `\sqrt[n]{a}`, `\binom{n}{k}`.
  private mutating func command(_ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    switch token.kind {
    case .fraction:
      let numerator = try argument()
      return quotient(numerator, try argument(), token.span)
    case .binomial:
      let upper = try argument()
      let lower = try argument()
      return tree.add(.binomial, token.span, [upper, lower])
    default:
      var degree: NodeID?
      if skip(.leftBracket) {
        degree = try expression()
        try expect(.rightBracket, "`]`")
      }
      let radicand = try argument()
      guard let degree else { return tree.add(.squareRoot, token.span, [radicand]) }
      return tree.add(.root, token.span, [radicand, degree])
    }
  }

  mutating func quotient(_ numerator: NodeID, _ denominator: NodeID, _ span: SourceSpan) -> NodeID {
    tree.add(.product, span, [numerator, tree.add(.divisor, tree.span(denominator), [denominator])])
  }

  /// The argument of a LaTeX command: braces, or a single number or name.
  private mutating func argument() throws(Diagnostic) -> NodeID {
    let token = next
    switch token.kind {
    case .leftBrace: return try braced()
    case .number:
      _ = advance()
      return tree.add(.number, token.span)
    case .name:
      _ = advance()
      return tree.add(.symbol(name: token.payload), token.span)
    default: throw .expected("`{`", found: found(token), token.span)
    }
  }
}
