internal import Multiprecision

extension SignAnalysis {
  /// Whether a condition follows from the assumptions.
  func holds(_ condition: Condition) -> Truth {
    switch condition {
    case .relation(let left, let relation, let right): relates(left, relation, right)
    case .membership(let e, let set): contains(set, e)
    }
  }

  /// Whether an expression is a real number wherever it is used.
  func isReal(_ e: Expr) -> Truth {
    store.contains(e, store.infinity) ? .unknown : signs(e).liesIn(.real)
  }

  private func relates(_ left: Expr, _ relation: Relation, _ right: Expr) -> Truth {
    let isInfinite = [left, right].map { store.contains($0, store.infinity) }
    if isInfinite[0] && isInfinite[1] { return .unknown }
    if isInfinite[1] { return relatesToInfinity(left, relation, right) }
    if isInfinite[0] { return relatesToInfinity(right, relation.mirrored, left) }
    return signs(store.difference(left, right)).liesIn(Signs(satisfying: relation))
  }

  private func relatesToInfinity(_ e: Expr, _ relation: Relation, _ bound: Expr) -> Truth {
    guard isReal(e) == .yes else { return .unknown }
    if bound == store.infinity { return Signs.negative.liesIn(Signs(satisfying: relation)) }
    if bound == store.negated(store.infinity) { return Signs.positive.liesIn(Signs(satisfying: relation)) }
    return .unknown
  }

  private func contains(_ set: NumberSet, _ e: Expr) -> Truth {
    switch set {
    case .reals: return isReal(e)
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      let above = lower.map { relates(e, lowerClosed ? .greaterOrEqual : .greater, $0) } ?? .yes
      let below = upper.map { relates(e, upperClosed ? .lessOrEqual : .less, $0) } ?? .yes
      return isReal(e) && above && below
    case .lattice(let lower, let upper):
      let above = lower.map { relates(e, .greaterOrEqual, $0) } ?? .yes
      let below = upper.map { relates(e, .lessOrEqual, $0) } ?? .yes
      return isInteger(e) && above && below
    case .finite(let values):
      if domains[e] == set { return .yes }
      return values.reduce(.no) { $0 || relates(e, .equal, $1) }
    }
  }
}

extension Signs {
  /// The signs of `a - b` for which a relation between a and b holds.
  init(satisfying relation: Relation) {
    self =
      switch relation {
      case .less: .negative
      case .lessOrEqual: .nonpositive
      case .greater: .positive
      case .greaterOrEqual: .nonnegative
      case .equal: .zero
      case .notEqual: .nonzero
      }
  }
}
