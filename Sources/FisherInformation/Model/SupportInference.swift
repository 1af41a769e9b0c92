internal import Diagnostics
internal import Expressions
internal import Multiprecision

/// Finds the standard support on which a density normalises.
struct SupportInference {
  let builder: ReadingBuilder
  let screening: MassScreening
  let normalizer: (any NormalizerProof)?
  private var store: ExpressionStore { builder.store }

  /// A support on which the density is real, with its masses at small and at large scales.
  struct Candidate {
    let reading: Reading
    let masses: [(mass: Real, point: [Rational])]
  }

  /// The patterns of the points at which masses are compared: a grid mimics an integral at large scales only.
  private static let patterns: [SamplePattern] = [.small, .large, .typical]

  /// The supports on which the density is real and has a finite mass wherever it was looked at.
  ///
  /// - Parameter onlyNormalized: whether a support is dropped as soon as its mass differs from 1.
  func candidates(for variable: Expr, onlyNormalized: Bool) -> [Candidate] {
    StandardSupport.allCases.compactMap { support in
      guard let reading = try? builder.reading(observed: [variable], support: support), isRealOnSupport(reading)
      else { return nil }
      return candidate(reading, onlyNormalized: onlyNormalized)
    }
  }

  /// The masses of a reading; nil if one is not finite, or not 1 where that is asked for.
  func candidate(_ reading: Reading, onlyNormalized: Bool) -> Candidate? {
    var masses: [(mass: Real, point: [Rational])] = []
    for pattern in Self.patterns {
      guard let (mass, point) = screening.mass(reading, pattern) else { continue }
      guard let value = mass.value, !onlyNormalized || mass.isOne else { return nil }
      if !masses.contains(where: { $0.point == point }) { masses.append((value, point)) }
    }
    return masses.isEmpty ? nil : Candidate(reading: reading, masses: masses)
  }

  /// The candidates that are left when those whose exact mass differs from 1 are removed.
  func withoutRefuted(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1, let normalizer else { return candidates }
    let proofs = candidates.map { normalizer.logMass(of: $0.reading.modelReading(in: store)) }
    let proved = zip(candidates, proofs).filter { $0.1 == store.zero }.map(\.0)
    if !proved.isEmpty { return proved }
    return zip(candidates, proofs).filter { $0.1 == nil }.map(\.0)
  }

  /// Whether nothing in the density that depends on the observed variable alone fails to be real on the support.
  private func isRealOnSupport(_ reading: Reading) -> Bool {
    let observed = reading.observed.map(\.symbol)
    let demands = reading.assumptions.requirements(of: reading.logDensity)
    return demands.allSatisfy { demand in
      let symbols = demand.condition.freeSymbols(in: store)
      guard symbols.allSatisfy(observed.contains), case .relation(let left, let relation, let right) = demand.condition
      else { return true }
      // 0*log(0) = 0 at a lattice point, and single points do not matter to an integral.
      if relation == .notEqual { return !reading.observed[0].range.isDiscrete }
      let weaker: Relation = relation == .greater ? .greaterOrEqual : relation == .less ? .lessOrEqual : relation
      return reading.assumptions.holds(.relation(left, weaker, right)) == .yes
    }
  }
}

extension Reading {
  /// The reading as the source of exact normalisers takes it.
  func modelReading(in store: ExpressionStore) -> ModelReading {
    ModelReading(store: store, observed: observed, logDensity: logDensity, assumptions: assumptions)
  }
}
