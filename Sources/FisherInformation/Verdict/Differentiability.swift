internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Values of the parameters, inside the domain, at which the log-density is not differentiable in them: kinks such as that
/// of |t| at 0, and poles of the score such as that of the derivative of t^(1/3).
struct Differentiability {
  let derived: DerivedModel
  var store: ExpressionStore { derived.model.store }
  var simplifier: Simplifier { derived.results.setting.simplifier }

  init(_ derived: DerivedModel) {
    self.derived = derived
  }

  /// Says in a report where it does not hold; not of removable points, at which the report gives the information's limit.
  func complete(_ report: inout Report) {
    let removed = report.specialPoints.compactMap(\.condition.negated)
    let elsewhere = derived.model.assumptions.assuming(removed)
    let found = conditions.filter { elsewhere.holds($0) != .yes } + keptPoints
    if found.isEmpty { return }
    report.conditions += found
    // What is removable is a condition of the formula, and none of regularity.
    let failing = found.filter { !isRemovable($0) }
    if failing.isEmpty { return }
    report.regularity.conditions += failing
    if report.regularity.extent == .always { report.regularity.extent = .when }
    report.regularity.reasons += failing.map { condition in
      Report.Regularity.Reason(
        condition: "\(condition)",
        detail: "elsewhere the log-density has no derivative by the parameter, or the score no finite value")
    }
  }

  /// Says in a report on the rest of the domain that it fails at the point that was asked for.
  func complete(_ report: inout Report, failing: [Condition]) {
    if report.contradictions.isEmpty { report.status = .irregular }
    let sentences = failing.map { Report.Sentence("\($0)") }
    report.regularity.reasons.removeAll { sentences.contains($0.condition) }
    report.regularity.reasons.insert(
      contentsOf: sentences.map { condition in
        Report.Regularity.Reason(
          condition: condition,
          detail: """
            it fails at the point asked for: the score has different limits on its two sides, or none, so there is no \
            information there; what is said here holds elsewhere
            """)
      }, at: 0)
  }

  /// The conditions that fail at a point next to which the score jumps or has a pole.
  func failing(at point: [Rational]) -> [Condition] {
    let symbols = derived.symbols
    let failing = conditions.filter { condition in
      SamplePoints(of: symbols, assumptions: Assumptions(store).assuming([condition])).admits(point) != .yes
    }
    return lost(at: point) + (failing.isEmpty || !scoreIsDiscontinuous(at: point) ? [] : failing)
  }

  /// How far from a point the score is looked at, first and then closer, at how many observations, with how many digits,
  /// and the share of its values that a jump exceeds.
  static let distances = [20, 30].map { Rational(Integer(1), Integer(10).power($0)) }
  private static let observationCount = 4
  static let digits = 30
  static let jump = Real(Rational(Integer(1), Integer(10).power(8)), precision: 64)

  /// Whether the score for a parameter jumps at that parameter's value, or has a pole there, at some observation.
  private func scoreIsDiscontinuous(at point: [Rational]) -> Bool {
    let observed = derived.results.setting.observed.map(\.variable)
    let symbols = derived.symbols
    let observations = observations(at: point)
    guard
      let evaluator = try? ClosedFormEvaluator(
        store, expressions: derived.results.score, parameters: observed + symbols)
    else { return false }
    return observations.contains { observation in
      derived.model.parameters.indices.contains { i in
        let sides = Self.distances.map { distance in
          [-distance, distance].map { step in
            var near = point
            near[i] = near[i] + step
            return evaluator.evaluate(at: observation + near, digits: Self.digits)[i]
          }
        }
        return jumps(from: sides[0], to: sides[1])
      }
    }
  }

  /// Observations inside the support at a point.
  func observations(at point: [Rational]) -> [[Rational]] {
    let values = zip(derived.symbols, point).map { ($0, store.number($1)) }
    let observed = derived.results.setting.observed
    let support = observed.map { Condition.membership($0.variable, $0.range).substituting(values, in: store) }
    return SamplePoints(of: observed.map(\.variable), assumptions: Assumptions(store).assuming(support))
      .points(upTo: Self.observationCount)
  }

