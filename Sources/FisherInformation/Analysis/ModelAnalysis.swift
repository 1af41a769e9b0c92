internal import Calculus
internal import Diagnostics
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

/// The derivation, confrontation and judgement of one understood model.
struct ModelAnalysis {
  /// How many deciding points a result is confronted at, and among how many candidates they are sought.
  static let pointCount = 4
  static let candidateCount = 12

  private let model: Model
  private let formulas: FunctionFormulas
  private let tools: DerivationTools
  private let options: AnalysisOptions
  private let limits: WorkLimits

  init(_ model: Model, formulas: FunctionFormulas, tools: DerivationTools, options: AnalysisOptions, limits: WorkLimits)
  {
    self.model = model
    self.formulas = formulas
    self.tools = tools
    self.options = options
    self.limits = limits
  }

  /// The report on the model: on its declared domain, or on the part of it that the derived conditions leave.
  ///
  /// - Parameter change: the coordinates that the model's are derived from.
  func report(change: CoordinateChange? = nil) throws(DiagnosticList) -> Report {
    let declared = try derived(model)
    if let mass = ExactMass(declared) { throw DiagnosticList([mass.complaint]) }
    var asked: [Rational]?
    if let point = options.point { asked = try AskedPoint(point, model).values(declared.symbols) }
    let conditions = DerivedConditions(declared)
    if conditions.all.isEmpty { return try report(on: declared, points: points(asked, of: model), change) }
    if let asked, let failing = conditions.failing(at: asked, declared) {
      return try report(outside: failing, of: conditions, declared, at: asked, change)
    }
    let inside = try derived(model.restricted(to: conditions.all))
    var report = try report(on: inside, points: points(asked, of: inside.model), change)
    let partial = conditions.curvature.isEmpty ? inside : try derived(model.restricted(to: conditions.information))
    DomainStatement(conditions, declared: declared, inside: inside, partial: partial, limits: limits).complete(&report)
    return report
  }

  private func derived(_ model: Model) throws(DiagnosticList) -> DerivedModel {
    try DerivedModel(model, formulas: formulas, tools: tools)
  }

  private func points(_ asked: [Rational]?, of model: Model) throws(DiagnosticList) -> [[Rational]] {
    if let asked { return [asked] }
    let points = model.samplePoints.points(upTo: Self.candidateCount)
    if points.isEmpty { throw DiagnosticList([.noSamplePoint(model)]) }
    return points
  }

  /// The report on a point at which a derived condition fails.
  private func report(
    outside failing: [Condition], of conditions: DerivedConditions, _ declared: DerivedModel, at asked: [Rational],
    _ change: CoordinateChange?
  ) throws(DiagnosticList) -> Report {
    let keepsInformation = !failing.contains(where: conditions.information.contains)
    let derived = keepsInformation ? try derived(model.restricted(to: conditions.information)) : declared
    var report = try report(on: derived, points: [asked], change)
    DomainStatement.complete(&report, outside: failing, of: conditions)
    return report
  }

  /// The report on a model over the whole domain that it now has.
  private func report(
    on derived: DerivedModel, points: [[Rational]], _ change: CoordinateChange?
  ) throws(DiagnosticList) -> Report {
    let (forms, symbols) = (derived.forms, derived.symbols)
    let lost = points.filter { !Differentiability(derived).lost(at: $0).isEmpty }
    if options.point != nil, let asked = lost.first { return try reportElsewhere(derived, asked, change) }
    let confrontation: Confrontation
    do {
      confrontation = try confronted(derived, points: points.filter { !lost.contains($0) })
    } catch {
      if let report = try reportWhereNotDifferentiable(derived, at: points, error, change) { return report }
      if options.point != nil, error is UndefinedIntegrand, let given = derived.withoutNormalizer {
        return try report(on: given, points: points, change)
      }
      throw DiagnosticList([.numericFailure(error, in: model)])
    }
    let verdict = Verdict(
      forms, confrontation.points, leavesJump: derived.leavesJump, store: model.store)
    let decided = InformationStructure.Witnesses(
      symbols: symbols, values: confrontation.points.map { $0.point })
    var report = ReportAssembly(derived, verdict, points: decided).report
    report.numeric = confrontation.points.map { point in
      NumericText(point, forms, formsDiffer: verdict.secondBartlett == .fails, store: model.store).section(
        symbols: symbols)
    }
    LeftOutPoints(derived, limits: limits).complete(
      &report, confrontation.setAside, besides: options.point == nil ? confrontation.points.first?.point : nil)
    guard verdict.isNormalized else { return unnormalized(report) }
    if options.point == nil, let fisher = verdict.fisher, let base = confrontation.points.first?.point {
      report.specialPoints = SpecialPoints(derived, fisher, base: base, limits: limits).found
    }
    if options.point == nil {
      Differentiability(derived).complete(&report)
      DomainEnds(derived).complete(&report)
    }
    let oracle = NumericOracle(
      confrontation, engine: derived.engine, symbols: symbols, threads: options.threads)
    check(derived, oracle, &report) { try? stepOracle(derived, besides: points) }
    report.unresolved = UnresolvedEntries(derived, verdict, oracle: oracle).entries
    if options.derivesConsequences, let base = ConsequenceDerivations(report, derived.results.setting) {
      report.consequences = ConsequenceAnalysis(base, oracle: oracle).consequences(change: change)
    }
    return report
  }

