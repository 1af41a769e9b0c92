internal import Expressions

/// A matrix as one over a common denominator times a matrix of numerators, as a book sets it.
///
/// Only factors that are sums are taken out: those make the entries wide.
struct CommonDenominator {
  /// The denominator that was taken out.
  let denominator: Expr
  /// What is left of the entries.
  let entries: [[Expr]]

  /// Takes out what all entries other than 0 have in their denominators; nil where that is nothing, or not worth it.
  init?(_ matrix: [[Expr?]], in store: ExpressionStore) {
    let rows = matrix.map { $0.compactMap { $0 } }
    guard rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    let filled = rows.flatMap { $0 }.filter { $0 != store.zero }
    guard filled.count > 2, let first = filled.first else { return nil }
    let common = DisplayTerm(first, in: store).lower.filter { factor in
      store.op(factor.base) == .sum && filled.allSatisfy { Self.sign(of: factor, in: $0, store) != nil }
    }
    if common.isEmpty { return nil }
    denominator = store.product(common.map { store.power($0.base, $0.exponent) })
    entries = rows.map { row in
      row.map { entry in
        if entry == store.zero { return entry }
        return common.reduce(entry) { rest, factor in
          let sign = Self.sign(of: factor, in: rest, store) ?? 1
          let base = sign > 0 ? factor.base : Self.negated(factor.base, store)
          let isOdd = store.integerValue(factor.exponent).map { $0 % 2 != 0 } ?? true
          let numerator = store.product([rest, store.power(base, factor.exponent)])
          return sign < 0 && isOdd ? store.negated(numerator) : numerator
        }
      }
    }
  }

  /// 1 where a factor stands in the denominator of an entry as it is, -1 where its negative does, nil where neither does.
  private static func sign(of factor: DisplayTerm.Factor, in entry: Expr, _ store: ExpressionStore) -> Int? {
    let lower = DisplayTerm(entry, in: store).lower
    if lower.contains(factor) { return 1 }
    let isWhole = store.integerValue(factor.exponent) != nil
    let opposite = negated(factor.base, store)
    return isWhole && lower.contains { $0.base == opposite && $0.exponent == factor.exponent } ? -1 : nil
  }

  /// The sum with every term negated.
  private static func negated(_ sum: Expr, _ store: ExpressionStore) -> Expr {
    store.sum(store.operands(sum).map { store.negated($0) })
  }
}
