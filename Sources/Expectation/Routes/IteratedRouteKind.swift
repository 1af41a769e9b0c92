internal import Calculus

/// Several observed variables, integrated one after another: one of them given the others, then what is left.
///
/// The innermost may be any whose value bounds no other; the order in which the variables are listed is tried first.
struct IteratedRouteKind: ExpectationRouteKind {
  let coversAtoms = true

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count > 1 else { return nil }
    var innermost = setting.innermostVariables
    while let variable = innermost.popLast() {
      if let order = IntegrationOrder(setting, innermost: variable) {
        return IteratedRoute(setting, order, alternatives: innermost)
      }
    }
    return nil
  }
}

extension DensitySetting {
  /// The positions of the variables that may be integrated first, because no range of another depends on them.
  fileprivate var innermostVariables: [Int] {
    observed.indices.filter { k in
      !observed.contains { other in
        (other.range.bounds + other.atoms).contains { store.contains($0, observed[k].variable) }
      }
    }
  }
}
