internal import Expressions
internal import Multiprecision

/// The substitution `x -> constant + sign * v` applied to many expressions, with a memo in common.
///
/// In sums of powers of x the new terms are multiplied out, so that what cancels exactly does so in the store:
/// `1 - x/theta` becomes `v/theta` for `x = theta - v`, `1 - x^2` becomes `2*v - v^2` for `x = 1 - v`, and
/// `1 + xi*(x - m)/s` becomes `-xi*v/s` for `x = m - s/xi - v`, and `cos(x)` becomes `sin(v)` for `x = pi/2 - v`.
struct Substitution {
  private let store: ExpressionStore
  private let old: Expr
  private let constant: Expr
  private let linear: Expr
  private var memo: [Expr: Expr]

  /// Powers of sums up to this exponent are multiplied out.
  private static let largestExpandedPower = 8

  init(_ store: ExpressionStore, replacing old: Expr, with constant: Expr, plus linear: Expr) {
    self.store = store
    self.old = old
    self.constant = store.multipliedOut(constant)
    self.linear = linear
    memo = [old: store.sum([constant, linear])]
  }

  mutating func apply(_ e: Expr) -> Expr {
    if let known = memo[e] { return known }
    if let quotient = overCommonPower(e) {
      let result = apply(quotient)
      memo[e] = result
      return result
    }
    var operands = store.operands(e)
    let isSum = store.op(e) == .sum
    var isChanged = false
    for position in operands.indices {
      let term = operands[position]
      let new = isSum && constant != store.zero ? expanded(term) ?? distributed(term) : apply(term)
      isChanged = isChanged || new != term
      operands[position] = new
    }
    var result = isChanged ? store.rebuilt(e, operands: operands) : e
    if isChanged { result = store.withoutQuarterTurns(result) ?? result }
    memo[e] = result
    return result
  }

  /// A sum of powers of x, some of them negative, over their common denominator: `1/x - 1` as `(1 - x)/x`, in which what
  /// cancels next to 1 can be multiplied out.
  private func overCommonPower(_ e: Expr) -> Expr? {
    guard store.op(e) == .sum, constant != store.zero else { return nil }
    let lowest =
      store.terms(e).flatMap { store.factors($0) }.compactMap { factor -> Int? in
        let (base, exponent) = store.baseAndExponent(factor)
        return base == old ? store.integerValue(exponent) : nil
      }.min() ?? 0
    guard lowest < 0, lowest >= -Self.largestExpandedPower else { return nil }
    let shift = store.power(old, store.integer(-lowest))
    let numerator = store.sum(store.terms(e).map { store.product([$0, shift]) })
    return store.product([numerator, store.power(old, store.integer(lowest))])
  }

  /// The new form of a term, multiplied out where it was a multiple of a sum or of its power: `xi*(x - m)/s`, `(x - m)^2`.
  private mutating func distributed(_ term: Expr) -> Expr {
    let moving = store.factors(term).filter { store.contains($0, old) }
    let new = apply(term)
    guard moving.count == 1 else { return new }
    let (base, exponent) = store.baseAndExponent(moving[0])
    guard store.op(base) == .sum, let n = store.integerValue(exponent), (1...Self.largestExpandedPower).contains(n)
    else { return new }
    return store.multipliedOut(new)
  }

  /// The term `c x^n` multiplied out, for a `c` without x; nil for any other term.
  private func expanded(_ term: Expr) -> Expr? {
    var coefficient: [Expr] = []
    var power = 0
    for factor in store.factors(term) {
      let (base, exponent) = store.baseAndExponent(factor)
      if base == old, let n = store.integerValue(exponent), n > 0, n <= Self.largestExpandedPower {
        power += n
      } else if store.contains(factor, old) {
        return nil
      } else {
        coefficient.append(factor)
      }
    }
    guard power > 0 else { return nil }
    let parts = (0...power).map { k in
      store.multipliedOut(
        store.product(
          coefficient + [
            store.number(Rational(Integer.binomial(power, k))), store.power(constant, store.integer(power - k)),
            store.power(linear, store.integer(k)),
          ]))
    }
    return store.sum(parts)
  }
}
