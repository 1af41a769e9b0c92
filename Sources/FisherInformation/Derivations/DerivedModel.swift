internal import Calculus
internal import Diagnostics
internal import Expectation
internal import Expressions
internal import Numerics

/// A model on some domain with everything that was derived there.
struct DerivedModel {
  let model: Model
  let engine: ExpectationEngine
  let results: SymbolicResults
  let forms: ClosedForms
  private let formulas: FunctionFormulas
  private let tools: DerivationTools

  /// Derives score, Hessian and the expectations of a model.
  ///
  /// - Throws: a diagnostic where a derivative has no name.
  init(_ model: Model, formulas: FunctionFormulas, tools: DerivationTools) throws(DiagnosticList) {
    self.model = model
    (self.formulas, self.tools) = (formulas, tools)
    let simplifier = tools.simplifier(model.assumptions, formulas, writtenAs: model.logDensity)
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: simplifier.expandedLogarithms(model.logDensity),
      observed: model.observed.map(\.inSetting),
      isNormalized: !model.isNormalizedNumerically)
    // What a route finds against a density without normaliser is no expectation.
    engine = ExpectationEngine(setting, routes: setting.isNormalized ? tools.routes : [])
    do {
      results =
        setting.isNormalized
        ? try SymbolicResults(engine: engine, typed: model.logDensity, parameters: model.parameters)
        : try SymbolicResults(unnormalized: engine, typed: model.logDensity, parameters: model.parameters)
    } catch {
      throw DiagnosticList([.unnamedDerivative(error, in: model)])
    }
    forms = ClosedForms(results)
  }

  /// The same without the normaliser that was found, for points at which its formula has no value; nil where there was none.
  var withoutNormalizer: DerivedModel? {
    model.withoutNormalizer.flatMap { try? DerivedModel($0, formulas: formulas, tools: tools) }
  }

  /// Whether the support moves with a parameter at a point where the density does not vanish.
  var leavesJump: Bool { MovingSupport(results.setting, parameters: model.parameters).leavesJump }

  /// What integrals with the results come to; where the score as it was simplified has no value somewhere, with the score as
  /// differentiation left it.
  func integrated<Output>(_ integrals: (SymbolicResults) throws -> Output) throws -> Output {
    do {
      return try integrals(results)
    } catch let error as UndefinedIntegrand {
      guard let kinder = results.asDifferentiated(by: model.parameters) else { throw error }
      return try integrals(kinder)
    }
  }

  /// Parameters and known constants, in the order of a point's values.
  var symbols: [Expr] { model.parameters + model.known }
}
