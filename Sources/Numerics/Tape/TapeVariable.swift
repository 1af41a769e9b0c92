internal import Expressions

/// A variable of a tape.
struct TapeVariable: Hashable {
  let symbol: Expr
  /// Whether it is positive wherever the tape is run, and comes with its logarithm.
  var isPositive = false
  /// What a positive variable leaves of a length, in a symbol of its own; it comes with its logarithm too.
  var rest: Expr?

  init(_ symbol: Expr, isPositive: Bool = false, rest: Expr? = nil) {
    self.symbol = symbol
    self.isPositive = isPositive
    self.rest = rest
  }
}
