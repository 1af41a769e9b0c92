internal import Diagnostics

extension Parser {
  /// An expression whose operators all bind tighter than `minimum`.
  mutating func expression(_ minimum: Int = BindingPower.lowest) throws(Diagnostic) -> NodeID {
    try nested { (parser) throws(Diagnostic) in
      var chain = OperatorChain(left: try parser.operand())
      while try parser.extend(&chain, minimum) {}
      return chain.left
    }
  }

  /// What has been read so far of an expression: sums and products grow as flat lists.
  struct OperatorChain {
    var left: NodeID
    /// The kind of list that `left` is and that a further operand may join.
    var growing: SyntaxKind?
    /// Whether the last operator was a division sign, after which a bare adjacent factor would be ambiguous.
    var endsInDivision = false
    /// Whether the last operator was `^` before a sign without parentheses, as in `e^-x`.
    var endsInSignedExponent = false
    /// Whether `left` already carries an exponent, so that a second one would be unclear.
    var hasExponent = false
  }

  /// Reads one operator and what follows it; false where the expression ends.
  private mutating func extend(_ chain: inout OperatorChain, _ minimum: Int) throws(Diagnostic) -> Bool {
    switch next.kind {
    case .plus, .minus:
      guard minimum < BindingPower.sum else { return false }
      let sign = advance()
      var term = try expression(BindingPower.sum)
      if sign.kind == .minus { term = tree.add(.negation, sign.span, [term]) }
      join(.sum, term, &chain)
    case .star, .slash:
      guard minimum < BindingPower.product else { return false }
      let sign = advance()
      var factor = try expression(BindingPower.product)
      if sign.kind == .slash { factor = tree.add(.divisor, sign.span, [factor]) }
      join(.product, factor, &chain)
      chain.endsInDivision = sign.kind == .slash
    case .caret, .superscript, .bang:
      guard minimum < BindingPower.power else { return false }
      try extendTightly(&chain)
    default:
      guard isAtAdjacentOperand else { return false }
      return try extendByAdjacency(&chain, minimum)
    }
    return true
  }

  mutating func join(_ kind: SyntaxKind, _ operand: NodeID, _ chain: inout OperatorChain) {
    if chain.growing == kind {
      tree.append(operand, to: chain.left)
    } else {
      chain.left = tree.add(kind, tree.span(chain.left), [chain.left, operand])
      chain.growing = kind
    }
    chain.endsInDivision = false
    chain.endsInSignedExponent = false
  }

  /// Powers and factorials.
  private mutating func extendTightly(_ chain: inout OperatorChain) throws(Diagnostic) {
    let sign = advance()
    chain.endsInSignedExponent = false
    if chain.hasExponent { throw .doublePower(text(chain.left), sign.span) }
    chain.growing = nil
    switch sign.kind {
    case .caret:
      let wasGrouped = next.kind == .leftBrace || next.kind == .leftParenthesis
      let exponent = try self.exponent()
      chain.left = tree.add(.power, tree.span(chain.left), [chain.left, exponent])
      chain.hasExponent = true
      if case .negation = tree.kind(exponent) { chain.endsInSignedExponent = !wasGrouped }
    case .superscript:
      let exponent = tree.add(.superscript(text: sign.payload), sign.span)
      chain.left = tree.add(.power, tree.span(chain.left), [chain.left, exponent])
      chain.hasExponent = true
    default:
      if next.kind == .bang { throw .doubleFactorial(sign.span.union(next.span)) }
      chain.left = tree.add(.factorial, sign.span, [chain.left])
    }
  }

  /// What follows `^`: a braced expression, or an operand with its own sign and powers.
  private mutating func exponent() throws(Diagnostic) -> NodeID {
    if next.kind == .leftBrace { return try braced() }
    return try expression(BindingPower.power - 1)
  }

  /// `{` expression `}`, as LaTeX writes arguments and exponents; its span is that of the braces.
  mutating func braced() throws(Diagnostic) -> NodeID {
    let opener = next
    try expect(.leftBrace, "`{`")
    var inner = try expression()
    if skip(.choose) { inner = tree.add(.binomial, tree.span(inner), [inner, try expression()]) }
    if skip(.over) { inner = quotient(inner, try expression(), tree.span(inner)) }
    try expect(.rightBrace, "`}`")
    // The value of a number is read from its span.
    if tree.kind(inner) != .number { tree.widen(inner, to: opener.span.union(previous.span)) }
    return inner
  }
}
