internal import Expressions

/// Finds the parameters whose sign nobody stated and that have to be positive for the mass to be 1.
///
/// The inverse Gaussian density, typed without the domain of its mean mu, has mass exp(2*lambda/mu) at a negative mu.
struct SignInference {
  let screening: MassScreening
  private var store: ExpressionStore { screening.store }
  private static let patterns: [SamplePattern] = [.typical, .small]

  /// The parameters of a reading with one observed variable that have to be positive; none unless the mass is then 1
  /// wherever it is looked at.
  func conditions(of reading: Reading) -> [InferredCondition] {
    guard reading.observed.count == 1 else { return [] }
    let found = reading.parameters.filter { isOpen($0, reading) }.compactMap { condition($0, reading) }
    guard !found.isEmpty else { return [] }
    var positive = reading
    positive.assumptions = reading.assumptions.assuming(found.map(\.condition))
    let points = Self.patterns.compactMap { screening.point(positive, $0) }
    let isNormalized = points.allSatisfy { screening.isNormalized(positive, at: $0) == .yes }
    return !points.isEmpty && isNormalized ? found : []
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
}
