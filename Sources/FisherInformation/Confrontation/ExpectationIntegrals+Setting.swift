internal import Expectation
internal import Expressions
internal import Numerics

extension ExpectationIntegrals {
  /// The integrals of integrands against the density of a setting, not divided by its mass.
  convenience init(_ setting: DensitySetting, _ integrands: [Expr], parameters: [Expr]) throws {
    let store = setting.store
    try self.init(
      store: store, logDensity: setting.logDensity,
      variables: setting.observed.map { observed in
        let kinks = store.cuts(of: setting.logDensity, in: observed.variable)
        return (observed.variable, IntegrationSet(observed.range, kinks: kinks, in: store))
      },
      integrands: integrands, parameters: parameters, assumptions: setting.assumptions)
  }
}
