public import Calculus
public import Diagnostics
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
public import Syntax

/// From the text of a model to the report on its Fisher information.
public struct Analysis {
  private let options: AnalysisOptions

  /// Prepares an analysis with options.
  public init(options: AnalysisOptions) {
    self.options = options
  }

  /// Parses, derives, confronts and judges one model.
  ///
  /// - Throws: diagnostics for text that is not understood, and for limits that were reached (`limit.…`).
  public func run(_ source: SourceText) throws(DiagnosticList) -> Report {
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(source)
    let formulas = FunctionFormulas(store)
    let deadline = ContinuousClock.now + .seconds(options.timeLimit)
    let further = try options.assumedConditions(in: store)
    let resolution = ModelResolution(
      store: store, formulas: formulas, normalizer: SymbolicNormalizer(formulas: formulas))
    let model = try resolution.model(parsed, assuming: further)
    return try ModelAnalysis(model, formulas: formulas, options: options, limits: WorkLimits(deadline: deadline))
      .report()
  }
}

/// Normalisers by the routes of the expectation engine.
struct SymbolicNormalizer: NormalizerProof {
  let formulas: FunctionFormulas

  func logMass(of reading: ModelReading) -> Expr? {
    let simplifier = Simplifier(reading.assumptions, formulas: formulas)
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(reading.logDensity),
      observed: reading.observed.map { DensitySetting.Observed($0.symbol, in: $0.range) })
    return ExpectationEngine(setting).logMass.map { simplifier.textbookForm($0) }
  }
}
