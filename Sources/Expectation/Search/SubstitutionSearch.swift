internal import Calculus
internal import Expressions

/// The densities that chains of substitutions make of one, the shortest chains first; found as they are asked for.
///
/// Candidates are read off the density at hand, so that a chain such as x = m + u, v = (u/s)^k comes from what the
/// density shows after its first link. The search is bounded by the number of densities and by the length of chains.
final class SubstitutionSearch {
  /// Bounds of a search.
  struct Limits {
    var densities = 40
    var stages = 3
    /// No density is followed that has more than this many times the nodes of the first.
    var growth = 6
  }

  /// What makes two densities of the search the same.
  private struct Shape: Hashable {
    let variable: Expr
    let weight: Expr
    let range: NumberSet
  }

  private let root: TransformedDensity
  private let known: Assumptions
  private let limits: Limits
  private let names: [Expr]
  private let kinds: [any SubstitutionKind]
  private var found: [TransformedDensity] = []
  private var seen: Set<Shape> = []
  private var pending: [(parent: TransformedDensity, substitution: Substitution)] = []
  private var hasReadTerms = false
  private var next = 0
  private var expanded = 0

  init(_ setting: DensitySetting, _ observed: DensitySetting.Observed, limits: Limits = Limits()) {
    root = TransformedDensity(setting, observed)
    known = setting.assumptions
    self.limits = limits
    names = setting.freshVariables(["u", "v", "w", "y", "z", "t"], count: limits.stages)
    kinds = standardSubstitutions
    enqueue(from: root)
  }

  /// The density at a position of the order of search, or nil beyond its end.
  subscript(position: Int) -> TransformedDensity? {
    while position >= found.count {
      guard grow() else { return nil }
    }
    return found[position]
  }

  /// Finds one more density.
  private func grow() -> Bool {
    while found.count < limits.densities {
      if next < pending.count {
        let (parent, substitution) = pending[next]
        next += 1
        let density = substitution.isIdentity ? parent : TransformedDensity(parent, substitution, known)
        // A substitution that is not solved for the old variable has to eliminate it.
        guard substitution.isIdentity || !density.simplifier.store.contains(density.weight, parent.variable),
          isNew(density)
        else { continue }
        found.append(density)
        return true
      }
      if !hasReadTerms {
        hasReadTerms = true
        if let terms = root.inTerms { enqueue(from: terms, without: Set(pending.map(\.substitution.forward))) }
        continue
      }
      guard expanded < found.count else { return false }
      let parent = found[expanded]
      expanded += 1
      if !parent.change.stages.isEmpty, parent.change.stages.count < limits.stages { enqueue(from: parent) }
    }
    return false
  }

  private func isNew(_ density: TransformedDensity) -> Bool {
    let store = density.simplifier.store
    guard store.nodeCount(density.weight) <= limits.growth * (store.nodeCount(root.weight) + 20) else { return false }
    return seen.insert(Shape(variable: density.variable, weight: density.weight, range: density.range)).inserted
  }

  private func enqueue(from parent: TransformedDensity, without known: Set<Expr> = []) {
    let u = names[parent.change.stages.count]
    for kind in kinds {
      for substitution in kind.candidates(for: parent.observed, of: parent.setting, to: u) {
        if substitution.isIdentity, !parent.change.stages.isEmpty { continue }
        if !known.contains(substitution.forward) { pending.append((parent, substitution)) }
      }
    }
  }
}
