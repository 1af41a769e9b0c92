/// What only lays a pasted text out: braces around signs, wide blanks and words between a formula and its conditions.
extension Lexer {
  /// Replaces layout by what it means to a reader.
  mutating func arrange() {
    if usesLatex {
      unwrapSigns()
      while unwrapWhole() {}
    }
    turnBrackets()
    separateClauses()
  }

  /// Whether a token is a brace that groups, rather than one of a set, `\{`.
  private func isGroup(_ token: Token, _ kind: Token.Kind) -> Bool {
    token.kind == kind && !token.traits.contains(.command)
  }

  /// `X{=}k`, `{\text{ for }}`, `{\biggl (}`: braces around a sign set the blanks about it.
  private mutating func unwrapSigns() {
    var result: [Token] = []
    var position = 0
    while position < tokens.count {
      if position + 2 < tokens.count, isGroup(tokens[position], .leftBrace),
        isGroup(tokens[position + 2], .rightBrace), isSign(tokens[position + 1]),
        ![.caret, .underscore].contains(result.last?.kind)
      {
        result.append(tokens[position + 1])
        position += 3
      } else {
        result.append(tokens[position])
        position += 1
      }
    }
    tokens = result
  }

  private func isSign(_ token: Token) -> Bool {
    switch token.kind {
    case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket: true
    case .leftBrace, .rightBrace: token.traits.contains(.command)
    default: !token.startsOperand && token.kind != .end
    }
  }

  /// `{\displaystyle f(x) = …}`: braces around everything.
  private mutating func unwrapWhole() -> Bool {
    guard let first = tokens.first, isGroup(first, .leftBrace) else { return false }
    var depth = 0
    for (position, token) in tokens.enumerated() {
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if depth == 1, token.kind == .choose || token.kind == .over { return false }
      guard depth == 0 else { continue }
      let rest = tokens[(position + 1)...]
      guard isGroup(token, .rightBrace), rest.allSatisfy({ $0.kind == .comma || $0.kind == .end }) else { return false }
      tokens = Array(tokens[1..<position] + rest)
      return true
    }
    return false
  }

  /// Turns what stands between a formula and conditions outside all brackets into single commas.
  private mutating func separateClauses() {
    var result: [Token] = []
    var depth = 0
    var hasHeader = false
    var position = 0
    var asideEnd: Int?
    while position < tokens.count {
      let token = tokens[position]
      if position == asideEnd {
        position += 1
        continue
      }
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if token.kind == .tilde, usesLatex, !token.traits.contains(.command), hasHeader || depth > 0 {
        position += 1  // A blank of LaTeX that does not break.
        continue
      }
      if depth == 0, token.kind == .equal || token.kind == .tilde { hasHeader = true }
      if depth == 1, token.kind == .leftParenthesis, let closer = aside(at: position, after: result.last) {
        if result.last?.kind != .comma { result.append(Token(.comma, token.span)) }
        asideEnd = closer
        depth = 0
        position += 1
        continue
      }
      guard depth == 0, isSeparator(token) else {
        if token.kind != .gap { result.append(token) }
        position += 1
        continue
      }
      var last = position + 1
      while isSeparator(tokens[last]) { last += 1 }
      result += separators(tokens[position..<last], after: result.last, before: tokens[last...])
      position = last
      if tokens[last - 1].kind == .keywordIf, isQuantifier(tokens[last...]) { position += 1 }
    }
    tokens = result
  }

  /// The place of the parenthesis that closes an aside, as in `λe^(−λx) (x > 0)`; nil where the parentheses mean more.
  private func aside(at opener: Int, after previous: Token?) -> Int? {
    guard let previous, previous.kind == .comma || previous.endsOperand && tokens[opener].traits.contains(.blankBefore),
      previous.kind != .name || !takesArguments(names[previous.payload])
    else { return nil }
    var depth = 0
    var holdsCondition = false
    for position in opener..<tokens.count {
      let token = tokens[position]
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if depth == 1, Parser.relation(token.kind) != nil || token.kind == .keywordIn { holdsCondition = true }
      guard depth == 0 else { continue }
      return holdsCondition && (tokens[position + 1].kind == .end || isSeparator(tokens[position + 1])) ? position : nil
    }
    return nil
  }

