internal import Calculus
internal import Expressions
internal import Syntax

/// Says what a reading takes the parameters and known constants to be.
struct ReadingDescription {
  let store: ExpressionStore
  let reading: Reading

  /// The domain of each parameter and known constant.
  var domains: [ParameterDomain] { reading.symbols.map(domain) }

  /// The conditions on several parameters or known constants together.
  var jointConstraints: [Condition] {
    let all = reading.constraints + reading.inferred.map(\.condition)
    let observed = reading.observed.map(\.symbol)
    return all.filter { condition in
      let symbols = condition.freeSymbols(in: store)
      return symbols.count > 1 && !symbols.contains(where: observed.contains)
    }
  }

  /// Sentences on what was inferred.
  var notes: [Report.Sentence] {
    var result: [Report.Sentence] = reading.knownBecause.map { "\($0.symbol) is taken as known: \($0.reason)" }
    if reading.supportCoversCases {
      result.append("the support \(reading.supportConditions) is inferred: it is where the cases apply")
    }
    for point in reading.ignored {
      result.append("what the density is at \(point) is left out: a single point has no probability")
    }
    for observed in reading.observed {
      for atom in observed.atoms {
        result.append("\(Condition.relation(observed.symbol, .equal, atom)) has a probability of its own")
      }
    }
    return result + reading.inferred.map(sentence)
  }

  private func sentence(_ inferred: InferredCondition) -> Report.Sentence {
    let condition = inferred.condition
    return switch inferred.reason {
    case .support: "\(condition) is inferred, for the support not to be empty"
    case .finiteMass: "\(condition) is inferred, for the density to have a finite mass"
    case .convention(let part): "\(condition) is assumed: \(part) is real for other signs too"
    case .part(let part): "\(condition) is inferred from \(part)"
    case .unitMass(let place): "\(condition) is inferred: the density has mass 1 there, and not at \(place)"
    case .unitMassSeen(let place):
      "\(condition) is assumed: at the points tried there the formula is a density, and not at \(place)"
    }
  }

  private func domain(_ symbol: Expr) -> ParameterDomain {
    let set = reading.assumptions.domain(of: symbol)
    let main = conditions(symbol, set)
    let implied = Assumptions(store).assuming(main)
    let own = (reading.constraints + reading.inferred.map(\.condition)).filter { $0.freeSymbols(in: store) == [symbol] }
    let further = own.filter { implied.holds($0) != .yes }
    let isInferred = reading.inferred.contains { $0.condition.freeSymbols(in: store) == [symbol] }
    return ParameterDomain(symbol: symbol, set: set, conditions: main + further, isInferred: isInferred)
  }

  /// A set as a person would type it.
  private func conditions(_ symbol: Expr, _ set: NumberSet) -> [Condition] {
    switch set {
    case .reals: []
    case .interval(let lower?, nil, let isClosed, _): [.relation(symbol, isClosed ? .greaterOrEqual : .greater, lower)]
    case .interval(nil, let upper?, _, let isClosed): [.relation(symbol, isClosed ? .lessOrEqual : .less, upper)]
    case .interval, .finite, .lattice: [.membership(symbol, set)]
    }
  }
}
