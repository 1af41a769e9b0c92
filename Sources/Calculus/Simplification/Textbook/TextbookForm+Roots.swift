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
      value.numerator.variables.contains(where: { field.relation(of: $0) != nil })
    else { return nil }
    var symbols: [(root: Expr, symbol: Expr)] = []
    let replaced = replacingRoots(original, &symbols)
    if symbols.isEmpty { return nil }
    return store.substitute(choose(replaced), symbols.map { ($0.symbol, $0.root) })
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
