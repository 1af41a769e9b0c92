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
      variables: setting.observed.map { observed in
        let kinks = setting.store.cuts(of: setting.logDensity, in: observed.variable)
        return (observed.variable, IntegrationSet(observed.range, kinks: kinks, in: setting.store))
      },
      integrands: integrands, parameters: parameters)
  }

  /// All integrals at a point.
  func evaluate(at point: [Rational], digits: Int, limits: WorkLimits) throws -> [Expr: Estimate] {
    let values = try program.evaluate(at: point, digits: digits, limits: limits)
    return Dictionary(zip(integrands, values)) { first, _ in first }
  }
}

extension IntegrationSet {
  /// The set that a variable of a given range is integrated over, cut at kinks; infinite bounds become nil.
  init(_ range: NumberSet, kinks: [Expr], in store: ExpressionStore) {
    func finite(_ bound: Expr?) -> Expr? {
      guard let bound, bound != store.infinity, bound != store.negated(store.infinity) else { return nil }
      return bound
    }
    switch range {
    case .reals: self = .interval(lower: nil, upper: nil, kinks: kinks)
    case .interval(let lower, let upper, _, _):
      self = .interval(lower: finite(lower), upper: finite(upper), kinks: kinks)
    case .finite(let points): self = .finite(points)
    case .lattice(let lower, let upper): self = .lattice(lower: finite(lower), upper: finite(upper))
    }
  }
}
