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
  private let options: AnalysisOptions
  private let limits: WorkLimits
  private let setting: DensitySetting
  private let engine: ExpectationEngine

  init(_ model: Model, formulas: FunctionFormulas, tools: DerivationTools, options: AnalysisOptions, limits: WorkLimits)
  {
    self.model = model
    self.options = options
    self.limits = limits
    let simplifier = tools.simplifier(model.assumptions, formulas, writtenAs: model.logDensity)
    setting = DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(model.logDensity),
      observed: model.observed.map { DensitySetting.Observed($0.symbol, in: $0.range) })
    engine = ExpectationEngine(setting, routes: tools.routes)
  }

  /// The report on the model.
  ///
  /// - Parameter change: the coordinates that the model's are derived from.
  func report(change: CoordinateChange? = nil) throws(DiagnosticList) -> Report {
    let results = try derived()
    let forms = ClosedForms(results)
    let symbols = model.parameters + model.known
    let confrontation = try confronted(forms, results, symbols, points: try points(symbols))
    let verdict = Verdict(forms, confrontation.points, store: model.store)
    let decided = InformationStructure.Witnesses(
      symbols: symbols, values: confrontation.points.map { $0.point })
    var report = ReportAssembly(model, results, forms, verdict, points: decided).report
    report.numeric = confrontation.points.map { point in
      NumericText(point, forms, formsDiffer: verdict.secondBartlett == .fails, store: model.store).section(
        symbols: symbols)
    }
    report.notes += confrontation.setAside.map { notDecided($0, symbols) }
    let oracle = NumericOracle(confrontation, engine: engine, symbols: symbols)
    check(results, oracle, &report)
    if options.derivesConsequences, let base = ConsequenceDerivations(report, setting) {
      report.consequences = ConsequenceAnalysis(base, oracle: oracle).consequences(change: change)
    }
    return report
  }

  private func notDecided(_ point: [Rational], _ symbols: [Expr]) -> Report.Sentence {
    let values = zip(symbols, point).map { Condition.relation($0, .equal, model.store.number($1)) }
    return
      "the point \(values) was left out: not every number there is known to \(EntryComparison.minimumDigits) digits"
  }

  private func derived() throws(DiagnosticList) -> SymbolicResults {
    do {
      return try SymbolicResults(engine: engine, typed: model.logDensity, parameters: model.parameters)
    } catch {
      throw DiagnosticList([.unnamedDerivative(error, in: model)])
    }
  }

  private func points(_ symbols: [Expr]) throws(DiagnosticList) -> [[Rational]] {
    guard let asked = options.point else {
      let points = model.samplePoints.points(upTo: Self.candidateCount)
      if points.isEmpty { throw DiagnosticList([.noSamplePoint(model)]) }
      return points
    }
    return [try AskedPoint(asked, model).values(symbols)]
  }

  private func confronted(
    _ forms: ClosedForms, _ results: SymbolicResults, _ symbols: [Expr], points: [[Rational]]
  ) throws(DiagnosticList) -> Confrontation {
    do {
      return try Confrontation(
        forms, results, symbols: symbols, candidates: points, needed: Self.pointCount, digits: options.digits,
        limits: limits)
    } catch {
      throw DiagnosticList([.numericFailure(error, in: model)])
    }
  }

  /// Has every derivation replayed and judged; only those that pass reach the report.
  private func check(_ results: SymbolicResults, _ oracle: NumericOracle, _ report: inout Report) {
    do {
      report.derivations = try Derivation.checked(results.allDerivations, in: model.store, by: oracle)
    } catch {
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
