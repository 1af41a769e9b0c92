internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Judges equalities by values at sample points: expectations by quadrature, derivatives by central differences at high
/// precision, functions of the observation at a point of the support.
struct NumericOracle: EqualityOracle {
  /// Sides that agree to fewer digits, relative to their largest term, are told apart.
  static let requiredDigits = 12
  /// The precision of the comparison.
  private static let workingDigits = 40

  private let engine: ExpectationEngine
  private let symbols: [Expr]
  private let probes: [OracleProgram.Probe]
  private let threads: Int

  /// - Parameters:
  ///   - symbols: parameters and known constants.
  ///   - threads: on how many threads sides are evaluated; the verdicts do not depend on it.
  init(_ confrontation: Confrontation, engine: ExpectationEngine, symbols: [Expr], threads: Int) {
    self.engine = engine
    self.threads = threads
    let observed = engine.setting.observed.map(\.variable)
    self.symbols = symbols + observed
    var probes: [OracleProgram.Probe] = []
    for (point, expectations) in zip(confrontation.points, confrontation.inertValues) {
      let bindings = zip(symbols, point.point).map { ($0, engine.setting.store.number($1)) }
      var there = Assumptions(engine.setting.store)
      there.assume(engine.setting.assumptions.conditions.map { $0.substituting(bindings, in: engine.setting.store) })
      guard let probe = Self.probe(SamplePoints(of: observed, assumptions: there), avoiding: point.point) else {
        continue
      }
      probes.append(OracleProgram.Probe(values: point.point + probe, expectations: expectations))
    }
    self.probes = probes
  }

  /// A point of the support away from the parameters' values, where kinks and cancellations would be met by accident.
  private static func probe(_ points: SamplePoints, avoiding values: [Rational]) -> [Rational]? {
    let probe = SamplePattern.allCases.firstValue { pattern in
      points.point(pattern).flatMap { $0.contains(where: values.contains) ? nil : $0 }
    }
    return probe ?? points.point(.typical)
  }

  func verdicts(on pairs: [(Expr, Expr)]) -> [EqualityVerdict] {
    var verdicts = verdictsOffAtoms(on: pairs)
    // A function that a bracket changes at a point may be equal to another everywhere else.
    let store = engine.setting.store
    let local = pairs.indices.filter { i in
      !store.containsExpectation(pairs[i].0) && !store.containsExpectation(pairs[i].1)
    }
    for part in engine.setting.parts.dropFirst() {
      let there = verdictsOffAtoms(on: local.map { (part.restricted(pairs[$0].0), part.restricted(pairs[$0].1)) })
      for (i, verdict) in zip(local, there) { verdicts[i] = Self.joined(verdicts[i], verdict) }
    }
    return verdicts
  }

  /// The verdicts at the probes, none of which stands at an atom.
  private func verdictsOffAtoms(on pairs: [(Expr, Expr)]) -> [EqualityVerdict] {
    if pairs.isEmpty { return [] }
    let found: [[EqualityVerdict]]
    do {
      found = try OracleProgram(pairs, engine: engine, symbols: symbols)
        .verdicts(at: probes, digits: Self.workingDigits, threads: threads)
    } catch {
      return pairs.map { _ in .unjudged("the comparison failed: \(error)") }
    }
    return pairs.indices.map { i in
      found.dropFirst().reduce(found.first?[i] ?? .unjudged("no sample point was found")) { Self.joined($0, $1[i]) }
    }
  }

  /// One difference is decisive; a point where a side has no value, as a pole that cancels, is made good by another.
  private static func joined(_ a: EqualityVerdict, _ b: EqualityVerdict) -> EqualityVerdict {
    switch (a, b) {
    case (.differs, _): a
    case (_, .differs): b
    case (.unjudged, _): b
    default: a
    }
  }
}
