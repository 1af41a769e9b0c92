internal import Calculus
internal import Expressions

/// Terms that no kernel has, written as sums of terms that kernels may have.
struct TermDecomposition {
  /// Higher powers in a numerator are left alone.
  private static let highestPower = 8

  let variable: Expr
  let simplifier: Simplifier
  let store: ExpressionStore
  private let isLattice: Bool

  init(_ density: TransformedDensity) {
    variable = density.variable
    isLattice = density.observed.range.isDiscrete
    simplifier = density.simplifier
    store = density.simplifier.store
  }

  /// The expression as a sum of terms without a power of the variable over an affine sum, which are written in powers of that
  /// sum: `x^2/(1 + a*x) = ((1 + a*x)^2 - 2*(1 + a*x) + 1)/(a^2*(1 + a*x))`.
  func split(_ e: Expr) -> Expr {
    let terms = store.terms(simplifier.expanded(simplifier.expandedLogarithms(e)))
    return store.sum(terms.map { divided($0) ?? $0 })
  }

  private func divided(_ term: Expr) -> Expr? {
    let factors = store.factors(term)
    guard let k = factors.firstIndex(where: { isDivisor($0) }) else { return nil }
    let (base, exponent) = store.baseAndExponent(factors[k])
    guard let (power, n, slope, offset) = power(of: base, among: factors), n <= Self.highestPower else { return nil }
    // x^n = ((base - offset)/slope)^n, by the binomial theorem.
    let others = factors.enumerated().filter { $0.offset != k && $0.offset != power }.map(\.element)
    var binomial = 1
    var parts: [Expr] = []
    for j in 0...n {
      parts.append(
        store.product(
          others + [
            store.integer(binomial), store.power(store.negated(offset), store.integer(n - j)),
            store.power(slope, store.integer(-n)), store.power(base, store.sum([exponent, store.integer(j)])),
          ]))
      binomial = binomial * (n - j) / (j + 1)
    }
    return store.sum(parts.map { simplifier.expanded($0) })
  }

  /// A factor that is a natural power of the variable, or of an exponential, in which a divisor is affine.
  private func power(of base: Expr, among factors: [Expr]) -> (position: Int, n: Int, slope: Expr, offset: Expr)? {
    if let (slope, offset) = store.affine(base, in: variable, simplifier) {
      let found = factors.firstIndex { store.baseAndExponent($0).0 == variable }
      guard let found, let n = store.integerValue(store.baseAndExponent(factors[found]).1), n > 0 else { return nil }
      return (found, n, slope, offset)
    }
    for (position, factor) in factors.enumerated() where store.contains(factor, variable) {
      guard let argument = store.exponentialArgument(factor),
        let (_, exponential) = store.terms(base).map({ store.split($0, over: variable) }).first(where: {
          store.exponentialArgument($0.1) != nil
        }), let unit = store.exponentialArgument(exponential),
        let n = store.integerValue(simplifier.normal(store.quotient(argument, unit))), n > 0,
        let (slope, offset) = store.affine(base, in: exponential, simplifier),
        !store.containsAny(store.sum([slope, offset]), [variable])
      else { continue }
      return (position, n, slope, offset)
    }
    return nil
  }

  /// An expression with no term that has a natural power of an exponential over a sum that is affine in it: such terms may have
  /// means only together.
  func withoutExponentials(_ e: Expr) -> Expr {
    let terms = store.terms(simplifier.expanded(e))
    func isMixed(_ term: Expr) -> Bool {
      let factors = store.factors(term)
      return factors.contains { store.contains($0, variable) && store.exponentialArgument($0) != nil }
        && factors.contains(where: isDivisor)
    }
    return terms.contains(where: isMixed) ? store.sum(terms.map { isMixed($0) ? divided($0) ?? $0 : $0 }) : e
  }

  /// A term as a sum of others, by one step; nil where none applies.
  func further(_ term: Expr) -> Expr? { partialFractions(term) ?? withUnitLogarithms(term) ?? withUnitSlope(term) }

  /// A term of a sum over integers with `s*(k + c/s)` for a divisor `c + s*k`: series are known in powers of `k + a`.
  private func withUnitSlope(_ term: Expr) -> Expr? {
    guard isLattice else { return nil }
    var factors = store.factors(term)
    for (position, factor) in factors.enumerated() where isDivisor(factor) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let (slope, offset) = store.affine(base, in: variable, simplifier), slope != store.one,
        simplifier.assumptions.isPositive(slope) == .yes
      else { continue }
      let unit = store.sum([variable, simplifier.normal(store.quotient(offset, slope))])
      factors[position] = store.product([store.power(slope, exponent), store.power(unit, exponent)])
      return store.product(factors)
    }
    return nil
  }

  /// The first step of the decomposition of `x^(-n)/(offset + slope*x)^m` into partial fractions:
  /// `(x^(-n)/(…)^(m-1) - slope*x^(1-n)/(…)^m)/offset`; nil for other terms.
  private func partialFractions(_ term: Expr) -> Expr? {
    let factors = store.factors(term)
    guard let k = factors.firstIndex(where: { isDivisor($0) }) else { return nil }
    let (base, exponent) = store.baseAndExponent(factors[k])
    guard let (slope, offset) = store.affine(base, in: variable, simplifier), offset != store.zero,
      simplifier.assumptions.isNonzero(offset) == .yes, let m = store.integerValue(exponent),
      let power = factors.firstIndex(where: { store.baseAndExponent($0).0 == variable }),
      let n = store.integerValue(store.baseAndExponent(factors[power]).1), n < 0,
      m >= -Self.highestPower, n >= -Self.highestPower
    else { return nil }
    let others = factors.enumerated().filter { $0.offset != k && $0.offset != power }.map(\.element)
    func fraction(_ coefficient: Expr, _ n: Int, _ m: Int) -> Expr {
      store.product(
        others + [coefficient, store.power(variable, store.integer(n)), store.power(base, store.integer(m))])
    }
    let share = store.reciprocal(offset)
    return store.sum([
      fraction(share, n, m + 1), fraction(store.negated(store.product([slope, share])), n + 1, m),
    ])
  }

  private func isDivisor(_ factor: Expr) -> Bool {
    let (base, exponent) = store.baseAndExponent(factor)
    guard store.op(base) == .sum, store.contains(base, variable), let n = store.numberValue(exponent) else {
      return false
    }
    return n.signum < 0
  }
}