  /// Whether values on both sides of a point, taken closer and closer, stay apart, or grow on a side.
  private func jumps(from far: [Real], to near: [Real]) -> Bool {
    let grows = zip(far, near).contains { far, near in
      far.isFinite && !far.isZero && (near.isInfinite || near.magnitude > far.magnitude * Real(2))
    }
    if grows { return true }
    guard (far + near).allSatisfy(\.isFinite) else { return false }
    let (before, after) = ((far[0] - far[1]).magnitude, (near[0] - near[1]).magnitude)
    let size = near[0].magnitude > near[1].magnitude ? near[0].magnitude : near[1].magnitude
    return after > size * Self.jump && after * Real(2) > before
  }

  /// What has to differ from 0, as conditions on single parameters where it is affine in one.
  private var conditions: [Condition] {
    let kinks = derived.model.parameters.flatMap { parameter in
      store.kinks(of: derived.model.logDensity, in: parameter).map { store.difference(parameter, $0) }
    }
    var found: [Condition] = []
    for zero in kinks + poles where mayVanish(zero) {
      let condition = solved(zero)
      if !found.contains(condition), !isKnown(condition) { found.append(condition) }
    }
    return found
  }

  /// What stands below a line in the score.
  var poles: [Expr] {
    derived.results.score.flatMap { store.subexpressions(of: $0) }.compactMap { part in
      guard store.op(part) == .power, let n = store.numberValue(store.baseAndExponent(part).1), n.signum < 0 else {
        return nil
      }
      return store.baseAndExponent(part).0
    }
  }

  /// Whether a condition holds on the whole domain: because it follows from the assumptions, or, where it is not solved for a
  /// parameter, because the scores as differentiation left them divide by nothing that may vanish.
  private func isKnown(_ condition: Condition) -> Bool {
    if derived.model.assumptions.holds(condition) == .yes { return true }
    guard case .relation(let left, _, _) = condition, !derived.model.parameters.contains(left) else { return false }
    let results = derived.results
    let positive = normalizerArguments
    return results.score.indices.allSatisfy { i in
      let chain = results.derivatives.first { $0.topic == .score(i) }
      return !results.setting.mayDivideByZero(chain?.steps.first?.after ?? results.score[i]) { !positive.contains($0) }
    }
  }

  /// What stands in the logarithms of a normaliser that was found: the mass of a density is positive.
  private var normalizerArguments: Set<Expr> {
    guard let logMass = derived.model.logNormalizer else { return [] }
    let terms = store.terms(simplifier.expandedLogarithms(logMass))
    return Set(terms.compactMap { store.logarithmArgument(store.coefficientAndRest($0).1) })
  }

  /// Whether an expression of the parameters alone is not known to differ from 0 inside the domain.
  private func mayVanish(_ e: Expr) -> Bool {
    let observed = derived.model.observed.map(\.symbol)
    return store.containsAny(e, derived.model.parameters) && !store.containsAny(e, observed)
      && derived.model.assumptions.isNonzero(e) == .unknown
  }

  /// What vanishes with `1 - exp(u)`, with `exp(u) - exp(v)`, with `log(a) - log(b)`, and with `log(a)`.
  private func vanishingArgument(_ e: Expr) -> Expr? {
    if let a = store.logarithmArgument(e) { return simplifier.textbookForm(store.difference(a, store.one)) }
    let terms = store.terms(e).map { store.coefficientAndRest($0) }
    guard terms.count == 2, terms[0].0 == -terms[1].0 else { return nil }
    let (a, b) = (terms[0].1, terms[1].1)
    if let v = store.exponentialArgument(b) {
      if a == store.one { return v }
      return store.exponentialArgument(a).map { simplifier.textbookForm(store.difference($0, v)) }
    }
    guard let first = store.logarithmArgument(a), let second = store.logarithmArgument(b) else { return nil }
    return simplifier.textbookForm(store.difference(first, second))
  }

  private func solved(_ e: Expr) -> Condition {
    if store.function(e)?.notation.style == .absoluteValue { return solved(store.operand(e, at: 0)) }
    if let argument = vanishingArgument(e) { return solved(argument) }
    for parameter in derived.model.parameters {
      guard let (slope, offset) = store.affineParts(of: e, in: parameter), slope != store.zero else { continue }
      return .relation(parameter, .notEqual, simplifier.textbookForm(store.negated(store.quotient(offset, slope))))
    }
    return .relation(e, .notEqual, store.zero)
  }
}
