internal import Calculus
internal import Expressions
internal import Multiprecision

/// A truncated expansion `v^exponent * Σ_m Σ_k c[m][k] v^k (log v)^m` as v → 0+, with symbolic exponent and coefficients.
struct LocalSeries {
  /// Terms of relative order v^0 … v^(order - 1) are kept.
  static let order = 4

  var exponent: Expr
  /// Coefficients by power of log v, then by power of v.
  var coefficients: [[Expr]]

  /// `constant + v*(…)` without a logarithm.
  init(exponent: Expr, analytic: [Expr]) {
    self.exponent = exponent
    coefficients = [analytic]
  }

  /// The product of the two, the exponents added.
  func multiplied(by other: LocalSeries, _ store: ExpressionStore) -> LocalSeries {
    var result = LocalSeries(exponent: store.sum([exponent, other.exponent]), analytic: [])
    result.coefficients = Array(
      repeating: Array(repeating: store.zero, count: Self.order),
      count: coefficients.count + other.coefficients.count - 1)
    for (m, row) in coefficients.enumerated() {
      for (n, otherRow) in other.coefficients.enumerated() {
        for (i, a) in row.enumerated() where a != store.zero {
          for (j, b) in otherRow.enumerated() where i + j < Self.order && b != store.zero {
            let product = store.product([a, b])
            result.coefficients[m + n][i + j] = store.sum([result.coefficients[m + n][i + j], product])
          }
        }
      }
    }
    return result
  }

  /// The sum of two series whose exponents differ by an integer, relative to this one's exponent.
  func adding(_ other: LocalSeries, shiftedBy shift: Int, _ store: ExpressionStore) -> LocalSeries {
    var result = self
    while result.coefficients.count < other.coefficients.count {
      result.coefficients.append(Array(repeating: store.zero, count: Self.order))
    }
    for (m, row) in other.coefficients.enumerated() {
      for (k, c) in row.enumerated() where k + shift < Self.order {
        result.coefficients[m][k + shift] = store.sum([result.coefficients[m][k + shift], c])
      }
    }
    return result
  }

  /// The lowest power of v, relative to the exponent, with a coefficient that does not vanish identically.
  func leadingOrder(_ simplifier: Simplifier) -> Int {
    for k in 0..<Self.order where coefficients.contains(where: { k < $0.count && !simplifier.isZero($0[k]) }) {
      return k
    }
    return Self.order
  }
}
