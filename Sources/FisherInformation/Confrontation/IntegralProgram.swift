internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// All integrals of a problem as one vector-valued program: normaliser, scores, products, negative Hessian entries and
/// the moments that the derivations name.
struct IntegralProgram {
  private let integrals: ExpectationIntegrals
  private let parameterCount: Int
  private let further: [Expr]

  init(_ results: SymbolicResults, parameters: [Expr], further: [Expr]) throws {
    let store = results.setting.store
    var integrands = [store.one] + results.score
    for i in results.score.indices {
      for j in 0...i { integrands.append(store.product([results.score[i], results.score[j]])) }
    }
    for i in results.score.indices {
      for j in 0...i { integrands.append(store.negated(results.hessian[i][j])) }
    }
    parameterCount = results.score.count
    self.further = further
    integrals = try ExpectationIntegrals(
      store: store, logDensity: results.setting.logDensity,
      variables: results.setting.observed.map { ($0.variable, IntegrationSet($0.range, in: store)) },
      integrands: integrands + further, parameters: parameters)
  }
}
