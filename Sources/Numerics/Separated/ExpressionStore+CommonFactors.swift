internal import Expressions

extension ExpressionStore {
  /// A sum with the factors that all its terms have, and a sign that all have, taken out of it.
  func withCommonFactors(_ e: Expr) -> Expr {
    guard op(e) == .sum else { return e }
    let parts = terms(e).map { coefficientAndRest($0) }
    let lists = parts.map { factors($0.1) }
    var common = lists[0].filter { factor in factor != one && lists.dropFirst().allSatisfy { $0.contains(factor) } }
    if parts.allSatisfy({ $0.0.signum < 0 }) { common.append(minusOne) }
    if common.isEmpty { return e }
    let divisor = reciprocal(product(common))
    return product(common + [sum(terms(e).map { product([$0, divisor]) })])
  }
}
