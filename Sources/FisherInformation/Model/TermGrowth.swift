internal import Expressions

/// How fast a term grows: `exp(rate*distance) * distance^power * log(distance)^logarithms`, where rate and power may have
/// parameters.
struct TermGrowth {
  var rate: Expr
  var power: Expr
  var logarithms = 0

  /// The growth of a constant.
  init(_ store: ExpressionStore) { (rate, power) = (store.zero, store.zero) }

  /// How one growth compares with another.
  enum Order {
    case less, equal, greater
  }

  /// How it compares with another; nil where that depends on parameters of which nothing is known.
  func compared(to other: TermGrowth, under assumptions: Assumptions) -> Order? {
    for (mine, others) in [(rate, other.rate), (power, other.power)] where mine != others {
      let difference = assumptions.store.difference(mine, others)
      if assumptions.isPositive(difference) == .yes { return .greater }
      return assumptions.isNegative(difference) == .yes ? .less : nil
    }
    return logarithms == other.logarithms ? .equal : logarithms < other.logarithms ? .less : .greater
  }

  /// Whether it is that of something without a bound.
  func isUnbounded(under assumptions: Assumptions) -> Bool {
    compared(to: TermGrowth(assumptions.store), under: assumptions) == .greater
  }
}
