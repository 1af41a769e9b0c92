internal import Expressions

/// One substitution applied to many expressions, with a memo in common.
struct Substitution {
  private let store: ExpressionStore
  private var memo: [Expr: Expr]

  init(_ store: ExpressionStore, replacing old: Expr, with new: Expr) {
    self.store = store
    memo = [old: new]
  }

  mutating func apply(_ e: Expr) -> Expr {
    if let known = memo[e] { return known }
    var operands = store.operands(e)
    var isChanged = false
    for position in operands.indices {
      let new = apply(operands[position])
      isChanged = isChanged || new != operands[position]
      operands[position] = new
    }
    let result = isChanged ? store.rebuilt(e, operands: operands) : e
    memo[e] = result
    return result
  }
}