  /// A report on a density whose normaliser was not found: its mass is all that is said of it.
  private func unnormalized(_ report: Report) -> Report {
    var report = report
    report.moments = Report.Moments(count: model.parameters.count)
    for i in report.numeric.indices { report.numeric[i].keepMassAlone() }
    return report
  }

  private func confronted(_ derived: DerivedModel, points: [[Rational]]) throws -> Confrontation {
    func confrontation(_ results: SymbolicResults, coversSteps: Bool) throws -> Confrontation {
      try Confrontation(
        derived.forms, results, symbols: derived.symbols, candidates: points, needed: Self.pointCount,
        digits: options.digits, limits: limits, threads: options.threads, coversSteps: coversSteps)
    }
    func ofDerived(coversSteps: Bool) throws -> Confrontation {
      try derived.integrated { try confrontation($0, coversSteps: coversSteps) }
    }
    do {
      return try ofDerived(coversSteps: true)
    } catch let error as UndefinedIntegrand {
      // Moments that the steps name may have poles that cancel in the information, and so may, at the point asked for, the
      // formula of a normaliser.
      if let found = try? ofDerived(coversSteps: false) { return found }
      guard options.point != nil, let given = derived.withoutNormalizer,
        let found = try? confrontation(given.results, coversSteps: false), found.points.allSatisfy(\.hasInformation)
      else { throw error }
      return found
    }
  }

  /// The report on the domain around a point asked for at which the log-density is not differentiable, where no integral can
  /// be taken; nil where an error has another reason.
  private func reportWhereNotDifferentiable(
    _ derived: DerivedModel, at points: [[Rational]], _ error: any Error, _ change: CoordinateChange?
  ) throws(DiagnosticList) -> Report? {
    guard options.point != nil, let asked = points.first else { return nil }
    switch error {
    case UndefinedIntegrand.integrand, UndefinedIntegrand.factor: break
    default: return nil
    }
    return Differentiability(derived).failing(at: asked).isEmpty ? nil : try reportElsewhere(derived, asked, change)
  }

  /// The report on the domain around a point asked for at which the log-density is not differentiable.
  private func reportElsewhere(
    _ derived: DerivedModel, _ asked: [Rational], _ change: CoordinateChange?
  ) throws(DiagnosticList) -> Report {
    let differentiability = Differentiability(derived)
    let failing = differentiability.failing(at: asked)
    var elsewhere = options
    elsewhere.point = nil
    var report = try ModelAnalysis(model, formulas: formulas, tools: tools, options: elsewhere, limits: limits)
      .report(change: change)
    differentiability.complete(&report, failing: failing)
    return report
  }

  /// An oracle at points of the whole domain, for steps that divide by what vanishes at the point asked for.
  private func stepOracle(_ derived: DerivedModel, besides asked: [[Rational]]) throws -> NumericOracle? {
    let points = derived.model.samplePoints.points(upTo: Self.candidateCount).filter { !asked.contains($0) }
    guard options.point != nil, !points.isEmpty else { return nil }
    let confrontation = try Confrontation(
      derived.forms, derived.results, symbols: derived.symbols, candidates: points, needed: 2,
      digits: min(options.digits, Confrontation.furtherDigits), limits: limits, threads: options.threads)
    return NumericOracle(
      confrontation, engine: derived.engine, symbols: derived.symbols, threads: options.threads)
  }

  /// Has every derivation replayed and judged; only those that pass reach the report.
  ///
  /// - Parameter further: another oracle, for where the first one cannot judge a step.
  private func check(
    _ derived: DerivedModel, _ oracle: NumericOracle, _ report: inout Report, further: () -> NumericOracle?
  ) {
    let all = derived.results.allDerivations
    do {
      report.derivations = try Derivation.checked(all, in: model.store, by: oracle)
    } catch {
      if let other = further(), let checked = try? Derivation.checked(all, in: model.store, by: other) {
        report.derivations = checked
        return
      }
      report.status = .undecided
      let words = "\(error.ruleID): \(error.reason)"
      if error.isContradiction {
        report.contradictions.append("a step of the derivation failed its check: \(words)")
      } else {
        report.notes.append(Report.Sentence("a step of the derivation could not be checked: \(words)"))
      }
    }
  }
}
