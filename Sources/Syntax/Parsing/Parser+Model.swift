internal import Diagnostics

extension Parser {
  /// A whole model; after an error the parser goes on at the next comma outside brackets, so that several are found.
  mutating func model(_ structure: BracketStructure, _ diagnostics: inout [Diagnostic]) -> ModelSyntax {
    var model = ModelSyntax()
    if let headerEnd = structure.headerEnd {
      do throws(Diagnostic) {
        model.header = try header(until: headerEnd)
      } catch {
        diagnostics.append(error)
      }
      position = headerEnd + 1
      for end in structure.furtherEqualities { readFurtherHeader(until: end, into: &model) }
    }
    do throws(Diagnostic) {
      model.density = try density()
      liftMemberships(&model)
    } catch {
      diagnostics.append(error)
      recover(structure)
    }
    var defines = false
    while next.kind == .comma {
      let mayDefine = advance().traits.contains(.opensDefinitions) || defines
      defines = mayDefine && beginsDefinition
      do throws(Diagnostic) {
        if defines { try definition(into: &model) } else { try clause(into: &model) }
      } catch {
        diagnostics.append(error)
        recover(structure)
      }
    }
    return model
  }

  /// Reads what stands before a further `=` if it is the name of a density; else it is left to be the formula.
  private mutating func readFurtherHeader(until end: Int, into model: inout ModelSyntax) {
    guard let first = model.header, end > position else { return }
    let mark = position
    do throws(Diagnostic) {
      model.header = try furtherHeader(until: end, after: first)
      position = end + 1
    } catch { position = mark }
  }

  /// Makes a factor such as `I_{(0, 1)}(x)`, which says where the density is positive, a clause of its own.
  private mutating func liftMemberships(_ model: inout ModelSyntax) {
    guard let density = model.density, !(model.header?.isLogarithm ?? true), tree.kind(density) == .product else {
      return
    }
    let factors = tree.children(density)
    let stated = factors.compactMap { factor -> NodeID? in
      guard tree.kind(factor) == .bracket, let condition = tree.children(factor).first else { return nil }
      return tree.kind(condition) == .membership ? condition : nil
    }
    guard !stated.isEmpty, stated.count < factors.count else { return }
    let others = factors.filter { factor in
      tree.kind(factor) != .bracket || tree.kind(tree.children(factor)[0]) != .membership
    }
    let span = tree.span(density)
    model.density = others.count == 1 ? others[0] : tree.add(.product, span, others)
    model.conditions += stated
  }

  /// Goes to the next comma outside brackets; by bisection, because a text may have as many errors as commas.
  private mutating func recover(_ structure: BracketStructure) {
    var places = structure.outerCommas[...]
    while let middle = places.indices.dropFirst(places.count / 2).first {
      places = places[middle] < position ? places[(middle + 1)...] : places[..<middle]
    }
    let found = places.startIndex
    position = found < structure.outerCommas.count ? structure.outerCommas[found] : tokens.count - 1
  }

  private mutating func density() throws(Diagnostic) -> NodeID {
    let expression = try expression()
    try expectClauseEnd(isDensity: true)
    return expression
  }

  func expectClauseEnd(isDensity: Bool) throws(Diagnostic) {
    guard next.kind != .comma, next.kind != .end else { return }
    if isDensity, Self.relation(next.kind) != nil || next.kind == .keywordIn {
      throw .comparisonInDensity(found(next), next.span)
    }
    if isDensity, next.kind == .leftBrace { throw .bracesForParentheses(next.span) }
    throw .expected(isDensity ? "an operator or `,`" : "`,` and a further clause", found: found(next), next.span)
  }

  mutating func clause(into model: inout ModelSyntax) throws(Diagnostic) {
    switch next.kind {
    case .end: throw .trailingComma(previous.span)
    case .keywordKnown:
      _ = advance()
      try knownNames(into: &model)
    default:
      if let shared = try conditionOnSeveral() {
        model.conditions += shared
      } else {
        model.conditions.append(try condition())
      }
    }
    try expectClauseEnd(isDensity: false)
  }

  /// `a, b > 0`, `x[1], x[2] in R`: one condition on each of several names; nil for anything else.
  private mutating func conditionOnSeveral() throws(Diagnostic) -> [NodeID]? {
    guard position >= endOfBareNames else { return nil }
    let start = position
    var subjects: [(token: Token, position: Int)] = []
    while next.kind == .name {
      let length = isIndexedName ? Self.indexedNameLength : 1
      let follower = token(ahead: length).kind
      guard follower == .comma || follower == .keywordIn || Self.relation(follower) != nil else { break }
      subjects.append((next, position))
      position += length
      if next.kind != .comma { break }
      _ = advance()
    }
    guard subjects.count > 1, next.kind == .keywordIn || Self.relation(next.kind) != nil else {
      endOfBareNames = position
      position = start
      return nil
    }
    let limit = limits.conditions
    if subjects.count > limit { throw .tooManyConditions(limit, subjects[limit].token.span) }
    let tail = position
    var found: [NodeID] = []
    for subject in subjects {
      position = subject.position
      let name = isIndexedName ? try named() : tree.add(.symbol(name: subject.token.payload), subject.token.span)
      position = tail
      found.append(try condition(from: name))
    }
    return found
  }

  /// The tokens of `x[1]`.
  private static let indexedNameLength = 4

  /// Whether a name with one number as its index comes next.
  private var isIndexedName: Bool {
    let bracket = token(ahead: 1)
    return next.kind == .name && bracket.kind == .leftBracket && !bracket.traits.contains(.blankBefore)
      && token(ahead: 2).kind == .number && token(ahead: 3).kind == .rightBracket
  }

  /// `known v, w`: names go on as long as a comma or the end follows them, so that `known v, w > 0` bounds w.
  private mutating func knownNames(into model: inout ModelSyntax) throws(Diagnostic) {
    model.known.append(try name("a name after `known`"))
    if Self.relation(next.kind) != nil || next.kind == .keywordIn {
      let name = model.known[model.known.count - 1]
      throw .boundedInKnown(name.text, name.span.union(next.span))
    }
    while next.kind == .comma, token(ahead: 1).kind == .name {
      let mark = position
      _ = advance()
      let further = try name("a name")
      guard next.kind == .comma || next.kind == .end else {
        position = mark
        return
      }
      model.known.append(further)
    }
  }
}
