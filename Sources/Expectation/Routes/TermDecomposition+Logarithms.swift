internal import Calculus
internal import Expressions
internal import Multiprecision

extension TermDecomposition {
  /// Higher powers of a logarithm are left alone.
  private static let highestLogarithm = 4

  /// A term with a logarithm of a sum affine in the variable as a sum of terms, the constant taken out:
  /// `log(c + s*x) = log(c) + log(1 + s*x/c)`, which the kernels have in that form alone; nil for other terms.
  func withUnitLogarithms(_ term: Expr) -> Expr? {
    for factor in store.factors(term) {
      let (base, exponent) = store.baseAndExponent(factor)
      guard let n = store.integerValue(exponent), n > 0, n <= Self.highestLogarithm,
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
}
