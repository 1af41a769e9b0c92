internal import Expressions

/// The distinct integrands of one factor of a density; entry 0 is the density itself.
struct FactorEntries {
  private(set) var list: [Expr] = []
  private var positions: [Expr: Int] = [:]
  private let one: Expr

  init(_ store: ExpressionStore) {
    one = store.one
  }

  /// The entry of an integrand.
  mutating func entry(of e: Expr) -> Int {
    if e == one { return 0 }
    if let known = positions[e] { return known }
    list.append(e)
    positions[e] = list.count
    return list.count
  }
}
