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
    while next.kind == .comma {
      _ = advance()
      do throws(Diagnostic) {
        try clause(into: &model)
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

  private mutating func recover(_ structure: BracketStructure) {
    position = structure.outerCommas.first { $0 >= position } ?? tokens.count - 1
  }

  private mutating func density() throws(Diagnostic) -> NodeID {
    let expression = try expression()
    try expectClauseEnd(isDensity: true)
    return expression
  }

  private func expectClauseEnd(isDensity: Bool) throws(Diagnostic) {
    guard next.kind != .comma, next.kind != .end else { return }
    if isDensity, Self.relation(next.kind) != nil || next.kind == .keywordIn {
      throw .comparisonInDensity(found(next), next.span)
    }
    throw .expected(isDensity ? "an operator or `,`" : "`,` and a further clause", found: found(next), next.span)
  }

  private mutating func clause(into model: inout ModelSyntax) throws(Diagnostic) {
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

  /// `a, b > 0`: one condition on each of several names; nil for anything else.
  private mutating func conditionOnSeveral() throws(Diagnostic) -> [NodeID]? {
    let start = position
    var subjects: [NodeID] = []
    while next.kind == .name, subjects.count < limits.conditions {
      let follower = token(ahead: 1).kind
      guard follower == .comma || follower == .keywordIn || Self.relation(follower) != nil else { break }
      let symbol = advance()
      subjects.append(tree.add(.symbol(name: symbol.payload), symbol.span))
      if next.kind != .comma { break }
      _ = advance()
    }
    guard subjects.count > 1, next.kind == .keywordIn || Self.relation(next.kind) != nil else {
      position = start
      return nil
    }
    let tail = position
    var found: [NodeID] = []
    for subject in subjects {
      position = tail
      found.append(try condition(from: subject))
    }
    return found
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
