internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Integrals against the density of a setting, not divided by its mass: over its support as it is, or over each part of a
/// support with atoms, which add up.
struct SupportIntegrals {
  private let parts: [ExpectationIntegrals]

  init(_ setting: DensitySetting, _ integrands: [Expr], parameters: [Expr]) throws {
    let store = setting.store
    parts = try setting.parts.map { part in
      let logDensity = part.restricted(setting.logDensity)
      let variables = part.observed.map { observed in
        let kinks = store.cuts(of: logDensity, in: observed.variable)
        return (observed.variable, IntegrationSet(observed.range, kinks: kinks, in: store))
      }
      return try ExpectationIntegrals(
        store: store, logDensity: logDensity, variables: variables, integrands: integrands.map(part.restricted),
        parameters: parameters, assumptions: setting.assumptions)
    }
  }

  /// The integrals at a parameter point, in the order of the integrands; see `ExpectationIntegrals`.
  func evaluate(
    at point: [Rational], digits: Int, limits: WorkLimits = WorkLimits(), provingErrors: Bool = false
  ) throws -> [Estimate] {
    var sums = try parts[0].evaluate(at: point, digits: digits, limits: limits, provingErrors: provingErrors)
    for part in parts.dropFirst() {
      let values = try part.evaluate(at: point, digits: digits, limits: limits)
      sums = zip(sums, values).map { $0 + $1 }
    }
    return sums
  }
}
