internal import Expressions
internal import Multiprecision

extension TapeCompiler {
  /// The parts of a logarithm `c + k_1 log b_1 + ...` with c and the k of parameters alone, so that its exponential can be
  /// had as `e^c b_1^(k_1) ...`; nil for one with other terms, or with bases that nothing else evaluates.
  mutating func compileDensityPowers(_ logarithm: Expr) throws -> Tape.DensityPowers? {
    let terms = store.op(logarithm) == .sum ? store.operands(logarithm) : [logarithm]
    var constants: [Expr] = []
    var exponents: [(base: Expr, terms: [Expr])] = []
    for term in terms {
      if isOfParameters(term) {
        constants.append(term)
        continue
      }
      guard let (exponent, base) = multipleOfLogarithm(term) else { return nil }
      if let known = exponents.firstIndex(where: { $0.base == base }) {
        exponents[known].terms.append(exponent)
      } else {
        exponents.append((base, [exponent]))
      }
    }
    guard !exponents.isEmpty else { return nil }
    var factors: [Tape.DensityPowers.Factor] = []
    for (base, terms) in exponents {
      factors.append(
        Tape.DensityPowers.Factor(base: try compile(base).index, exponent: try compile(store.sum(terms)).index))
    }
    return Tape.DensityPowers(logarithm: try compile(store.sum(constants)).index, factors: factors)
  }

  /// The k and b of `k log b`, where k depends on parameters alone and b takes no call that is not there already.
  private func multipleOfLogarithm(_ term: Expr) -> (exponent: Expr, base: Expr)? {
    var base: Expr?
    var exponent: [Expr] = []
    for factor in store.factors(term) {
      if isOfParameters(factor) {
        exponent.append(factor)
      } else {
        guard base == nil, let argument = store.logarithmArgument(factor) else { return nil }
        base = argument
      }
    }
    guard let base else { return nil }
    let calls = store.subexpressions(of: base).filter { store.op($0) == .call }
    return calls.allSatisfy { slots[$0] != nil } ? (store.product(exponent), base) : nil
  }

  private func isOfParameters(_ e: Expr) -> Bool { store.freeSymbols(e).allSatisfy { slots[$0]?.level == 0 } }
}
