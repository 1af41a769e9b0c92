public import Expressions

/// u = log(x) on the half-line, where a power of log(x) stands in the density.
public struct LogarithmSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// One candidate, centred where the density shows log(x) - m.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    guard case .interval(let lower, let upper, _, _) = observed.range, lower == store.zero, upper == nil else {
      return []
    }
    let logarithm = store.log(observed.variable)
    let powers = DensityParts(setting, observed.variable).parts { part in
      store.op(part) == .power && store.contains(part, logarithm)
    }
    guard !powers.isEmpty else { return [] }
    var centres: [Expr] = [store.zero]
    for power in powers {
      if let (slope, offset) = store.affine(store.baseAndExponent(power).0, in: logarithm, setting.simplifier) {
        centres.insert(store.negated(store.quotient(offset, slope)), at: 0)
      }
    }
    return centres.map { centre in
      let inverse = store.exp(store.sum([centre, u]))
      return Substitution(
        id: "substitution.logarithm", variable: u, forward: store.difference(logarithm, centre), inverse: inverse,
        logJacobian: store.sum([centre, u]), image: .reals)
    }
  }
}
