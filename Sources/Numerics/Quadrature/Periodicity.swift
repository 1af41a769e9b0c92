internal import Expressions
internal import Multiprecision

/// Whether expressions repeat themselves over the length of an interval, and how fast they vary on it.
///
/// Periodic is what depends on the variable only through functions that are periodic, of arguments that are linear in it,
/// with a whole number of their periods in the length.
struct Periodicity {
  private let store: ExpressionStore
  private let variable: Expr
  private let length: Expr
  private var memo: [Expr: Bool] = [:]
  /// The largest number of periods of a function within the interval.
  private(set) var harmonics = 1

  init(_ store: ExpressionStore, variable: Expr, length: Expr) {
    self.store = store
    self.variable = variable
    self.length = length
  }

  mutating func holds(for e: Expr) -> Bool {
    if !store.contains(e, variable) { return true }
    if e == variable { return false }
    if let known = memo[e] { return known }
    let result = isPeriodicCall(e) || store.operands(e).allSatisfy { holds(for: $0) }
    memo[e] = result
    return result
  }

  private mutating func isPeriodicCall(_ e: Expr) -> Bool {
    guard let period = store.function(e)?.periodInPi,
      let argument = PolynomialForm(store.operand(e, at: 0), in: variable, store), argument.degree == 1
    else { return false }
    // The slope's share of the length, in periods of the function.
    let one = store.product([store.number(Rational(period)), store.call("pi", [])])
    guard let count = store.numberValue(store.quotient(store.product([argument[1], length]), one))?.asInt, count != 0
    else { return false }
    harmonics = max(harmonics, count.magnitude > 1 << 20 ? 1 << 20 : abs(count))
    return true
  }
}
