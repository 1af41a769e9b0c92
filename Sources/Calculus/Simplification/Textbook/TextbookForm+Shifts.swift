internal import Expressions

extension TextbookForm {
  /// The most calls for which shifted forms are tried.
  private static var mostShiftedCalls: Int { 6 }

  /// How often calls are shifted in turn.
  static var mostShifts: Int { 4 }

  /// The expression with one call at a time shifted up by one: `trigamma(a) - 1/a^2` is `trigamma(a + 1)`.
  ///
  /// Only the shift upwards can shorten, since calls arrive at the lowest argument that occurs.
  func shiftedForms(_ e: Expr) -> [Expr] {
    var calls: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ node: Expr) {
      guard seen.insert(node).inserted else { return }
      if formulas.shift(of: node) != nil, let last = store.operands(node).last, !store.isNumber(last) {
        calls.append(node)
      }
      for operand in store.operands(node) { visit(operand) }
    }
    visit(e)
    guard calls.count <= Self.mostShiftedCalls else { return [] }
    return calls.compactMap { call in
      formulas.shift(of: call).map { store.substitute(e, [(call, $0.reduced(call, by: -1, in: store))]) }
    }
  }
}
