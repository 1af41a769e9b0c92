internal import Expressions

extension TapeCompiler {
  /// Finds out, without making a tape, whether expressions can be compiled.
  ///
  /// - Throws: what their compilation would throw.
  mutating func check(_ expressions: [Expr]) throws {
    var seen: Set<Expr> = []
    for e in expressions { try check(e, &seen) }
  }

  private mutating func check(_ e: Expr, _ seen: inout Set<Expr>) throws {
    guard seen.insert(e).inserted else { return }
    switch store.op(e) {
    case .number: return
    case .symbol:
      if slots[e] == nil { throw TapeError.unboundSymbol(store.symbolName(e) ?? "") }
    case .sum, .product, .power:
      for operand in store.operands(e) { try check(operand, &seen) }
    case .call:
      // Sums and derivatives bind symbols of their own.
      if store.indexedSum(e) != nil || store.namelessDerivative(e) != nil {
        _ = try compile(e)
        return
      }
      guard store.function(e)?.evaluate != nil else {
        throw TapeError.functionWithoutEvaluator(store.functionName(e) ?? "")
      }
      for operand in store.operands(e) { try check(operand, &seen) }
    }
  }
}
