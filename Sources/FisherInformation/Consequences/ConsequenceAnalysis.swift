internal import Calculus
internal import Expressions

/// Derives what follows from score and information, and keeps what passes its check.
struct ConsequenceAnalysis {
  private let base: ConsequenceDerivations
  private let oracle: NumericOracle

  init(_ base: ConsequenceDerivations, oracle: NumericOracle) {
    self.base = base
    self.oracle = oracle
  }

  /// The consequences; a derivation of which a step is not agreed to is left out.
  func consequences(change: CoordinateChange?) -> Report.Consequences {
    var result = Report.Consequences()
    result.estimators = checked(base.estimators) ?? []
    result.efficient = base.efficient.compactMap { entry in
      checked([entry.derivation]).map { (entry.parameter, $0[0]) }
    }
    result.separation = ScoreSeparation(base).flatMap(checked)
    result.canonical = CanonicalForm(base).flatMap(checked)
    result.coordinates = change.flatMap(checked)
    return result
  }

  private func checked(_ derivations: [Derivation]) -> [CheckedDerivation]? {
    try? Derivation.checked(derivations, in: base.store, by: oracle)
  }

  private func checked(_ separation: ScoreSeparation) -> Report.Consequences.Separation? {
    checked([separation.score, separation.bound]).map {
      .init(score: $0[0], statistic: separation.statistic, mean: separation.mean, bound: $0[1])
    }
  }

  private func checked(_ form: CanonicalForm) -> Report.Consequences.Canonical? {
    guard let means = checked(form.means) else { return nil }
    let curvature = form.curvature.compactMap { checked($0) }
    guard curvature.count == form.curvature.count else { return nil }
    // A″ must be the information that was derived from the score.
    for (i, row) in curvature.enumerated() {
      for (j, entry) in row.enumerated() {
        let difference = base.store.difference(entry.derivation.result, base.information[i][j])
        guard base.simplifier.isZero(difference) else { return nil }
      }
    }
    let meanInformation = form.meanInformation.flatMap { checked([$0])?[0] }
    return .init(cumulant: form.cumulant, means: means, curvature: curvature, meanInformation: meanInformation)
  }

  private func checked(_ change: CoordinateChange) -> Report.Consequences.Coordinates? {
    guard let parts = change.parts(base) else { return nil }
    let information = parts.information.compactMap { checked($0) }
    guard information.count == parts.information.count, let gradient = checked(parts.gradient),
      let old = checked(parts.oldGradient), let transported = checked(parts.transported)
    else { return nil }
    func agree(_ a: Expr, _ b: Expr) -> Bool { a == b || base.simplifier.isZero(base.store.difference(a, b)) }
    let sameInformation = information.enumerated().allSatisfy { i, row in
      row.enumerated().allSatisfy { j, entry in agree(entry.derivation.result, base.information[i][j]) }
    }
    let sameVector = zip(old, transported).allSatisfy { agree($0.derivation.result, $1.derivation.result) }
    return .init(
      map: change.map, information: information, gradient: gradient, oldGradient: old, transported: transported,
      isInvariant: sameInformation && sameVector)
  }
}
