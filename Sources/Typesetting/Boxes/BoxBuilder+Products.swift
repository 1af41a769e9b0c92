internal import Expressions
internal import Multiprecision

extension BoxBuilder {
  /// A term without its sign: a product, or a quotient of two.
  func unsigned(_ term: DisplayTerm) -> MathBox {
    guard term.hasDenominator else {
      let isNegatedSum = term.isNegative && term.numerator.isOne && term.upper.count == 1
      return isNegatedSum ? factor(term.upper[0], isLast: true) : product(term.numerator, term.upper)
    }
    switch layout {
    case .inline:
      let numerator = product(term.numerator, term.upper, isDividend: true)
      return .row([numerator, .sign(.slash), divisor(term.denominator, term.lower)])
    case .stacked: return stacked(term)
    }
  }

  /// A quotient with a line; a small one inside another takes a slash.
  private func stacked(_ term: DisplayTerm) -> MathBox {
    let lower = nested.product(term.denominator, term.lower)
    if isNested, lower.letters + nested.product(term.numerator, term.upper).letters <= Self.slashLetters {
      return inline.unsigned(term)
    }
    if term.lower.isEmpty, let last = term.upper.last, isNamedCall(last.base) {
      // A half before a logarithm reads better than a logarithm over 2.
      let coefficient = MathBox.fraction(.number("\(term.numerator)"), lower)
      return .row([coefficient, .sign(.invisibleTimes), product(1, term.upper)])
    }
    // An expectation of something tall stands beside the fraction and not in it.
    let tall = term.upper.filter { isTallExpectation($0) }
    if tall.isEmpty { return .fraction(nested.product(term.numerator, term.upper), lower) }
    let rest = term.upper.filter { !isTallExpectation($0) }
    let coefficient = MathBox.fraction(nested.product(term.numerator, rest), lower)
    return .row([coefficient, .sign(.invisibleTimes), product(1, tall)])
  }

  /// The number of letters up to which a quotient inside another takes a slash.
  private static let slashLetters = 12

  private func isTallExpectation(_ factor: DisplayTerm.Factor) -> Bool {
    guard factor.exponent == store.one, case .expectation? = store.function(factor.base)?.notation.style else {
      return false
    }
    let box = box(factor.base)
    return box.isTall || box.letters > 2 * Self.slashLetters
  }

  /// Factors beside each other; a lone sum goes without parentheses unless a slash follows.
  private func product(_ number: Integer, _ factors: [DisplayTerm.Factor], isDividend: Bool = false) -> MathBox {
    if factors.isEmpty { return .number("\(number)") }
    if number.isOne, factors.count == 1 {
      if isDividend { return factor(factors[0], isLast: false) }
      return store.op(factors[0].base) == .sum && factors[0].exponent == store.one
        ? box(factors[0].base) : factor(factors[0], isLast: true)
    }
    var boxes: [MathBox] = number.isOne ? [] : [.number("\(number)")]
    for (i, one) in factors.enumerated() {
      boxes.append(factor(one, isLast: i == factors.count - 1 && !isDividend))
    }
    return .list(boxes, separator: .invisibleTimes)
  }

  /// What stands after a slash: parentheses unless it is a single factor.
  private func divisor(_ number: Integer, _ factors: [DisplayTerm.Factor]) -> MathBox {
    if factors.isEmpty { return .number("\(number)") }
    if number.isOne, factors.count == 1 { return factor(factors[0], isLast: false) }
    return product(number, factors).parenthesised
  }

  /// One factor of several: sums in parentheses; a name such as log keeps its parentheses when something follows.
  private func factor(_ factor: DisplayTerm.Factor, isLast: Bool) -> MathBox {
    if factor.exponent != store.one { return power(factor, isLast: isLast) }
    switch store.op(factor.base) {
    case .call where !isLast && isBound(factor.base): return box(factor.base).parenthesised
    case .symbol, .call: return call(factor.base, bare: isLast)
    case .number: return isAtomic(factor.base) ? box(factor.base) : box(factor.base).parenthesised
    case .sum, .product, .power: return box(factor.base).parenthesised
    }
  }

  /// Whether an expression is a sum or product over an index, whose term would swallow what follows.
  private func isBound(_ e: Expr) -> Bool {
    if case .bound? = store.function(e)?.notation.style { return true }
    return false
  }

  /// Whether an expression is the call of a named function.
  private func isNamedCall(_ e: Expr) -> Bool {
    switch store.function(e)?.notation.style {
    case .call, .prefixCall, .subscriptedCall, .superscriptedCall: true
    default: false
    }
  }
}
