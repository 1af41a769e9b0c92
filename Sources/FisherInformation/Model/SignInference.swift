internal import Calculus
internal import Expressions

/// Finds the parameters whose sign nobody stated and that have to be positive for the mass to be 1.
///
/// The inverse Gaussian density, typed without the domain of its mean mu, has mass exp(2*lambda/mu) at a negative mu.
struct SignInference {
  let screening: MassScreening
  let normalizer: (any NormalizerProof)?
  private var store: ExpressionStore { screening.store }
  /// The parameters and known constants of a reading with one observed variable that have to be positive; none unless the
  /// mass is then proved to be 1.
  func conditions(of reading: Reading) -> [InferredCondition] {
    guard reading.observed.count == 1 else { return [] }
    let found = reading.symbols.filter { isOpen($0, reading) }.compactMap { condition($0, reading) }
    guard !found.isEmpty else { return [] }
    var positive = reading
    positive.assumptions = reading.assumptions.assuming(found.map(\.condition))
    // The logarithm of a density may come apart only where signs are known.
    let simplifier = Simplifier(positive.assumptions, formulas: screening.formulas)
    positive.logDensity = simplifier.expandedLogarithms(positive.logDensity)
    guard normalizer?.logMass(of: positive.modelReading(in: store)) == store.zero else { return [] }
    let negative = found.map { Condition.relation(factor($0), .less, store.zero) }
    let sampling = SamplePoints(of: reading.symbols, assumptions: reading.assumptions)
    guard found.count > 1, let point = sampling.point(satisfying: negative),
      screening.isNormalized(reading, at: point) == .yes
    else { return found }
    // All of them may be negative as well: a product of them has to be positive.
    return found.map { InferredCondition(condition: $0.condition, reason: .convention(reading.logDensity)) }
  }

  /// Whether a parameter may have either sign and no typed condition speaks of it.
  private func isOpen(_ parameter: Expr, _ reading: Reading) -> Bool {
    reading.assumptions.domain(of: parameter) == .reals
      && !reading.constraints.contains { $0.freeSymbols(in: store).contains(parameter) }
  }

  /// That a parameter is positive, where the mass is not 1 at a point at which it is negative.
  private func condition(_ parameter: Expr, _ reading: Reading) -> InferredCondition? {
    let sampling = SamplePoints(of: reading.symbols, assumptions: reading.assumptions)
    let negative = Condition.relation(parameter, .less, store.zero)
    guard let point = sampling.point(satisfying: [negative]), screening.isNormalized(reading, at: point) == .no else {
      return nil
    }
    let place = zip(reading.symbols, point).map { Condition.relation($0, .equal, store.number($1)) }
    return InferredCondition(
      condition: .relation(parameter, .greater, store.zero), reason: .unitMass(elsewhere: place))
  }

  /// The parameter that a condition speaks of.
  private func factor(_ found: InferredCondition) -> Expr { found.condition.expressions[0] }
}
