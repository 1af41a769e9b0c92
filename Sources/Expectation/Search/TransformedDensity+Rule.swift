internal import Calculus
internal import Expressions

extension TransformedDensity {
  /// Carries the derivation of an expectation over to the new variable, one step for each substitution; false where x cannot
  /// be written in it.
  func carry(_ derivation: inout Derivation) -> Bool {
    change.stages.allSatisfy { derivation.apply(rule($0), in: simplifier.store) }
  }

  /// E[g(x)] = E[g(x(u))]; refused where x cannot be written in u.
  private func rule(_ stage: (from: Expr, substitution: Substitution)) -> Rule {
    let (store, inner, substitution) = (simplifier.store, simplifier, stage.substitution)
    return Rule(id: substitution.id, sentence: "with {u} = {definition}") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let moved = inner.textbookForm(substitution.applied(to: g, of: stage.from, in: store))
      guard !store.contains(moved, stage.from) else { return nil }
      return Rewriting(
        store.expectation(of: moved),
        bindings: [.init("u", substitution.variable), .init("definition", substitution.forward)])
    }
  }
}
