internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// `c - c P` for a product P of powers and exponentials, whose logarithm tells its distance from 1 where that is small:
  /// `1 - exp(-x)`, `1 - x^a` next to x = 1, `1 - (x/(1 + x))^3` for large x; nil for any other sum.
  mutating func compileComplement(_ sum: Expr) throws -> Slot? {
    let terms = store.operands(sum)
    guard terms.count == 2, let number = terms.first(where: { store.isNumber($0) }),
      let c = store.numberValue(number), let term = terms.first(where: { $0 != number })
    else { return nil }
    let (coefficient, value) = store.coefficientAndRest(term)
    guard coefficient == -c, let logarithm = try compileLogarithm(ofPowers: value) else { return nil }
    let complement = emit(.complement, try compile(value), logarithm)
    return c.isOne ? complement : emit(.multiply, constant(c), complement)
  }

  /// The logarithm of a product of powers and exponentials that depends on a variable; nil where it is none, or none whose
  /// distance from 1 is lost in it. Where it is not real, it has no value.
  private mutating func compileLogarithm(ofPowers product: Expr) throws -> Slot? {
    if let (ratio, n) = integerPower(product) {
      guard let excess = excess(ratio) else { return nil }
      let logarithm = emit(.log1p, try compile(excess))
      return n == 1 ? logarithm : emit(.multiply, logarithm, constant(Rational(n)))
    }
    var terms: [Expr] = []
    for factor in store.factors(product) {
      if let argument = store.exponentialArgument(factor) {
        terms.append(argument)
      } else {
        let (base, exponent) = store.baseAndExponent(factor)
        guard store.integerValue(exponent) == nil else { return nil }
        terms.append(store.product([exponent, store.log(base)]))
      }
    }
    let logarithm = try compile(store.sum(terms))
    return logarithm.level > 0 ? logarithm : nil
  }

  /// A product of powers with exponents n and -n alone, some of them negative, as the n-th power of a ratio; nil for any
  /// other product.
  private func integerPower(_ product: Expr) -> (ratio: Expr, n: Int)? {
    let parts = store.factors(product).map { store.baseAndExponent($0) }
    let exponents = parts.compactMap { store.integerValue($0.1) }
    guard exponents.count == parts.count, let n = exponents.first?.magnitude,
      exponents.allSatisfy({ $0.magnitude == n }),
      exponents.contains(where: { $0 < 0 })
    else { return nil }
    let ratio = store.product(zip(parts, exponents).map { store.power($0.0, store.integer($1 > 0 ? 1 : -1)) })
    return (ratio, Int(n))
  }

  /// A ratio less 1, its numerator multiplied out so that what cancels does so exactly; nil where nothing cancels.
  private func excess(_ ratio: Expr) -> Expr? {
    let parts = store.factors(ratio).map { store.baseAndExponent($0) }
    let above = store.product(parts.filter { $0.1 == store.one }.map(\.0))
    let below = store.product(parts.filter { $0.1 != store.one }.map(\.0))
    let numerator = store.multipliedOut(store.difference(above, below))
    guard store.nodeCount(numerator) < store.nodeCount(above) + store.nodeCount(below) else { return nil }
    return store.quotient(numerator, below)
  }
}
