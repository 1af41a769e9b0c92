import Expressions
import Multiprecision
import TestSupport

extension SplitMix {
  /// A random expression in a few symbols.
  mutating func expression(in store: ExpressionStore, depth: Int) -> Expr {
    if depth == 0 || Int.random(in: 0..<5, using: &self) == 0 {
      if Bool.random(using: &self) { return store.symbol(["x", "y", "theta"][Int.random(in: 0..<3, using: &self)]) }
      return store.number(Rational(Int.random(in: -4...4, using: &self), Int.random(in: 1...3, using: &self)))
    }
    switch Int.random(in: 0..<5, using: &self) {
    case 0: return store.sum((0..<3).map { _ in expression(in: store, depth: depth - 1) })
    case 1: return store.product((0..<3).map { _ in expression(in: store, depth: depth - 1) })
    case 2:
      return store.power(expression(in: store, depth: depth - 1), store.integer(Int.random(in: -2...3, using: &self)))
    case 3: return store.exp(expression(in: store, depth: depth - 1))
    default: return store.log(expression(in: store, depth: depth - 1))
    }
  }
}
