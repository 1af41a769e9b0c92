internal import Calculus
internal import Expressions
internal import Multiprecision

/// Where on the line of a single parameter several products of affine factors are all positive.
///
/// 3/(3 + a) and 3*(1 + a)/(3 + a) are both positive for a > -1 alone.
struct SignChart {
  private let store: ExpressionStore
  private let symbol: Expr
  /// For each product, whether it is negative far to the right, and the places where it changes its sign.
  private var products: [(isNegative: Bool, roots: [Rational])] = []

  /// The chart of the values that are such products; nil where they have not one parameter, or none is.
  init?(of values: [Expr], parameters: [Expr], _ simplifier: Simplifier) {
    store = simplifier.store
    let store = store
    let symbols = Set(values.flatMap { store.freeSymbols($0) })
    guard symbols.count == 1, let only = symbols.first, parameters.contains(only) else { return nil }
    symbol = only
    for value in values { if let product = product(value, simplifier) { products.append(product) } }
    if products.isEmpty { return nil }
  }

  private func product(_ value: Expr, _ simplifier: Simplifier) -> (isNegative: Bool, roots: [Rational])? {
    var (isNegative, roots) = (false, [Rational]())
    for factor in store.factors(RationalNormalForm(store).factored(value)) {
      let (base, exponent) = store.baseAndExponent(factor)
      if simplifier.assumptions.isPositive(factor) == .yes { continue }
      guard let n = store.integerValue(exponent), let (slope, offset) = store.affineParts(of: base, in: symbol),
        let a = store.numberValue(slope), let b = store.numberValue(offset)
      else { return nil }
      if n.isMultiple(of: 2) { continue }
      if (a.isZero ? b : a).signum < 0 { isNegative.toggle() }
      if !a.isZero { roots.append(-b / a) }
    }
    return (isNegative, roots)
  }

  /// The bounds of the only open interval in which all products are positive; nil where there are several, or none.
  func bounds() -> (lower: Rational?, upper: Rational?)? {
    let ends = Set(products.flatMap(\.roots)).sorted()
    let lowers = [nil] + ends.map { Optional($0) }
    let uppers = ends.map { Optional($0) } + [nil]
    let allowed = zip(lowers, uppers).filter { lower, upper in
      products.allSatisfy { product in
        // Each root to the right of the interval turns the sign once.
        let turns = product.roots.count { root in upper.map { root >= $0 } ?? false }
        return product.isNegative == !turns.isMultiple(of: 2)
      }
    }
    return allowed.count == 1 ? allowed[0] : nil
  }

  /// What the bounds demand.
  var conditions: [Condition] {
    guard let (lower, upper) = bounds() else { return [] }
    return [
      lower.map { Condition.relation(symbol, .greater, store.number($0)) },
      upper.map { Condition.relation(symbol, .less, store.number($0)) },
    ].compactMap(\.self)
  }
}
