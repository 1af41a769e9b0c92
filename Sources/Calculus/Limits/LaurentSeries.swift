internal import Expressions
internal import Multiprecision

/// A truncated Laurent series `Σ_k c_k h^(valuation + k)` in a step h, with symbolic coefficients.
///
/// The coefficients listed are all that is known; a series that is zero as far as it is known has none.
struct LaurentSeries {
  /// The exponent of the first coefficient; for a series without coefficients, the first exponent about which nothing is
  /// known.
  private(set) var valuation: Int
  private(set) var coefficients: [Expr]
  private let simplifier: Simplifier
  private var store: ExpressionStore { simplifier.store }

  /// Takes coefficients in normal form; leading zeros are dropped.
  init(_ coefficients: [Expr], from valuation: Int = 0, _ simplifier: Simplifier) {
    let zeros = coefficients.prefix { $0 == simplifier.store.zero }.count
    self.valuation = valuation + zeros
    self.coefficients = Array(coefficients.dropFirst(zeros))
    self.simplifier = simplifier
  }

  /// The first exponent about which nothing is known.
  var precision: Int { valuation + coefficients.count }

  /// The coefficient of a power, where it is known.
  func coefficient(of exponent: Int) -> Expr? {
    if exponent >= precision { return nil }
    return exponent < valuation ? store.zero : coefficients[exponent - valuation]
  }

  /// The sum, known as far as both are.
  static func + (a: LaurentSeries, b: LaurentSeries) -> LaurentSeries {
    let end = min(a.precision, b.precision)
    let start = min(a.valuation, b.valuation, end)
    let sums = (start..<end).map { k in
      a.simplifier.normal(a.store.sum([a.coefficient(of: k), b.coefficient(of: k)].compactMap { $0 }))
    }
    return LaurentSeries(sums, from: start, a.simplifier)
  }

  /// The product, known as far as the shorter one reaches.
  static func * (a: LaurentSeries, b: LaurentSeries) -> LaurentSeries {
    let count = min(a.coefficients.count, b.coefficients.count)
    let products = (0..<count).map { k in
      a.simplifier.normal(a.store.sum((0...k).map { a.store.product([a.coefficients[$0], b.coefficients[k - $0]]) }))
    }
    return LaurentSeries(products, from: a.valuation + b.valuation, a.simplifier)
  }

  /// `(c h^v (1 + …))^p = c^p h^(v p) (1 + …)^p` by the recurrence of J. C. P. Miller (Knuth, TAOCP 2, 4.7); nil where v p
  /// is no integer, or no coefficient is known.
  func power(_ exponent: Expr) -> LaurentSeries? {
    guard let first = coefficients.first else { return nil }
    let start: Int
    if valuation == 0 {
      start = 0
    } else {
      guard let n = store.integerValue(exponent) else { return nil }
      start = valuation * n
    }
    var result = [store.one]
    for k in 1..<max(1, coefficients.count) {
      let parts = (1...k).map { j in
        let weight = store.difference(store.product([store.sum([exponent, store.one]), ratio(j, k)]), store.one)
        return store.product([weight, coefficients[j], result[k - j]])
      }
      result.append(simplifier.normal(store.quotient(store.sum(parts), first)))
    }
    let scale = store.power(first, exponent)
    return LaurentSeries(result.map { simplifier.normal(store.product([scale, $0])) }, from: start, simplifier)
  }

  private func ratio(_ j: Int, _ k: Int) -> Expr { store.number(Rational(j, k)) }

  /// A function of the series from the Taylor coefficients at its value for h = 0; nil where it has no such value.
  func composed(_ taylor: [Expr]) -> LaurentSeries? {
    guard valuation >= 0, let order = taylor.indices.last.map({ min($0 + 1, precision) }), order > 0 else { return nil }
    var small = (0..<order).map { coefficient(of: $0) ?? store.zero }
    small[0] = store.zero
    let change = LaurentSeries(small, simplifier)
    // Horner's scheme: t_0 + δ (t_1 + δ (t_2 + …)).
    var result = constant(taylor[order - 1], order)
    for coefficient in taylor[..<(order - 1)].reversed() {
      result = change.times(result, order) + constant(coefficient, order)
    }
    return result
  }

  /// A product of series without negative powers, known to an order: that of h is 0 in the first.
  private func times(_ other: LaurentSeries, _ order: Int) -> LaurentSeries {
    let products = (0..<order).map { k in
      simplifier.normal(
        store.sum((0...k).map { store.product([coefficient(of: $0)!, other.coefficient(of: k - $0)!]) }))
    }
    return LaurentSeries(products, simplifier)
  }

  private func constant(_ value: Expr, _ order: Int) -> LaurentSeries {
    LaurentSeries([value] + Array(repeating: store.zero, count: order - 1), simplifier)
  }
}
