internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The integrals of one problem as one vector-valued program, so that the density is evaluated once a node for all.
struct Integrals {
  /// The integrands, in the order of the results.
  let integrands: [Expr]
  private let program: ExpectationIntegrals

  init(_ setting: DensitySetting, of integrands: [Expr], parameters: [Expr]) throws {
    self.integrands = integrands
    program = try ExpectationIntegrals(
      store: setting.store, logDensity: setting.logDensity,
      variables: setting.observed.map { ($0.variable, IntegrationSet($0.range, kinks: [], in: setting.store)) },
      integrands: integrands, parameters: parameters)
  }

  /// All integrals at a point.
  func evaluate(at point: [Rational], digits: Int, deadline: Deadline) throws -> [Expr: Estimate] {
    let values = try program.evaluate(at: point, digits: digits, deadline: deadline)
    return Dictionary(zip(integrands, values)) { first, _ in first }
  }
}
