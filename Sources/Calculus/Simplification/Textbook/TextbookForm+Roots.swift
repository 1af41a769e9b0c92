internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// The cheapest form in which roots may stand below the line, made from an expression as it came; nil where the quotient has
  /// none that were brought above it.
  ///
  /// A root in a denominator leaves the normal form by its conjugate, which doubles the length and may vanish where the
  /// denominator does not: `1/(a + sqrt(2)*exp(x))` becomes `(a - sqrt(2)*exp(x))/(a^2 - 2*exp(2*x))`. Here roots count as
  /// symbols.
  func formWithRootsBelow(_ original: Expr, _ value: RationalFunction) -> Expr? {
    guard field.hasRelations, !value.denominator.isEmpty,
      value.numerator.variables.contains(where: { field.relation(of: $0) != nil }), dividesByRoots(original)
    else { return nil }
    var symbols: [(root: Expr, symbol: Expr)] = []
    let replaced = replacingRoots(original, &symbols)
    if symbols.isEmpty { return nil }
    return store.substitute(choose(replaced), symbols.map { ($0.symbol, $0.root) })
  }

  /// Whether a sum with roots in its terms stands below the line.
  private func dividesByRoots(_ e: Expr) -> Bool {
    store.subexpressions(of: e).contains { part in
      guard store.op(part) == .power else { return false }
      let (base, exponent) = store.baseAndExponent(part)
      return store.op(base) == .sum && store.numberValue(exponent).map { $0.signum < 0 } == true && isMadeOfRoots(base)
    }
  }

  /// Whether a root occurs outside of the arguments of functions.
  private func isMadeOfRoots(_ e: Expr) -> Bool {
    switch store.op(e) {
    case .sum, .product: return store.operands(e).contains { isMadeOfRoots($0) }
    case .power:
      let (base, exponent) = store.baseAndExponent(e)
      return store.numberValue(exponent).map { !$0.isInteger } == true || isMadeOfRoots(base)
    case .number, .symbol, .call: return false
    }
  }

  /// An expression with powers `b^(p/q)` as `s^p`, s a symbol for the root of b.
  private func replacingRoots(_ e: Expr, _ symbols: inout [(root: Expr, symbol: Expr)]) -> Expr {
    let mapped = store.mapOperands(e) { replacingRoots($0, &symbols) }
    guard store.op(mapped) == .power else { return mapped }
    let (base, exponent) = store.baseAndExponent(mapped)
    guard let power = store.numberValue(exponent), !power.isInteger, let degree = power.denominator.asInt else {
      return mapped
    }
    let root = store.power(base, store.number(Rational(1, degree)))
    if !symbols.contains(where: { $0.root == root }) {
      symbols.append((root, store.symbol("root.\(symbols.count)")))
    }
    let symbol = symbols.first { $0.root == root }?.symbol ?? root
    return store.power(symbol, store.number(power * Rational(degree)))
  }
}
