internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// Adds the terms level by level, so that each partial sum is formed as early as its terms allow.
  mutating func compileSum(_ e: Expr) throws -> Slot {
    if let other = withoutComplements(e) { return try compile(other) }
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
}
