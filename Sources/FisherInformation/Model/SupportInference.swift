internal import Calculus
internal import Diagnostics
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

/// Finds the standard support on which a density normalises.
struct SupportInference {
  private(set) var builder: ReadingBuilder
  let screening: MassScreening
  let normalizer: (any NormalizerProof)?
  private var store: ExpressionStore { builder.store }

  /// A support on which the density is real, with its masses at small and at large scales; none where 1 is proved.
  struct Candidate {
    let reading: Reading
    let masses: [(mass: Real, point: [Rational])]
  }

  /// The patterns of the points at which masses are compared: a grid mimics an integral at large scales only, a bounded
  /// interval an unbounded one at small scales only.
  private static let patterns: [SamplePattern] = [.large, .small]

  /// The supports on which the density is real and has a finite mass wherever it was looked at.
  func candidates(for variable: Expr) -> [Candidate] {
    (counts(variable) + StandardSupport.all).compactMap { support in
      reading(variable, support).flatMap { candidate($0, onlyNormalized: false) }
    }
  }

  /// The supports on which the density normalises: one on which it is proved to, else all on which it does numerically.
  func normalizedCandidates(for variable: Expr) -> [Candidate] {
    var found: [Candidate] = []
    var refuted: [Reading] = []
    var unconfirmed: [Reading] = []
    for support in counts(variable) + StandardSupport.cheapestFirst {
      guard let reading = reading(variable, support) else { continue }
      if isRefuted(reading) {
        refuted.append(reading)
        continue
      }
      if isProved(reading) { return [Candidate(reading: reading, masses: [])] }
      if let candidate = candidate(reading, onlyNormalized: true) {
        found.append(candidate)
      } else {
        unconfirmed.append(reading)
      }
    }
    guard found.isEmpty else { return found }
    // Doubles do not see a narrow component of a mixture; a proof does. And parameters whose signs nobody stated were tried
    // with either.
    let proved =
      refuted.first(where: isProved) ?? (refuted + unconfirmed).firstValue { signed($0, variable) }
    return proved.map { [Candidate(reading: $0, masses: [])] } ?? []
  }

  /// A reading with the signs of the parameters under which its mass is proved to be 1; nil where there are none.
  private func signed(_ reading: Reading, _ variable: Expr) -> Reading? {
    let signs = SignInference(screening: screening, normalizer: normalizer).conditions(of: reading)
    guard !signs.isEmpty,
      let support = StandardSupport.all.first(where: { $0.set(in: store) == reading.observed[0].range })
    else { return nil }
    var knowing = self
    knowing.builder = builder.inferring(signs)
    return knowing.reading(variable, support).flatMap { knowing.isProved($0) ? $0 : nil }
  }

  /// Whether the density is proved to have mass 1.
  private func isProved(_ reading: Reading) -> Bool {
    normalizer?.logMass(of: reading.modelReading(in: store)) == store.zero
  }

  /// {0..n} for symbols and numbers n that the functions of the density do not let the variable pass, and {m, m + 1, ...} for
  /// symbols m that it must reach: `binomial(n, k)` needs n >= k.
  private func counts(_ variable: Expr) -> [StandardSupport] {
    var (last, first): ([Expr], [Expr]) = ([], [])
    for demand in Assumptions(store).requirements(of: builder.parsed.density) {
      guard case .relation(let left, let relation, let right) = demand.condition,
        relation == .greaterOrEqual || relation == .greater,
        let (slope, offset) = store.affineParts(of: store.difference(left, right), in: variable)
      else { continue }
      let excess = relation == .greater ? store.difference(offset, store.one) : offset
      if slope == store.minusOne, isCount(excess), !last.contains(excess) { last.append(excess) }
      let start = store.negated(excess)
      if slope == store.one, store.symbolName(start) != nil, !first.contains(start) { first.append(start) }
    }
    return last.map { .countsUpTo($0) } + first.map { .countsFrom($0) }
  }

  /// Whether something may be a number of trials: a symbol, or an integer of ordinary size.
  private func isCount(_ e: Expr) -> Bool {
    if store.symbolName(e) != nil { return true }
    guard let n = store.numberValue(e)?.asInt else { return false }
    return n > 1 && n <= Self.mostTrials
  }

  private static let mostTrials = 1000

  /// What is wrong with a listed parameter that bounds a support on which the density is proved to normalise: `n` in
  /// `p(k | n, p) = binomial(n, k)*p^k*(1-p)^(n-k)`.
  func listedBound(of variable: Expr) -> DiagnosticList? {
    let loose = builder.listingLoosely()
    for support in counts(variable) {
      guard let reading = try? loose.reading(observed: [variable], support: support), isProved(reading) else {
        continue
      }
      do throws(DiagnosticList) { _ = try builder.reading(observed: [variable], support: support) } catch {
        return error
      }
    }
    return nil
  }

  /// The reading in which several variables, of which no clause speaks, all range over the same standard support, if the
  /// density has mass 1 there; nil where it has on none.
  func product(_ observed: [Expr]) -> Reading? {
    let isTyped = builder.parsed.conditions.contains { clause in
      clause.condition.freeSymbols(in: store).contains(where: observed.contains)
    }
    if isTyped || builder.parsed.isUpToNormalizer { return nil }
    return Self.factors.firstValue { support in
      let bounded = builder.bounded(by: observed.map { support.condition(on: $0, in: store) })
      guard var reading = try? bounded.reading(observed: observed, support: nil),
        let point = screening.point(reading, .typical), screening.isNormalized(reading, at: point) == .yes,
        screening.refutingPoint(reading) == nil
      else { return nil }
      reading.supportInferred = true
      return reading
    }
  }

