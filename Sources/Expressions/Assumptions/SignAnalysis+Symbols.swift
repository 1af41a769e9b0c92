internal import Multiprecision

extension SignAnalysis {
  /// The signs of a symbol: from its own domain, then from the joint assumptions that mention it.
  func symbolSigns(_ symbol: Expr) -> Signs {
    let own = signs(of: domains[symbol] ?? .reals)
    if own == .positive || own == .negative || own == .zero { return own }
    let isJoint = inequalities.contains { $0.symbols.contains(symbol) } || !nonzeroForms.isEmpty
    guard isJoint else { return own }
    var form = LinearForm()
    form.add(Rational(1), symbol, in: store)
    return refined(own, form)
  }

  /// The signs of the members of a set.
  func signs(of set: NumberSet) -> Signs {
    switch set {
    case .reals: return .real
    case .finite(let values): return values.reduce(Signs()) { $0.union(signs($1)) }
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      return signsAbove(lower, lowerClosed).intersection(signsAbove(upper.map(store.negated), upperClosed).negated)
    case .lattice(let lower, let upper):
      return signsAbove(lower, true).intersection(signsAbove(upper.map(store.negated), true).negated)
    }
  }

  /// The signs of the numbers above a bound.
  private func signsAbove(_ bound: Expr?, _ isClosed: Bool) -> Signs {
    guard let bound else { return .real }
    let known = signs(bound)
    if known == .positive || (!isClosed && known.isSubset(of: .nonnegative)) { return .positive }
    return known.isSubset(of: .nonnegative) ? .nonnegative : .real
  }
}
