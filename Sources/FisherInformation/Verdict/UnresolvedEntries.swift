internal import Calculus
internal import Expressions

/// The entries of the information that have no closed form, as the expectations that they are, each confronted with what
/// was derived; or infinite.
struct UnresolvedEntries {
  /// Entry by entry; nil where there is a closed form, or none that could be stood behind. Empty where all are closed.
  private(set) var entries: [[Expr?]] = []

  init(_ derived: DerivedModel, _ verdict: Verdict, oracle: NumericOracle) {
    guard let fisher = verdict.fisher, fisher.contains(where: { $0.contains(nil) }) else { return }
    let (zero, infinity) = (derived.model.store.zero, derived.model.store.infinity)
    entries = fisher.enumerated().map { i, row in
      row.enumerated().map { j, entry in
        let found = verdict.entries[i][j]
        if entry != nil || found.contradiction != nil { return nil }
        // Of a product of scores the sign of the divergence may be open; a square has one.
        if found.divergence.outer != 0 { return i == j ? infinity : nil }
        let meanVanishes =
          verdict.firstBartlett == .agrees || [i, j].contains { derived.forms.expectedScore[$0] == zero }
        let form = derived.results.unresolved(
          i, j, meanVanishes: meanVanishes, identityHolds: !found.secondIdentityFails)
        return oracle.verdicts(on: [form])[0] == .agrees ? form.shown : nil
      }
    }
  }
}
