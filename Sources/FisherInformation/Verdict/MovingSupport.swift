internal import Expectation
internal import Expressions

/// The bounds of the support that move with a parameter.
struct MovingSupport {
  /// One bound and how the density behaves there.
  struct Bound {
    let variable: Expr
    let bound: Expr
    let isLower: Bool
    /// The parameters with which it moves.
    let parameters: [Expr]
    /// Coefficient and exponent of the density's leading power in the distance; nil where these could not be told.
    let density: (coefficient: Expr, exponent: Expr)?
  }

  let bounds: [Bound]
  private let store: ExpressionStore

  init(_ setting: DensitySetting, parameters: [Expr]) {
    let store = setting.store
    self.store = store
    let integrability = Integrability(setting)
    bounds = setting.observed.flatMap { observed in
      Self.ends(of: observed.range).compactMap { bound, isLower in
        let movers = parameters.filter { store.contains(bound, $0) }
        guard !movers.isEmpty else { return nil }
        let end = integrability?.density(at: bound, isLower: isLower)
        return Bound(
          variable: observed.variable, bound: bound, isLower: isLower, parameters: movers,
          density: end.map { ($0.coefficient, $0.exponent) })
      }
    }
  }

  /// Whether the density has a positive limit at one of them: then the laws are not dominated by one another and no
  /// information is defined, whatever the identities say; the uniform law on (t, t + 1) satisfies both with 0.
  var leavesJump: Bool { bounds.contains { $0.density?.exponent == store.zero } }

  private static func ends(of range: NumberSet) -> [(bound: Expr, isLower: Bool)] {
    switch range {
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper):
      [lower.map { ($0, true) }, upper.map { ($0, false) }].compactMap { $0 }
    case .reals, .finite: []
    }
  }
}
