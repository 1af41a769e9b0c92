internal import Expressions
internal import Multiprecision

/// Functions with `f(x) + f(-x)` constant, evaluated without cancellation in either tail (see `FunctionTails`).
extension TapeCompiler {
  /// `log(f(x))` and `log(total - f(x))` by the function's own evaluator; nil for any other logarithm.
  mutating func compileLogarithmOfTail(_ argument: Expr) throws -> Slot? {
    let call = complement(argument) ?? argument
    guard let tails = store.function(call)?.tails else { return nil }
    return try emitCall(tails.logarithm, store.operands(call))
  }

  /// A sum in which `k (total - f(x))` is replaced by `k f(-x)`; nil where there is none.
  func withoutComplements(_ sum: Expr) -> Expr? {
    let terms = store.operands(sum)
    guard let number = terms.firstIndex(where: { store.isNumber($0) }), let value = store.numberValue(terms[number])
    else { return nil }
    for (k, term) in terms.enumerated() where k != number {
      let (coefficient, call) = store.coefficientAndRest(term)
      guard let total = store.function(call)?.tails?.total, coefficient * total == -value else { continue }
      var rest = terms.indices.filter { $0 != k && $0 != number }.map { terms[$0] }
      rest.append(store.product([store.number(-coefficient), reflected(call)]))
      return store.sum(rest)
    }
    return nil
  }

  /// `f(-x)` for `total - f(x)`; nil for anything else.
  private func complement(_ e: Expr) -> Expr? {
    guard store.op(e) == .sum, let call = withoutComplements(e), store.function(call)?.tails != nil else { return nil }
    return call
  }

  private func reflected(_ call: Expr) -> Expr {
    guard let id = store.functionID(call), let last = store.operands(call).last else { return call }
    return store.call(id, store.operands(call).dropLast() + [store.negated(last)])
  }
}
