internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// Adds the terms level by level, so that each partial sum is formed as early as its terms allow.
  mutating func compileSum(_ e: Expr) throws -> Slot {
    if let (exact, rest) = exactPart(e) { return emit(.add, try compile(exact), try compile(rest)) }
    if let other = withoutComplements(e) { return try compile(other) }
    if let slot = try compileComplement(e) { return slot }
    var terms: [(slot: Slot, isNegative: Bool)] = []
    for term in store.operands(e) {
      let (coefficient, rest) = store.coefficientAndRest(term)
      if coefficient.signum < 0, !store.isNumber(term) {
        let positive = coefficient == Rational(-1) ? rest : store.negated(term)
        terms.append((try compile(positive), true))
      } else {
        terms.append((try compile(term), false))
      }
    }
    var total: (slot: Slot, isNegative: Bool)?
    for level in tape.levels.indices {
      for term in terms where term.slot.level == level {
        guard let sum = total else {
          total = term
          continue
        }
        total = combine(sum, term)
      }
    }
    guard let total else { return constant(Rational(0)) }
    return total.isNegative ? emit(.negate, total.slot) : total.slot
  }

  private mutating func combine(
    _ a: (slot: Slot, isNegative: Bool), _ b: (slot: Slot, isNegative: Bool)
  ) -> (slot: Slot, isNegative: Bool) {
    if a.isNegative == b.isNegative { return (emit(.add, a.slot, b.slot), a.isNegative) }
    return a.isNegative ? (emit(.subtract, b.slot, a.slot), false) : (emit(.subtract, a.slot, b.slot), false)
  }

  /// The terms that are exact numbers at each point of a lattice, y - 1 in y + f(b) - 1, and the others; nil if there is
  /// nothing to part. Added first, they vanish where they ought to, and what is left keeps its digits.
  private func exactPart(_ e: Expr) -> (exact: Expr, rest: Expr)? {
    guard isLattice else { return nil }
    var exact: [Expr] = []
    var rest: [Expr] = []
    for term in store.operands(e) {
      let (coefficient, factor) = store.coefficientAndRest(term)
      let isExact = coefficient.isInteger && (factor == store.one || isVariableSymbol(factor))
      if isExact { exact.append(term) } else { rest.append(term) }
    }
    guard exact.count > 1, exact.contains(where: { !store.isNumber($0) }), !rest.isEmpty else { return nil }
    return (store.sum(exact), store.sum(rest))
  }
}
