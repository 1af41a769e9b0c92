internal import Diagnostics

extension Parser {
  /// A symbol, a subscripted symbol or a call.
  mutating func named() throws(Diagnostic) -> NodeID {
    let token = advance()
    let isPrefix = isPrefixFunction(token)
    if isPrefix, next.kind == .caret || next.kind == .superscript { return try powerOnName(token) }
    let opensSubscript = next.kind == .leftBracket && !next.traits.contains(.blankBefore)
    if opensSubscript, !isPrefix { return try subscripted(token) }
    if next.kind == .leftParenthesis {
      return isFactor(token) ? tree.add(.symbol(name: token.payload), token.span) : try call(token)
    }
    if needsArgument(token) || isPrefix && startsArgument { return try bareApplication(token) }
    if names[token.payload] == "sqrt", startsArgument, !listedNames.contains(token.payload) { return try root(token) }
    return tree.add(.symbol(name: token.payload), token.span)
  }

  /// Whether the argument of a function without parentheses comes next.
  private var startsArgument: Bool {
    next.startsOperand || next.kind == .leftBracket || next.kind == .leftBrace && usesLatex || next.kind == .bar
  }

  /// Whether a name before a parenthesis is a factor: in LaTeX a letter, as in `\lambda(1 - x)`; elsewhere a symbol that
  /// blanks set apart, as in `theta^x (1 - theta)`.
  private func isFactor(_ token: Token) -> Bool {
    let name = names[token.payload]
    let isGreek = token.traits.contains(.greekLetter)
    if isFunction(token) { return isGreek && isConstant(name) }
    if writesFunction(token) { return false }
    if name == "sum" || name == "prod" || name == "cases" { return false }
    if usesLatex {
      let isLetter = name.prefix { $0 != "_" }.count == 1
      return token.traits.contains(.command)
        || isLetter && (isUsedBare(token) || !["f", "g", "h", "F", "G", "H"].contains(name))
    }
    return isUsedBare(token) && (isGreek || next.traits.contains(.blankBefore))
  }

  /// Whether a name before a parenthesis is the sign of a function: `B(a, b)`, `Φ(x)`, `I_0(x)`, unless it is a symbol
  /// elsewhere.
  private func writesFunction(_ token: Token) -> Bool {
    guard !isUsedBare(token), !listedNames.contains(token.payload) else { return false }
    return WrittenFunction(names[token.payload], arguments: argumentCount, in: functions) != nil
  }

  /// The number of arguments in the parentheses that come next.
  private var argumentCount: Int {
    var (depth, count) = (0, 1)
    for token in tokens[position...] {
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, token.kind == .comma { count += 1 }
    }
    return count
  }

  /// Whether a token is a LaTeX function such as `\log`, which cannot be a symbol.
  private func needsArgument(_ token: Token) -> Bool {
    guard token.kind == .name, token.traits.contains(.command), !token.traits.contains(.greekLetter) else {
      return false
    }
    return functions.function(named: names[token.payload]).map { functions[$0].arity > 0 } ?? false
  }

  /// `log x^2`: the argument is one operand with its powers; a further factor would be ambiguous.
  private mutating func bareApplication(_ token: Token) throws(Diagnostic) -> NodeID {
    guard startsArgument else {
      throw .missingParentheses(source.text(in: token.span).excerpt, argument: nil, token.span)
    }
    let argument = try expression(BindingPower.power - 1)
    if next.startsOperand || isAtOpeningBar, !needsArgument(next), !isPrefixFunction(next) {
      let name = source.text(in: token.span).excerpt
      let (first, place) = (found(next), next.span)
      // What may belong to the argument is the whole operand: not `\sqrt` but `\sqrt{2\pi}`.
      guard let further = try? expression(BindingPower.power - 1) else {
        throw .ambiguousApplication(name, text(argument), first, token.span.union(place))
      }
      let end = tree.span(further)
      throw .ambiguousApplication(name, text(argument), "`\(text(further))`", token.span.union(end))
    }
    return tree.add(.call(name: token.payload), token.span, [argument])
  }

  /// `log^2 x`, `sin²(x)`: the power of the function's value.
  private mutating func powerOnName(_ token: Token) throws(Diagnostic) -> NodeID {
    let sign = advance()
    let exponent: NodeID
    if sign.kind == .superscript {
      exponent = tree.add(.superscript(text: sign.payload), sign.span)
    } else if next.kind == .leftBrace {
      exponent = try braced()
    } else if next.kind == .number {
      exponent = tree.add(.number, advance().span)
    } else {
      throw .expected("a number as the power of a function", found: found(next), next.span)
    }
    if isNegative(exponent) {
      throw .ambiguousInverse(source.text(in: token.span), token.span.union(previous.span))
    }
    let value =
      next.kind == .leftParenthesis
      ? tree.add(.call(name: token.payload), token.span, [try nested { (p) throws(Diagnostic) in try p.operand() }])
      : try bareApplication(token)
    return tree.add(.power, token.span, [value, exponent])
  }

  private func isNegative(_ exponent: NodeID) -> Bool {
    switch tree.kind(exponent) {
    case .negation: true
    case .superscript(let text): names[text].hasPrefix("-")
    default: false
    }
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

  /// `mu[1]`, `p[i,j]`.
  private mutating func subscripted(_ token: Token) throws(Diagnostic) -> NodeID {
    _ = advance()
    var parts: [NodeID] = []
    repeat { parts.append(try expression()) } while skip(.comma)
    try expect(.rightBracket, "`]`")
    return tree.add(.indexed(name: token.payload), token.span.union(previous.span), parts)
  }
}
