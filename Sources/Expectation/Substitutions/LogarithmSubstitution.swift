public import Expressions

/// u = log(x) - m on an interval of positive numbers, where the density shows a function of log(x), or where the interval
/// is bounded.
public struct LogarithmSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates, centred where the density shows log(x) - m, then as it stands.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    guard case .interval(let lower?, let upper, _, _) = observed.range,
      lower == store.zero || setting.assumptions.isPositive(lower) == .yes
    else { return [] }
    let logarithm = store.log(observed.variable)
    let parts = DensityParts(setting, observed.variable)
    let powers = parts.parts { store.op($0) == .power && store.contains($0, logarithm) }
    let calls = parts.parts { store.op($0) == .call && $0 != logarithm && store.contains($0, logarithm) }
    guard !powers.isEmpty || !calls.isEmpty || lower != store.zero else { return [] }
    var centres: [Expr] = [store.zero]
    for power in powers {
      if let (slope, offset) = store.affine(store.baseAndExponent(power).0, in: logarithm, setting.simplifier) {
        centres.insert(store.negated(store.quotient(offset, slope)), at: 0)
      }
    }
    func moved(_ bound: Expr?, _ centre: Expr) -> Expr? {
      guard let bound, bound != store.zero else { return nil }
      return setting.simplifier.expandedLogarithms(store.difference(store.log(bound), centre))
    }
    return centres.map { centre in
      let (from, to) = (moved(lower, centre), moved(upper, centre))
      return Substitution(
        id: "substitution.logarithm", variable: u, forward: store.difference(logarithm, centre),
        inverse: store.exp(store.sum([centre, u])), logJacobian: store.sum([centre, u]),
        image: from == nil && to == nil
          ? .reals : .interval(lower: from, upper: to, lowerClosed: false, upperClosed: false))
    }
  }
}
