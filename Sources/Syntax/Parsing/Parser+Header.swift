internal import Diagnostics
internal import Expressions

extension Parser {
  /// `p`, `log p`, `log p(x | theta; n)`, up to the `=` or `~` that was found.
  mutating func header(until end: Int) throws(Diagnostic) -> ModelSyntax.Header {
    var header = ModelSyntax.Header()
    header.isUpToNormalizer = tokens[end].kind == .tilde
    let start = position
    let whole = tokens[start].span.union(tokens[max(end - 1, start)].span)
    guard end > start else { throw .missingHeader(tokens[end].span, sign: found(tokens[end])) }
    let enclosing = isLogarithm(next) ? token(ahead: 1).closer : nil
    if isLogarithm(next), enclosing != nil || token(ahead: 1).kind == .name || isHyphenated {
      header.isLogarithm = true
      position += token(ahead: 1).kind == .name ? 1 : 2
    }
    guard next.kind == .name else { throw .unreadableHeader(source.text(in: whole).excerpt, whole) }
    header.label = names[advance().payload]
    readLabel(&header)
    if let closer = next.closer {
      _ = advance()
      try variables(into: &header, closedBy: closer)
    }
    if let enclosing {
      // `log(x) = …` says of an observation what it is, not of its density.
      let isObservation = header.observed == nil && Self.usualObservations.contains(header.label)
      guard skip(enclosing), !isObservation else { throw .unreadableHeader(source.text(in: whole).excerpt, whole) }
    }
    if isLikelihood(header) { header.readAsLikelihood(isLogarithm: header.isLogarithm || header.label != "L") }
    guard position == end else { throw .unreadableHeader(source.text(in: whole).excerpt, whole) }
    return header
  }

  /// `f(x; theta) = P(X = k) = …`: a further header, whose lists are taken where the first has none.
  mutating func furtherHeader(
    until end: Int, after first: ModelSyntax.Header
  ) throws(Diagnostic) -> ModelSyntax.Header {
    var merged = first
    let further = try header(until: end)
    guard further.observed != nil || further.parameters != nil else {
      throw .unreadableHeader(further.label, tokens[end].span)
    }
    merged.isUpToNormalizer = merged.isUpToNormalizer || further.isUpToNormalizer
    merged.isLogarithm = merged.isLogarithm || further.isLogarithm
    if merged.observed == nil { merged.observed = further.observed }
    if merged.parameters == nil { merged.parameters = further.parameters }
    if merged.known.isEmpty { merged.known = further.known }
    return merged
  }

  /// Whether `log-likelihood` stands next.
  private var isHyphenated: Bool {
    guard token(ahead: 1).kind == .minus, token(ahead: 2).kind == .name else { return false }
    let word = names[token(ahead: 2).payload].lowercased()
    return Self.likelihoodWords.contains(word) || Self.densityWords.contains(word)
  }

  /// Takes `logp`, `ln_f` and `loglik` apart, which are no names of densities as `logistic` may be one, and calls a
  /// likelihood L.
  private func readLabel(_ header: inout ModelSyntax.Header) {
    let label = header.label
    let words = ["log", "ln"].filter { label.lowercased().hasPrefix($0) }.map { label.dropFirst($0.count) }
    let rest = words.first?.drop { $0 == "_" } ?? ""
    if rest.count == 1 && rest.allSatisfy(\.isLetter) || Self.densityWords.contains(rest.lowercased())
      || Self.likelihoodWords.contains(rest.lowercased())
    {
      (header.label, header.isLogarithm) = (String(rest), true)
    }
    if label == "LL" || label == "ll" { header.isLogarithm = true }
    if label == "LL" || label == "ll" || Self.likelihoodWords.contains(header.label.lowercased()) { header.label = "L" }
  }

  private static let densityWords: Set<String> = ["pdf", "pmf", "density", "prob"]
  private static let likelihoodWords: Set<String> = ["lik", "like", "likelihood"]

  /// Whether the label is that of a likelihood: ℓ, or L and l before names that are no usual observations.
  private func isLikelihood(_ header: ModelSyntax.Header) -> Bool {
    if header.label == "ell" { return true }
    guard header.label == "L" || header.label == "l", let names = header.observed else { return false }
    return !names.contains { Self.usualObservations.contains(String($0.text.lowercased().prefix { $0.isLetter })) }
  }

  private static let usualObservations: Set<String> = ["x", "y", "k", "n", "t", "z"]

  private func isLogarithm(_ token: Token) -> Bool {
    guard token.kind == .name, let function = functions.function(named: names[token.payload]) else { return false }
    return function == functions.function(named: "log")
  }

  private mutating func variables(
    into header: inout ModelSyntax.Header, closedBy closer: Token.Kind
  ) throws(Diagnostic) {
    header.observed = try nameList("an observed variable")
    if skip(.semicolon) {
      header.parameters = try nameList("a parameter")
      header.listsLoosely = true
      if next.kind == .semicolon { throw .secondSemicolon(next.span) }
    } else if skip(.bar) {
      header.parameters = try nameList("a parameter")
      if skip(.semicolon) { header.known = try nameList("a known constant") }
    }
    let mayHaveKnown = header.parameters != nil && !header.listsLoosely && header.known.isEmpty
    try expect(closer, header.parameters == nil ? "`,`, `|` or `)`" : mayHaveKnown ? "`,`, `;` or `)`" : "`,` or `)`")
  }

  private mutating func nameList(_ description: String) throws(Diagnostic) -> [ModelSyntax.Name] {
    var found: [ModelSyntax.Name] = []
    repeat {
      // `P(X = k)`: the letter behind the sign is the one that the formula has.
      if next.kind == .name, token(ahead: 1).kind == .equal { position += 2 }
      listedNames.insert(next.payload)
      found.append(try name(description))
      if next.kind == .caret || next.kind == .superscript {
        let power = next.kind == .caret ? next.span.union(token(ahead: 1).span) : next.span
        throw .powerListed(found[found.count - 1].text, found[found.count - 1].span.union(power))
      }
    } while skip(.comma)
    return found
  }

  /// A name, possibly with subscripts that are numbers: `x`, `mu[1]`.
  mutating func name(_ description: String) throws(Diagnostic) -> ModelSyntax.Name {
    let token = next
    guard token.kind == .name else {
      if case .keywordIn = token.kind { throw .reservedWord(source.text(in: token.span), token.span) }
      throw .expected(description, found: found(token), token.span)
    }
    _ = advance()
    guard next.kind == .leftBracket, !next.traits.contains(.blankBefore) else {
      return ModelSyntax.Name(text: names[token.payload], span: token.span)
    }
    _ = advance()
    var subscripts: [String] = []
    repeat {
      let index = next
      guard index.kind == .number else { throw .expected("a number", found: self.found(index), index.span) }
      _ = advance()
      subscripts.append(source.text(in: index.span))
    } while skip(.comma)
    try expect(.rightBracket, "`]`")
    let text = names[token.payload] + "[" + subscripts.joined(separator: ",") + "]"
    return ModelSyntax.Name(text: text, span: token.span.union(previous.span))
  }
}
