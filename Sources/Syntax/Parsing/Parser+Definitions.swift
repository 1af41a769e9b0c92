internal import Diagnostics

extension Parser {
  /// Whether `z = …` comes next, and no list of values such as `k = 0, 1, 2`.
  var beginsDefinition: Bool {
    guard next.kind == .name, token(ahead: 1).kind == .equal else { return false }
    var list = self
    list.position += 1
    return !list.isOpenList
  }

  /// `z = (x - mu)/sigma`, behind `where` or behind another definition; a comparison that goes on is a clause.
  mutating func definition(into model: inout ModelSyntax) throws(Diagnostic) {
    let mark = position
    let name = try name("a name")
    _ = advance()
    let value = try expression()
    if Self.relation(next.kind) != nil {
      position = mark
      return try clause(into: &model)
    }
    try expectClauseEnd(isDensity: false)
    model.definitions.append((name, value))
  }
}