  /// The supports that several variables may have in common.
  private static let factors: [StandardSupport] = [
    .wholeLine, .halfLine, .unitInterval, .naturalsFromZero, .naturalsFromOne,
  ]

  /// The reading with variables whose ranges are typed.
  func reading(observed: [Expr]) throws(DiagnosticList) -> Reading {
    try withAtoms(try builder.reading(observed: observed, support: nil))
  }

  /// Whether a density needs no probability at single points: it normalises without, or tends to the value that it has there.
  private func isComplete(_ reading: Reading, _ setting: DensitySetting, without points: [[Expr]]) -> Bool {
    if builder.parsed.isUpToNormalizer { return setting.isContinuous(at: points) }
    guard screening.refutingPoint(reading) == nil, let point = screening.point(reading, .typical) else { return false }
    return screening.isNormalized(reading, at: point) == .yes
  }

  private func reading(_ variable: Expr, _ support: StandardSupport) -> Reading? {
    guard let reading = try? builder.reading(observed: [variable], support: support), isRealOnSupport(reading) else {
      return nil
    }
    return try? withAtoms(reading)
  }

  /// A reading whose brackets single out points of an interval, with these as atoms where they have a probability of their
  /// own; where the density normalises without them, its value there is of no account.
  private func withAtoms(_ reading: Reading) throws(DiagnosticList) -> Reading {
    let setting = reading.setting(builder.formulas)
    let points = setting.singledOutPoints
    guard points.contains(where: { !$0.isEmpty }) else { return reading }
    if isComplete(reading, setting, without: points) { return reading.ignoring(points, setting) }
    for (observed, points) in zip(reading.observed, points) {
      for point in points {
        guard let mover = reading.parameters.first(where: { store.contains(point, $0) }) else { continue }
        let place = PlainPrinter(store).print(.relation(observed.symbol, .equal, point))
        throw DiagnosticList([
          .movingAtom(builder.parsed.densitySpan, place: place, parameter: store.symbolName(mover) ?? "")
        ])
      }
    }
    var result = reading
    result.observed = zip(reading.observed, points).map { ObservedVariable($0.symbol, in: $0.range, atoms: $1) }
    return result
  }

  /// Whether doubles tell that the mass is not 1.
  private func isRefuted(_ reading: Reading) -> Bool {
    points(reading).contains { screening.roughly(reading, at: $0) == .no }
  }

  private func points(_ reading: Reading) -> [[Rational]] {
    var points: [[Rational]] = []
    for pattern in Self.patterns {
      if let point = screening.point(reading, pattern), !points.contains(point) { points.append(point) }
    }
    return points
  }

  /// The masses of a reading; nil if one is not finite, or not 1 where that is asked for.
  func candidate(_ reading: Reading, onlyNormalized: Bool) -> Candidate? {
    let points = points(reading)
    if onlyNormalized, isRefuted(reading) { return nil }
    var masses: [(mass: Real, point: [Rational])] = []
    for point in points {
      let mass = screening.mass(reading, at: point)
      guard let value = mass.value, !onlyNormalized || mass.isOne else { return nil }
      masses.append((value, point))
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
    let places = SupportGrid(store: store, observed: reading.observed, symbols: []).places(at: [])
    return demands.allSatisfy { demand in
      let symbols = demand.condition.freeSymbols(in: store)
      guard symbols.allSatisfy(observed.contains), case .relation(let left, let relation, let right) = demand.condition
      else { return true }
      // 0*log(0) = 0 at a lattice point, and single points do not matter to an integral.
      if relation == .notEqual { return !reading.observed[0].range.isDiscrete }
      let weaker: Relation = relation == .greater ? .greaterOrEqual : relation == .less ? .lessOrEqual : relation
      switch reading.assumptions.holds(.relation(left, weaker, right)) {
      case .yes: return true
      case .no: return false
      // Signs such as that of x + sqrt(1 + x^2) are not proved; values tell.
      case .unknown: return !places.isEmpty && holds(left, weaker, right, observed, at: places)
      }
    }
  }
}

extension SupportInference {
  /// Whether a comparison of functions of the observed variables holds in several places.
  private func holds(_ a: Expr, _ relation: Relation, _ b: Expr, _ observed: [Expr], at places: [[Rational]]) -> Bool {
    guard
      let evaluator = try? ClosedFormEvaluator(store, expressions: [store.difference(a, b)], parameters: observed)
    else { return false }
    return places.allSatisfy { place in
      let value = evaluator.evaluate(at: place, digits: Self.digits)[0]
      if value.isNaN { return false }
      return value.isZero || (value > .zero) == (relation == .greaterOrEqual)
    }
  }

  private static let digits = 12
}

extension Reading {
  /// The reading as the source of exact normalisers takes it.
  func modelReading(in store: ExpressionStore) -> ModelReading {
    ModelReading(store: store, observed: observed, logDensity: logDensity, assumptions: assumptions)
  }

  /// The reading with the density as it is off points that are of no account.
  func ignoring(_ points: [[Expr]], _ setting: DensitySetting) -> Reading {
    var result = self
    result.logDensity = setting.off(points)
    result.ignored = zip(observed, points).flatMap { variable, points in
      points.map { Condition.relation(variable.symbol, .equal, $0) }
    }
    return result
  }

  /// The density of the reading as integrals take it.
  func setting(_ formulas: FunctionFormulas) -> DensitySetting {
    DensitySetting(
      simplifier: Simplifier(assumptions, formulas: formulas), logDensity: logDensity,
      observed: observed.map(\.inSetting))
  }
}
