internal import Expressions

/// Takes positive variables out of absolute values: `|c v|` is `|c| v`.
///
/// On a piece that ends at a kink, what is 0 by cancellation then vanishes in the store, as the second derivative of `|v|`
/// does; as a tape it would be rounding alone, whose integral agrees at no level.
struct AbsoluteValues {
  private let store: ExpressionStore
  private let positive: [Expr]
  private var memo: [Expr: Expr] = [:]

  init(_ store: ExpressionStore, positive: [Expr]) {
    self.store = store
    self.positive = positive
  }

  /// The expression with the positive variables outside of all absolute values of products.
  mutating func resolved(in e: Expr) -> Expr {
    guard store.containsAny(e, positive) else { return e }
    if let known = memo[e] { return known }
    let old = store.operands(e)
    let new = old.map { resolved(in: $0) }
    var result = new == old ? e : store.rebuilt(e, operands: new)
    if store.functionName(result) == "abs" { result = split(store.operand(result, at: 0)) ?? result }
    memo[e] = result
    return result
  }

  /// The sign of a multiple of powers of the positive variables; nil for others.
  func sign(of e: Expr) -> Int? {
    let factors = store.factors(e).filter { !positive.contains(store.baseAndExponent($0).0) }
    return factors.count < store.factors(e).count ? store.numberValue(store.product(factors))?.signum : nil
  }

  private func split(_ argument: Expr) -> Expr? {
    let factors = store.factors(argument)
    let outside = factors.filter { positive.contains(store.baseAndExponent($0).0) }
    if outside.isEmpty { return nil }
    let rest = store.product(factors.filter { !outside.contains($0) })
    let size = store.numberValue(rest).map { store.number($0.magnitude) } ?? store.call("abs", [rest])
    return store.product(outside + [size])
  }
}
