internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The expectations of one problem as one vector-valued program, so that the density is evaluated once a node for all.
///
/// Integrals against a density that is not normalised are divided by its mass. Expectations that stand inside an
/// integrand, as those in the score of such a density, are integrated before it.
struct Integrals {
  /// The integrands, in the order of the results.
  let integrands: [Expr]
  private let isNormalized: Bool
  private let program: SupportIntegrals
  /// For each integrand, the positions of the expectations that stand in it.
  private let uses: [[Int]]
  /// The expectations that stand in integrands; nil if none does.
  private let inner: SupportIntegrals?

  init(_ setting: DensitySetting, of integrands: [Expr], parameters: [Expr]) throws {
    self.integrands = integrands
    isNormalized = setting.isNormalized
    let store = setting.store
    var calls: [Expr] = []
    uses = integrands.map { integrand in
      InertCalls.calls(in: integrand, store).filter { store.expectationArgument($0) != nil }.map { call in
        if !calls.contains(call) { calls.append(call) }
        return calls.firstIndex(of: call)!
      }
    }
    let symbols = calls.indices.map { store.symbol("expectation.\($0)") }
    let replacements = Array(zip(calls, symbols))
    let arguments = calls.compactMap { store.expectationArgument($0) }
    inner =
      arguments.isEmpty
      ? nil
      : try SupportIntegrals(
        setting, [store.one] + arguments, parameters: parameters)
    program = try SupportIntegrals(
      setting, [store.one] + integrands.map { store.substitute($0, replacements) }, parameters: parameters + symbols)
  }

  /// All expectations at a point; with `provingErrors`, errors are proven where that is possible.
  func evaluate(
    at point: [Rational], digits: Int, limits: WorkLimits, provingErrors: Bool = false
  ) throws -> [Expr: Estimate] {
    let means = try inner.map { expectations(try $0.evaluate(at: point, digits: digits, limits: limits)) } ?? []
    // What diverges has no value to go on with: whatever it stands in is given up with it.
    let place = try point + means.map { try $0.isFinite ? Self.exact($0.value) : Rational(0) }
    let values = expectations(
      try program.evaluate(at: place, digits: digits, limits: limits, provingErrors: provingErrors))
    var result: [Expr: Estimate] = [:]
    for (integrand, (value, uses)) in zip(integrands, zip(values, uses)) {
      result[integrand] = uses.lazy.map { means[$0] }.first { !$0.isFinite } ?? value
    }
    return result
  }

  private static func exact(_ value: Real) throws -> Rational {
    guard let rational = Rational(exactly: value) else {
      throw LimitReached.magnitude(Rational.largestDecimalExponent)
    }
    return rational
  }

  /// Integrals as expectations; the first is the mass.
  private func expectations(_ integrals: [Estimate]) -> [Estimate] {
    integrals.dropFirst().map { isNormalized ? $0 : $0.divided(byMass: integrals[0]) }
  }
}
