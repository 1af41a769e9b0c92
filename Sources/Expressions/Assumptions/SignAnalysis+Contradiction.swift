internal import Multiprecision

extension SignAnalysis {
  /// Whether the assumptions are proved to have no common point: an empty domain, or `0 > 0` as their combination.
  var isContradictory: Bool {
    if domains.values.contains(where: isEmpty) { return true }
    let all = inequalities.map(\.inequality)
    let monomials = all.flatMap { $0.form.support.map(\.monomial) }
    var seen: Set<Expr> = []
    let facts = monomials.filter { seen.insert($0).inserted }.flatMap { SignProof(analysis: self).monomialFacts($0) }
    return FarkasSearch(inequalities: all + facts).proof(of: LinearForm()) == .positive
  }

  private func isEmpty(_ set: NumberSet) -> Bool {
    switch set {
    case .reals: return false
    case .finite(let values): return values.isEmpty
    case .lattice(let lower, let upper):
      guard let lower, let upper else { return false }
      return signs(store.difference(upper, lower)) == .negative
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      guard let lower, let upper else { return false }
      let length = signs(store.difference(upper, lower))
      return length == .negative || (length.isSubset(of: .nonpositive) && !(lowerClosed && upperClosed))
    }
  }
}
