/// Turns a demand that has to hold on a whole support into demands at the ends of the support.
struct SupportEndpoints {
  let assumptions: Assumptions
  let observed: [Expr]
  private var store: ExpressionStore { assumptions.store }

  /// The conditions on the parameters under which `e relation 0` holds for every observed value; empty if not found.
  ///
  /// Only for an expression affine in the single observed variable that occurs in it. At a bound that the variable does not
  /// attain the expression could vanish, but then the square of the derivative of its logarithm is not integrable there, as for
  /// `log(1 + a*x)` with x < 1 at a = -1: the condition is strict there too, unless equality is declared.
  func conditions(_ e: Expr, _ relation: Relation) -> [Condition] {
    let occurring = observed.filter { store.contains(e, $0) }
    guard occurring.count == 1, relation != .equal, relation != .notEqual,
      let (slope, offset) = store.affineParts(of: e, in: occurring[0]),
      let ends = ends(of: assumptions.domain(of: occurring[0]))
    else { return [] }
    let atEnds = ends.map { end -> Condition in
      guard let bound = end.bound else {
        return .relation(end.isLower ? store.negated(slope) : slope, relation.allowingEquality, store.zero)
      }
      let value = store.sum([store.product([slope, bound]), offset])
      let weak = Condition.relation(value, relation.allowingEquality, store.zero)
      return !end.isAttained && assumptions.holds(weak) == .yes ? weak : .relation(value, relation, store.zero)
    }
    return atEnds.filter { assumptions.holds($0) != .yes }
  }

  private func ends(of set: NumberSet) -> [(bound: Expr?, isAttained: Bool, isLower: Bool)]? {
    switch set {
    case .reals: return [(nil, false, true), (nil, false, false)]
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      return [(lower, lowerClosed, true), (upper, upperClosed, false)]
    case .lattice(let lower, let upper): return [(lower, true, true), (upper, true, false)]
    case .finite(let values): return values.map { ($0, true, true) }
    }
  }
}

extension Relation {
  /// The relation that equal sides satisfy as well.
  var allowingEquality: Relation {
    switch self {
    case .less: .lessOrEqual
    case .greater: .greaterOrEqual
    case .lessOrEqual, .greaterOrEqual, .equal, .notEqual: self
    }
  }
}
