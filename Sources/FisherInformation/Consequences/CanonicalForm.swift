internal import Calculus
internal import Expressions

/// An exponential family in canonical parameters, seen from a Hessian that is free of the observation.
struct CanonicalForm {
  let cumulant: Expr
  let means: [Derivation]
  let curvature: [[Derivation]]
  let meanInformation: Derivation?

  /// Reads the form off; nil where the parameters are not canonical.
  init?(_ base: ConsequenceDerivations) {
    let store = base.store
    guard !base.hessian.contains(where: { $0.contains { store.containsAny($0, base.observed) } }) else { return nil }
    let terms = store.terms(base.simplifier.expanded(base.logDensity))
    let free = terms.filter { !store.containsAny($0, base.observed) && store.containsAny($0, base.parameters) }
    let cumulant = base.simplifier.textbookForm(store.negated(store.sum(free)))
    // Linear in each parameter with a statistic as its factor, or the observation enters in another way.
    for term in terms where store.containsAny(term, base.observed) && store.containsAny(term, base.parameters) {
      let factors = store.factors(term).filter { store.containsAny($0, base.parameters) }
      guard factors.count == 1, base.parameters.contains(factors[0]) else { return nil }
    }
    self.cumulant = cumulant
    means = base.parameters.map { base.differentiated(cumulant, by: $0) }
    let gradients = means.map(\.result)
    curvature = base.parameters.indices.map { i in
      (0...i).map { j in base.differentiated(gradients[i], by: base.parameters[j]) }
    }
    guard base.parameters.count == 1 else {
      meanInformation = nil
      return
    }
    let slope = curvature[0][0].result
    meanInformation = base.simplified(store.quotient(base.information[0][0], store.power(slope, store.two)))
  }
}
