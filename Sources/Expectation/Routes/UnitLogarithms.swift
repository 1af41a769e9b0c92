internal import Calculus
internal import Expressions
internal import Multiprecision

/// Logarithms of sums affine in the variable, with the constant taken out: `log(c + s*x) = log(c) + log(1 + s*x/c)`, which
/// the kernels have in that form alone.
struct UnitLogarithms {
  private let variable: Expr
  private let simplifier: Simplifier
  private let store: ExpressionStore

  init(_ density: TransformedDensity) {
    variable = density.variable
    simplifier = density.simplifier
    store = density.simplifier.store
  }

  /// A term with such a logarithm as a sum of terms; nil for other terms.
  func split(_ term: Expr) -> Expr? {
    for factor in store.factors(term) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let n = store.integerValue(exponent), n > 0, n <= Self.highestPower,
        let argument = store.logarithmArgument(base), store.op(argument) == .sum,
        let (slope, offset) = store.affine(argument, in: variable, simplifier),
        simplifier.assumptions.isPositive(offset) == .yes,
        !simplifier.isZero(store.difference(offset, store.one))
      else { continue }
      let unit = store.sum([store.one, store.product([store.quotient(slope, offset), variable])])
      let others = store.factors(term).filter { $0 != factor }
      // Not brought to a normal form, which might put the two logarithms together again.
      let parts = (0...n).map { j in
        store.product(
          others + [
            store.number(Rational(Integer.binomial(n, j))), store.power(store.log(offset), store.integer(n - j)),
            store.power(store.log(unit), store.integer(j)),
          ])
      }
      return store.sum(parts)
    }
    return nil
  }

  /// Higher powers of a logarithm are left alone.
  private static let highestPower = 4
}
