public import Expressions

/// u = x/(1 - x) on (0, 1), where the log-density has a pole at 1, or shows a function of both log(x) and log(1 - x).
public struct OddsSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// One candidate, where 1 - x stands in a denominator, or a power or a call contains both logarithms or the quotient
  /// itself.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    let x = observed.variable
    guard case .interval(let lower?, let upper?, _, _) = observed.range, lower == store.zero, upper == store.one else {
      return []
    }
    let rest = store.difference(store.one, x)
    let odds = store.quotient(x, rest)
    let shown = DensityParts(setting, x).parts { part in
      let (base, exponent) = store.baseAndExponent(part)
      if base == rest, setting.assumptions.isNegative(exponent) == .yes { return true }
      guard store.op(part) == .power || store.op(part) == .call, part != store.log(x), part != store.log(rest) else {
        return false
      }
      return store.contains(part, odds) || store.contains(part, store.log(x)) && store.contains(part, store.log(rest))
    }
    guard !shown.isEmpty else { return [] }
    let above = store.sum([store.one, u])
    return [
      Substitution(
        id: "substitution.odds", variable: u, forward: odds, inverse: store.quotient(u, above),
        logJacobian: store.product([store.integer(-2), store.log(above)]),
        image: .interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false),
        shortcuts: [(rest, store.reciprocal(above)), (odds, u)])
    ]
  }
}
