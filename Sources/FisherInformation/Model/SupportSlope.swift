internal import Expressions

/// The slope with which a condition depends on an observed variable: its sign tells on which side it bounds the variable.
struct SupportSlope {
  let slope: Expr
  /// The factors of the slope whose signs are not known.
  let undecided: [Expr]

  /// The slope of a comparison or an interval in a variable; nil where it is not affine, or does not depend on it.
  init?(of condition: Condition, in variable: Expr, under assumptions: Assumptions) {
    let store = assumptions.store
    let form: Expr
    switch condition {
    case .relation(let left, _, let right): form = store.difference(left, right)
    case .membership(let member, .interval): form = member
    case .membership: return nil
    }
    guard store.contains(form, variable), let parts = store.affineParts(of: form, in: variable) else { return nil }
    self.init(parts.slope, under: assumptions)
  }

  /// A slope.
  init(_ slope: Expr, under assumptions: Assumptions) {
    self.slope = slope
    undecided = assumptions.store.factors(slope).filter { factor in
      assumptions.isPositive(factor) != .yes && assumptions.isNegative(factor) != .yes
    }
  }
}
