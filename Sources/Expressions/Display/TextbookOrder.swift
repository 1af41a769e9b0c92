internal import Multiprecision

/// The order in which a textbook prints terms and factors; the canonical order of the store serves comparison, not readers.
///
/// Factors: constants, symbols, roots, sums, exponentials, calls, logarithms, expectations (`2*pi*x`, `x*(1 - x)`,
/// `x*log(theta)`).
/// Terms: alphabetical by their symbols, higher powers first, what has no symbol last; then a positive term is brought to
/// the front, and a number takes the side on which it is usual (`1 - theta`, `x + 1`, `alpha - 1`, `1 + x^2`).
public struct TextbookOrder {
  let store: ExpressionStore

  /// Creates the order for a store.
  public init(_ store: ExpressionStore) {
    self.store = store
  }

  /// The factors of a product in order.
  public func sorted(_ factors: [DisplayTerm.Factor]) -> [DisplayTerm.Factor] {
    if factors.count < 2 { return factors }
    return factors.map { (rank: rank($0), factor: $0) }.sorted { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      let c = store.compare(a.factor.base, b.factor.base)
      return c != 0 ? c < 0 : store.compare(a.factor.exponent, b.factor.exponent) < 0
    }.map(\.factor)
  }

  /// The terms of a sum in order.
  public func sorted(terms: [Expr]) -> [Expr] {
    if terms.count < 2 { return terms }
    var number: Expr?
    var constants: [Expr] = []
    var others: [Expr] = []
    for term in terms {
      if store.isNumber(term) {
        number = term
      } else if store.freeSymbols(term).isEmpty {
        constants.append(term)
      } else {
        others.append(term)
      }
    }
    others.sort { precedes($0, $1) }
    var ordered = others + constants
    if let positive = ordered.firstIndex(where: { !isNegative($0) }) {
      ordered.insert(ordered.remove(at: positive), at: 0)
    }
    guard let number else { return ordered }
    let leads = !isNegative(number) && (isNegative(ordered[0]) || !ordered.allSatisfy(isLinear))
    return leads ? [number] + ordered : ordered + [number]
  }

  /// Whether a term carries a minus sign.
  public func isNegative(_ term: Expr) -> Bool { store.coefficientAndRest(term).0.signum < 0 }

  /// Whether a term is a symbol or a multiple of one.
  private func isLinear(_ term: Expr) -> Bool { store.op(store.coefficientAndRest(term).1) == .symbol }

  /// Lexicographic by factors: what has the earlier symbol, or the higher power of it, comes first.
  private func precedes(_ a: Expr, _ b: Expr) -> Bool {
    let left = store.factors(store.coefficientAndRest(a).1)
    let right = store.factors(store.coefficientAndRest(b).1)
    for (x, y) in zip(left, right) where x != y {
      let (baseX, exponentX) = store.baseAndExponent(x)
      let (baseY, exponentY) = store.baseAndExponent(y)
      if baseX != baseY { return store.compare(baseX, baseY) < 0 }
      if let m = store.numberValue(exponentX)?.magnitude, let n = store.numberValue(exponentY)?.magnitude, m != n {
        return m > n
      }
      return store.compare(exponentX, exponentY) < 0
    }
    return left.count != right.count ? left.count > right.count : store.compare(a, b) < 0
  }

  /// The group that a factor belongs to.
  private func rank(_ factor: DisplayTerm.Factor) -> Int {
    if factor.exponent == store.half, store.op(factor.base) != .symbol { return 2 }
    switch store.op(factor.base) {
    case .number: return store.isNumber(factor.exponent) ? 0 : 1
    case .symbol: return 1
    case .sum, .product, .power: return 3
    case .call:
      switch store.function(factor.base)?.notation.style {
      case .constant: return 0
      case .exponential: return 4
      case .prefixCall, .factorialAfterName: return 6
      case .expectation, .bound: return 7
      default: return 5
      }
    }
  }
}
