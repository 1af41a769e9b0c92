internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// The number of tokens of the printed form: names, numbers, signs and pairs of parentheses (twice).
  func cost(_ e: Expr) -> Int {
    if let known = cache.costs[e] { return known }
    let result: Int
    switch store.op(e) {
    case .number: result = numberCost(store.numberValue(e) ?? Rational(0))
    case .symbol: result = 1
    case .sum:
      let operands = store.operands(e)
      let leads = operands.contains { store.coefficientAndRest($0).0.signum > 0 } ? 0 : 1
      result = operands.reduce(leads + operands.count - 1) { $0 + unsignedCost($1) }
    case .product, .power: result = unsignedCost(e) + (store.coefficientAndRest(e).0.signum < 0 ? 1 : 0)
    case .call:
      let operands = store.operands(e)
      result = operands.reduce(1 + max(0, operands.count - 1)) { $0 + cost($1) }
    }
    cache.costs[e] = result
    return result
  }

  private func numberCost(_ q: Rational) -> Int { (q.signum < 0 ? 1 : 0) + (q.isInteger ? 1 : 4) }

  /// The cost of a term without its sign.
  private func unsignedCost(_ e: Expr) -> Int {
    let (coefficient, rest) = store.coefficientAndRest(e)
    if rest == store.one { return numberCost(coefficient.magnitude) }
    var upper: [Int] = coefficient.numerator.magnitude.isOne ? [] : [1]
    var lower: [Int] = coefficient.denominator.isOne ? [] : [1]
    let factors = store.factors(rest)
    for factor in factors {
      let (base, exponent) = store.baseAndExponent(factor)
      if let value = store.numberValue(exponent), value.signum < 0 {
        lower.append(powerCost(base, store.number(-value)))
      } else {
        upper.append(powerCost(base, exponent))
      }
    }
    // A sum needs parentheses unless it stands alone above or below the line, where only the slash makes them needed.
    if upper.isEmpty { upper = [1] }
    var result = upper.reduce(upper.count - 1, +)
    if !lower.isEmpty { result += lower.reduce(lower.count + 1, +) + (lower.count > 1 ? 2 : 0) }
    return result
  }

  private func powerCost(_ base: Expr, _ exponent: Expr) -> Int {
    let isCompound = store.op(base) == .sum || store.op(base) == .product
    let baseCost = cost(base) + (isCompound ? 2 : 0) + (holdsFractions(base) ? 6 : 0)
    if exponent == store.one { return baseCost }
    if exponent == store.half { return cost(base) + 1 }
    let isSimple = store.integerValue(exponent) != nil || store.op(exponent) == .symbol
    return baseCost + 1 + cost(exponent) + (isSimple ? 0 : 2)
  }

  /// Whether a sum has terms with denominators other than numbers: fractions in fractions are hard to read.
  private func holdsFractions(_ e: Expr) -> Bool {
    store.op(e) == .sum
      && store.operands(e).contains { term in
        store.factors(term).contains { (store.numberValue(store.baseAndExponent($0).1)?.signum ?? 1) < 0 }
      }
  }
}
