internal import Expressions
internal import Multiprecision

/// Functions evaluated without cancellation next to a value: those with `f(x) + f(-x)` constant in either tail (see
/// `FunctionTails`), others where they are nearly 1.
extension TapeCompiler {
  /// `log(f(x))` and `log(total - f(x))` by the function's own evaluator; nil for any other logarithm.
  mutating func compileLogarithmOfTail(_ argument: Expr) throws -> Slot? {
    let call = complement(argument) ?? argument
    guard let tails = store.function(call)?.tails else { return nil }
    return try emitCall(tails.logarithm, store.operands(call))
  }

  /// A sum in which `k (total - f(x))` is replaced by `k f(-x)`, and `k (1 - f(x))` and
  /// `k (1 + f(x))` by forms of their own; nil where there is none.
  func withoutComplements(_ sum: Expr) -> Expr? {
    let terms = store.operands(sum)
    guard let number = terms.firstIndex(where: { store.isNumber($0) }), let value = store.numberValue(terms[number])
    else { return nil }
    for (k, term) in terms.enumerated() where k != number {
      let (coefficient, call) = store.coefficientAndRest(term)
      guard let complement = complement(of: call, in: -value / coefficient) else { continue }
      let rest = terms.indices.filter { $0 != k && $0 != number }.map { terms[$0] }
      return store.sum(rest + [store.product([store.number(-coefficient), complement])])
    }
    return nil
  }

  /// `c - f(x)` in a form without cancellation; nil where there is none.
  private func complement(of call: Expr, in c: Rational) -> Expr? {
    guard let definition = store.function(call) else { return nil }
    if definition.tails?.total == c { return reflected(call) }
    if c == Rational(-1) { return store.complement(of: call, isSum: true).map(store.negated) }
    return c.isOne ? store.complement(of: call) : nil
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
