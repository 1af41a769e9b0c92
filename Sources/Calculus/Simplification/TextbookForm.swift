public import Expressions

/// The cheapest of several equal forms of an expression, as a textbook would print it.
///
/// The cost of a form is the number of its nodes; ties are broken by the structural order, so the choice is deterministic.
public struct TextbookForm {
  let store: ExpressionStore
  let rational: RationalNormalForm
  let formulas: FunctionFormulas

  /// Creates a chooser that shares a normaliser and parsed formulas.
  public init(_ store: ExpressionStore, rational: RationalNormalForm, formulas: FunctionFormulas) {
    self.store = store
    self.rational = rational
    self.formulas = formulas
  }

  /// The cheapest form found.
  public func choose(_ e: Expr) -> Expr {
    var best = e
    for candidate in candidates(e) where isCheaper(candidate, than: best) { best = candidate }
    return best
  }

  private func candidates(_ e: Expr) -> [Expr] {
    [rational.normalForm(e), rational.factored(e), rational.expanded(e)]
  }

  private func isCheaper(_ a: Expr, than b: Expr) -> Bool {
    let (costA, costB) = (store.nodeCount(a), store.nodeCount(b))
    return costA != costB ? costA < costB : store.compare(a, b) < 0
  }
}
