public import Expressions

extension ExpressionStore {
  /// A term as (what is free of a symbol) * (what depends on it); the second part is 1 where nothing does.
  public func split(_ term: Expr, over symbol: Expr) -> (free: Expr, dependent: Expr) {
    var free: [Expr] = []
    var dependent: [Expr] = []
    for factor in factors(term) {
      if contains(factor, symbol) { dependent.append(factor) } else { free.append(factor) }
    }
    return (product(free), product(dependent))
  }
}
