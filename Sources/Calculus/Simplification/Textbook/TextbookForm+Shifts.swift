internal import Expressions

extension TextbookForm {
  /// The most calls for which shifted forms are tried.
  private static var mostShiftedCalls: Int { 6 }

  /// How often calls are shifted in turn.
  static var mostShifts: Int { 4 }

  /// The expression with the calls at one argument shifted by one, each alone and all together: `trigamma(a) - 1/a^2` is
  /// `trigamma(a + 1)`, and digamma(b - 1) and trigamma(b - 1) become those of b.
  ///
  /// A shift downwards must keep a positive argument: the function has its poles at 0 and below.
  func shiftedForms(_ e: Expr) -> [Expr] {
    let calls = shiftableCalls(e)
    guard calls.count <= Self.mostShiftedCalls else { return [] }
    var groups = calls.map { [$0] }
    for (k, call) in calls.enumerated() {
      let argument = store.operands(call).last
      let companions = calls.filter { store.operands($0).last == argument }
      if companions.count > 1, companions[0] == calls[k] { groups.append(companions) }
    }
    return groups.flatMap { group in [-1, 1].compactMap { shifted(e, group, by: $0) } }
  }

  private func shiftableCalls(_ e: Expr) -> [Expr] {
    store.subexpressions(of: e).filter { call in
      formulas.shift(of: call) != nil && store.operands(call).last.map { !store.isNumber($0) } ?? false
    }
  }

  /// The expression with calls in terms of those whose argument is lower by a number of steps.
  private func shifted(_ e: Expr, _ calls: [Expr], by steps: Int) -> Expr? {
    var replacements: [(Expr, Expr)] = []
    for call in calls {
      guard let shift = formulas.shift(of: call), let last = store.operands(call).last else { return nil }
      if steps > 0, assumptions.isPositive(store.difference(last, store.integer(steps))) != .yes { return nil }
      replacements.append((call, shift.reduced(call, by: steps, in: store)))
    }
    return store.substitute(e, replacements)
  }
}
