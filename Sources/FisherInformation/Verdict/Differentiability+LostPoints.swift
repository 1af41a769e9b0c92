internal import Calculus
internal import Expressions
internal import Multiprecision

/// Points of a discrete support that the density loses at single values of a parameter: `(x - a)^2` is 0 at x = a, where a may be
/// one of the integers. What is summed changes there, and the information with it.
extension Differentiability {
  /// The conditions, `a ≠ x`, under which no point is lost.
  var keptPoints: [Condition] {
    guard let observed = onlyDiscrete else { return [] }
    var found: [Condition] = []
    for pole in poles where store.contains(pole, observed.symbol) {
      guard derived.model.assumptions.isNonzero(pole) == .unknown, let condition = kept(pole, observed.symbol),
        !found.contains(condition)
      else { continue }
      found.append(condition)
    }
    return found
  }

  /// What keeps a sum from vanishing that is affine in a parameter and in the variable, with numbers as slopes.
  private func kept(_ sum: Expr, _ variable: Expr) -> Condition? {
    derived.model.parameters.firstValue { parameter in
      guard let (slope, offset) = store.affineParts(of: sum, in: parameter), store.numberValue(slope) != nil,
        store.affineParts(of: offset, in: variable).map({ store.numberValue($0.slope) != nil }) ?? false
      else { return nil }
      return .relation(parameter, .notEqual, simplifier.textbookForm(store.negated(store.quotient(offset, slope))))
    }
  }

  /// Those of them that fail at a point.
  func lost(at point: [Rational]) -> [Condition] {
    guard let observed = onlyDiscrete else { return [] }
    let values = zip(derived.symbols, point).map { ($0, store.number($1)) }
    let range = Condition.membership(observed.symbol, observed.range).substituting(values, in: store)
    let support = SamplePoints(of: [observed.symbol], assumptions: Assumptions(store).assuming([range]))
    return keptPoints.filter { condition in
      guard case .relation(let left, _, let right) = condition,
        let (slope, offset) = store.affineParts(
          of: store.substitute(store.difference(left, right), values), in: observed.symbol),
        let place = store.numberValue(simplifier.normal(store.negated(store.quotient(offset, slope))))
      else { return false }
      return support.admits([place]) == .yes
    }
  }

  private var onlyDiscrete: ObservedVariable? {
    let observed = derived.model.observed
    return observed.count == 1 && observed[0].range.isDiscrete ? observed[0] : nil
  }
}