  /// Whether parentheses behind a name belong to it although a condition stands in them.
  private func takesArguments(_ name: String) -> Bool {
    ["I", "chi", "cases", "sum", "prod"].contains(name) || functions.function(named: name) != nil
  }

  /// `]0, 1[`: brackets turned outwards, which exclude a bound, as parentheses.
  private mutating func turnBrackets() {
    for position in tokens.indices.dropLast(2).reversed() where tokens[position].kind == .keywordIn {
      let opener = position + 1
      guard [.leftParenthesis, .leftBracket, .rightBracket].contains(tokens[opener].kind),
        let closer = outwardCloser(of: opener)
      else { continue }
      if tokens[opener].kind == .rightBracket { tokens[opener] = Token(.leftParenthesis, tokens[opener].span) }
      if tokens[closer].kind == .leftBracket { tokens[closer] = Token(.rightParenthesis, tokens[closer].span) }
    }
  }

  /// The bracket that ends an interval of which one bracket is turned outwards; nil for any other.
  private func outwardCloser(of opener: Int) -> Int? {
    var depth = 0
    for position in (opener + 1)..<(tokens.count - 1) {
      let token = tokens[position]
      if token.kind == .keywordIn && depth == 0 || depth > limits.nesting { return nil }
      if depth == 0, token.kind == .rightParenthesis || token.kind == .rightBracket {
        return tokens[opener].kind == .rightBracket ? position : nil
      }
      let following = tokens[position + 1]
      let isLast =
        following.kind == .end || following.kind == .keywordOtherwise || following.isCloser || isSeparator(following)
      if depth == 0, isLast, token.kind == .leftBracket { return position }
      if token.closer != nil { depth += 1 }
      if token.isCloser { depth -= 1 }
      if depth < 0 { return nil }
    }
    return nil
  }

  private func isSeparator(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .semicolon, .keywordIf, .keywordAnd, .gap: true
    default: false
    }
  }

  /// `for all x`.
  private func isQuantifier(_ rest: ArraySlice<Token>) -> Bool {
    guard let word = rest.first, word.kind == .name, rest.dropFirst().first?.startsOperand == true else { return false }
    return ["all", "any", "every"].contains(names[word.payload])
  }

  /// The commas that a run of separators stands for.
  private func separators(_ run: ArraySlice<Token>, after previous: Token?, before rest: ArraySlice<Token>) -> [Token] {
    let next = rest[rest.startIndex]
    let defines = run.contains { $0.kind == .keywordIf && source.text(in: $0.span).contains("where") }
    let traits: Token.Traits = defines ? .opensDefinitions : []
    let commas = run.filter { $0.kind == .comma || $0.kind == .semicolon }.map {
      Token(.comma, $0.span, traits: traits)
    }
    if next.kind == .end, usesLatex, previous?.endsOperand == true { return [] }
    if !commas.isEmpty { return commas }
    guard let previous, previous.endsOperand || [.plus, .minus, .ellipsis].contains(previous.kind) else {
      return run.filter { $0.kind != .gap }
    }
    let words = run.filter { $0.kind != .gap }
    if let word = words.first {
      return next.kind == .end ? Array(words) : [Token(.comma, word.span, traits: traits)]
    }
    guard let gap = run.first, next.startsOperand || beginsWithNegative(rest) else { return [] }
    return [Token(.comma, gap.span)]
  }

  /// Whether a condition such as `-1 < x` follows a wide blank.
  private func beginsWithNegative(_ rest: ArraySlice<Token>) -> Bool {
    guard rest[rest.startIndex].kind == .minus, rest.count > 2 else { return false }
    return [.less, .lessOrEqual].contains(rest[rest.startIndex + 2].kind)
  }
}
