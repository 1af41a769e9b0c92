public import Calculus
public import Diagnostics
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

/// From the text of a model to the report on its Fisher information.
public struct Analysis {
  let options: AnalysisOptions
  let tools: DerivationTools

  /// Prepares an analysis with options.
  public init(options: AnalysisOptions) {
    self.init(options: options, tools: DerivationTools())
  }

  /// Prepares an analysis with other than the standard tools.
  init(options: AnalysisOptions, tools: DerivationTools) {
    self.options = options
    self.tools = tools
  }

  /// Parses, derives, confronts and judges one model.
  ///
  /// - Throws: diagnostics for text that is not understood, and for limits that were reached (`limit.…`).
  public func run(_ source: SourceText) throws(DiagnosticList) -> Report { try run(source) { _ in nil } }

  /// The same, with the coordinates that the model's are derived from, once there is a store for them.
  func run(
    _ source: SourceText, change: (ExpressionStore) -> CoordinateChange?
  ) throws(DiagnosticList) -> Report { try analysed(source, change: change).report }

  /// The report with what it was made from.
  func analysed(
    _ source: SourceText, change: (ExpressionStore) -> CoordinateChange?
  ) throws(DiagnosticList) -> (report: Report, model: Model, limits: WorkLimits) {
    let understood = try understood(source)
    let (model, limits) = (understood.model, understood.limits)
    let analysis = ModelAnalysis(
      model, formulas: understood.formulas, tools: tools, options: options, limits: limits)
    return (try analysis.report(change: change(model.store)), model, limits)
  }

  /// A model with what its analysis needs besides.
  struct Understood {
    let model: Model
    let formulas: FunctionFormulas
    let limits: WorkLimits
  }

  /// The model that a text states, under the further conditions of the options.
  func understood(_ source: SourceText) throws(DiagnosticList) -> Understood {
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(source)
    let formulas = FunctionFormulas(store)
    let deadline = ContinuousClock.now + options.duration
    let further = try options.assumedConditions(in: store)
    let resolution = ModelResolution(
      store: store, formulas: formulas, normalizer: SymbolicNormalizer(formulas: formulas, tools: tools))
    return Understood(
      model: try resolution.model(parsed, assuming: further), formulas: formulas,
      limits: WorkLimits(deadline: deadline))
  }
}

/// Normalisers by the routes of the expectation engine.
struct SymbolicNormalizer: NormalizerProof {
  let formulas: FunctionFormulas
  let tools: DerivationTools

  func logMass(of reading: ModelReading) -> Expr? {
    let simplifier = tools.simplifier(reading.assumptions, formulas, writtenAs: reading.logDensity)
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(reading.logDensity),
      observed: reading.observed.map(\.inSetting))
    return ExpectationEngine(setting, routes: tools.routes).logMass.map { simplifier.textbookForm($0) }
  }
}
