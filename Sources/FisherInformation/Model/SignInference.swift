internal import Calculus
internal import Expressions
internal import Multiprecision

/// Finds on which side of 0 expressions in the parameters must lie for the mass to be 1, where nobody stated it.
///
/// The inverse Gaussian density, typed without the domain of its mean mu, has mass exp(2*lambda/mu) at a negative mu. Where
/// the density excludes a zero, as with `10 - m` for the mean, the mass is looked at on both sides of it; else the signs of
/// single symbols are in question.
struct SignInference {
  let screening: MassScreening
  let normalizer: (any NormalizerProof)?
  private var store: ExpressionStore { screening.store }

  /// An expression with the side of 0 on which the mass is not 1, and a point there.
  private struct Refuted {
    let expression: Expr
    let side: Relation
    let point: [Rational]
  }

  /// The conditions under which a reading with one observed variable has mass 1; none unless that is proved under them.
  func conditions(of reading: Reading) -> [InferredCondition] {
    guard reading.observed.count == 1 else { return [] }
    let excluded = excludedZeros(reading).compactMap { refuted($0, [.less, .greater], reading) }
    let found = proved(excluded, reading)
    if !found.isEmpty { return found }
    return proved(reading.symbols.filter { isOpen($0, reading) }.compactMap { refuted($0, [.less], reading) }, reading)
  }

  /// A point at which the mass is not 1, in a part of the domain between zeros that the density excludes; nil where none
  /// was found.
  func refutingPoint(_ reading: Reading) -> [Rational]? {
    guard reading.observed.count == 1 else { return nil }
    let sampling = SamplePoints(of: reading.symbols, assumptions: reading.assumptions)
    let parts = excludedZeros(reading).prefix(Self.maximumZeros).reduce([[Condition]]()) { parts, e in
      let sides = [Relation.less, .greater].map { Condition.relation(e, $0, store.zero) }
      return parts.isEmpty ? sides.map { [$0] } : parts.flatMap { part in sides.map { part + [$0] } }
    }
    return parts.firstValue { part in
      sampling.point(satisfying: part).flatMap { screening.isNormalized(reading, at: $0) == .no ? $0 : nil }
    }
  }

  /// More zeros cut the domain into too many parts.
  private static let maximumZeros = 3

  /// Expressions in the parameters that must not vanish and may have either sign.
  private func excludedZeros(_ reading: Reading) -> [Expr] {
    reading.inferred.compactMap { entry in
      guard case .relation(let left, .notEqual, let right) = entry.condition else { return nil }
      let form = store.difference(left, right)
      let isOpen = reading.assumptions.isPositive(form) == .unknown && reading.assumptions.isNegative(form) == .unknown
      return isOpen ? form : nil
    }
  }

  /// Whether a symbol may have either sign and no typed condition speaks of it.
  private func isOpen(_ symbol: Expr, _ reading: Reading) -> Bool {
    reading.assumptions.domain(of: symbol) == .reals
      && !reading.constraints.contains { $0.freeSymbols(in: store).contains(symbol) }
  }

  /// The side of 0 on which the mass is not 1; nil where none was found.
  private func refuted(_ e: Expr, _ sides: [Relation], _ reading: Reading) -> Refuted? {
    let sampling = SamplePoints(of: reading.symbols, assumptions: reading.assumptions)
    return sides.firstValue { side -> Refuted? in
      guard let point = sampling.point(satisfying: [.relation(e, side, store.zero)]),
        screening.isNormalized(reading, at: point) == .no
      else { return nil }
      return Refuted(expression: e, side: side, point: point)
    }
  }

  /// The conditions that expressions lie on the other side, if the mass is proved to be 1 then.
  private func proved(_ refuted: [Refuted], _ reading: Reading) -> [InferredCondition] {
    if refuted.isEmpty { return [] }
    let conditions = refuted.map { Condition.relation($0.expression, $0.side == .less ? .greater : .less, store.zero) }
    var narrowed = reading
    narrowed.assumptions = reading.assumptions.assuming(conditions)
    // The logarithm of a density may come apart only where signs are known.
    let simplifier = Simplifier(narrowed.assumptions, formulas: screening.formulas)
    narrowed.logDensity = simplifier.expandedLogarithms(narrowed.logDensity)
    guard normalizer?.logMass(of: narrowed.modelReading(in: store)) == store.zero, isPositive(narrowed) else {
      return []
    }
    let isChoice = mayAllBeRefuted(refuted, reading)
    return zip(refuted, conditions).map { entry, condition in
      let place = zip(reading.symbols, entry.point).map { Condition.relation($0, .equal, store.number($1)) }
      return InferredCondition(
        condition: condition, reason: isChoice ? .convention(reading.logDensity) : .unitMass(elsewhere: place))
    }
  }

  /// Whether a density is positive wherever it is looked at: a mass is 1 as a formula even where parts of it are negative.
  private func isPositive(_ reading: Reading) -> Bool {
    let scan = DensityScan(
      store: store, logDensity: reading.logDensity, density: nil, observed: reading.observed, symbols: reading.symbols)
    return SamplePattern.allCases.allSatisfy { pattern in
      screening.point(reading, pattern).map { scan?.failure(at: $0) == nil } ?? true
    }
  }

  /// Whether the mass is 1 also where every expression lies on the side on which it alone must not: of a product of two,
  /// only the sign matters.
  private func mayAllBeRefuted(_ refuted: [Refuted], _ reading: Reading) -> Bool {
    let sampling = SamplePoints(of: reading.symbols, assumptions: reading.assumptions)
    let sides = refuted.map { Condition.relation($0.expression, $0.side, store.zero) }
    guard refuted.count > 1, let point = sampling.point(satisfying: sides) else { return false }
    return screening.isNormalized(reading, at: point) == .yes
  }
}
