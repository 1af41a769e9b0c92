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
    }
    do throws(Diagnostic) {
      model.density = try density()
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
    default: model.conditions.append(try condition())
    }
    try expectClauseEnd(isDensity: false)
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
