internal import Calculus
internal import Expectation
internal import Expressions

/// The conditions on the parameters, beyond the declared ones, under which the expectations of a model exist.
///
/// They come from the leading exponents of the whole integrands, or else from what the nearest kernel asks for; only
/// expectations that are not closed on the declared domain are looked at.
struct DerivedConditions {
  /// Those for the mean and the covariance of the score.
  let information: [Condition]
  /// Those that the mean of the Hessian asks for besides.
  let curvature: [Condition]

  init(_ derived: DerivedModel) {
    let results = derived.results
    let integrability = Integrability(results.setting)
    let store = results.setting.store
    let symbols = derived.symbols
    /// The solved conditions for expectations under assumptions.
    func conditions(_ derivations: [Derivation], given: [Condition]) -> [Condition] {
      let assumptions = derived.model.assumptions.assuming(given)
      var demands: [Condition] = []
      for derivation in derivations where store.containsExpectation(derivation.result) {
        guard let g = store.expectationArgument(derivation.subject) else { continue }
        demands += integrability?.conditions(for: g) ?? []
      }
      return Self.solved(demands, symbols, assumptions)
    }
    var information = conditions(results.expectedScore + results.outer.flatMap { $0 }, given: [])
    var curvature = conditions(results.negativeHessian.flatMap { $0 }, given: information)
    if information.isEmpty, curvature.isEmpty {
      information = Self.solved(results.obstacles.compactMap(\.condition), symbols, derived.model.assumptions)
      curvature = []
    }
    self.information = information
    self.curvature = curvature
  }

  /// All of them.
  var all: [Condition] { information + curvature }

  /// Open demands as bounds of single parameters where they are such, none that follows from the others.
  private static func solved(_ demands: [Condition], _ symbols: [Expr], _ assumptions: Assumptions) -> [Condition] {
    let store = assumptions.store
    let open = demands.filter { demand in
      let free = demand.freeSymbols(in: store)
      return !free.isEmpty && free.allSatisfy(symbols.contains) && assumptions.holds(demand) == .unknown
    }
    let domains = ParameterDomains(
      meeting: Condition.minimal(open, under: assumptions).map { DomainRequirement($0, of: store.zero) },
      parameters: symbols, observed: [], assumptions: assumptions)
    // A choice among several ways to meet a demand is not what follows from it.
    let found = domains.inferred.contains(where: \.isConvention) ? open : domains.inferred.map(\.condition)
    return Condition.minimal(found, under: assumptions)
  }
}
