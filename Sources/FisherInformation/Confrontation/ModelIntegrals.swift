internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The expectations that a verdict on a model needs, and those that its derivations name.
struct ModelIntegrals {
  let layout: IntegrandLayout
  private let integrals: Integrals
  private let equivalent: EquivalentIntegrands
  /// Of a density without closed normaliser.
  private let differences: LogMassDifferences?

  /// - Parameters:
  ///   - further: other functions whose expectations are wanted.
  ///   - symbols: parameters and known constants.
  init(_ results: SymbolicResults, besides further: [Expr], symbols: [Expr]) throws {
    let layout = IntegrandLayout(results, results.setting.store)
    let parameters = symbols + layout.massDerivatives
    let equivalent = EquivalentIntegrands(further, given: layout.all, results.setting, parameters: parameters)
    var seen: Set<Expr> = []
    let own = further.filter { equivalent.standard[$0] == nil }
    let integrands = (layout.all + own).filter { seen.insert($0).inserted }
    integrals = try Integrals(results.setting, of: integrands, parameters: parameters)
    (self.layout, self.equivalent) = (layout, equivalent)
    differences =
      results.setting.isNormalized
      ? nil
      : try LogMassDifferences(results, symbols: symbols)
  }

  /// All expectations at a point, by their integrands; with `provingErrors`, errors are proven where that is possible.
  func evaluate(
    at point: [Rational], digits: Int, limits: WorkLimits, provingErrors: Bool = false
  ) throws -> [Expr: Estimate] {
    var values = try integrated(at: point, digits: digits, limits: limits, provingErrors)
    for (form, standard) in equivalent.standard { values[form] = values[standard] }
    return values
  }

  private func integrated(
    at point: [Rational], digits: Int, limits: WorkLimits, _ provingErrors: Bool
  ) throws -> [Expr: Estimate] {
    guard let differences else {
      return try integrals.evaluate(at: point, digits: digits, limits: limits, provingErrors: provingErrors)
    }
    let derivatives = try differences.values(at: point, digits: digits, limits: limits)
    var values = try integrals.evaluate(at: point + derivatives, digits: digits, limits: limits)
    for (fine, coarse) in layout.coarse {
      guard let value = values[fine], let other = values[coarse] else { continue }
      values[fine] = value.allowing(for: other)
    }
    return values
  }
}
