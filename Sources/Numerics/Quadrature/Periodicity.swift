internal import Expressions
internal import Multiprecision

/// Whether expressions repeat themselves over the length of an interval, and how fast they vary on it.
///
/// Periodic is what depends on the variable only through functions that are periodic, of arguments that are linear in it
/// with rational slope.
struct Periodicity {
  private let store: ExpressionStore
  private let variable: Expr
  /// The length of the interval as a multiple of pi.
  private let length: Rational
  private var memo: [Expr: Bool] = [:]
  /// The largest number of periods of a function within the interval.
  private(set) var harmonics = 1

  /// Nil unless the length is a multiple of pi.
  init?(_ store: ExpressionStore, variable: Expr, length: Expr) {
    let ratio = store.quotient(length, store.call("pi", []))
    guard let value = store.numberValue(ratio), value.signum > 0 else { return nil }
    self.store = store
    self.variable = variable
    self.length = value
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
    guard let period = store.function(e)?.periodInPi, let slope = slope(of: store.operand(e, at: 0)),
      let count = (slope * length / Rational(period)).asInt, count != 0
    else { return false }
    harmonics = max(harmonics, count.magnitude > 1 << 20 ? 1 << 20 : abs(count))
    return true
  }

  /// The number c of `c x + r` with an r free of the variable; nil for any other expression.
  private func slope(of e: Expr) -> Rational? {
    if !store.contains(e, variable) { return Rational(0) }
    if e == variable { return Rational(1) }
    let (coefficient, rest) = store.coefficientAndRest(e)
    if rest != e { return slope(of: rest).map { coefficient * $0 } }
    guard store.op(e) == .sum else { return nil }
    var total = Rational(0)
    for term in store.operands(e) {
      guard let part = slope(of: term) else { return nil }
      total = total + part
    }
    return total
  }
}
