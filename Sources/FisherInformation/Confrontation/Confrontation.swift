internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The confrontation of all closed forms of a model with independent integrals at several points.
struct Confrontation {
  let points: [ConfrontedPoint]
  /// The values of the moments that the derivations name, per point.
  let inertValues: [[Expr: Estimate]]
  /// The points at which the numbers were not good enough to decide anything.
  let setAside: [[Rational]]

  /// Integrates at candidate points until enough of them decide; the first that does is the one for display.
  ///
  /// A point decides where every integral is known to some digits, or known to diverge, and every closed form has a
  /// value. Others are set aside and named in the report, never counted as agreement.
  ///
  /// - Parameters:
  ///   - symbols: parameters and known constants, in the order of each point's values.
  ///   - needed: how many deciding points are wanted.
  ///   - threads: on how many threads points are integrated; the results do not depend on it.
  ///   - coversSteps: whether the moments that the derivations name are integrated as well.
  /// - Throws: what the integration of the last candidate threw, if no candidate decides.
  init(
    _ forms: ClosedForms, _ results: SymbolicResults, symbols: [Expr], candidates: [[Rational]], needed: Int,
    digits: Int, limits: WorkLimits, threads: Int = 1, coversSteps: Bool = true
  ) throws {
    let program = try Program(forms, results, symbols, limits, coversSteps: coversSteps)
    let further = min(digits, results.setting.observed.count > 1 ? Self.furtherIteratedDigits : Self.furtherDigits)
    let ahead = threads > 1 ? program.ahead(Array(candidates.prefix(needed)), digits, further, threads) : []
    var points: [ConfrontedPoint] = []
    var values: [[Expr: Estimate]] = []
    var setAside: [[Rational]] = []
    var failure: (any Error)?
    for (position, candidate) in candidates.enumerated() where points.count < needed {
      let wanted = points.isEmpty ? digits : further
      do {
        let done = position < ahead.count && ahead[position].digits == wanted ? ahead[position] : nil
        let (found, estimates) = try done?.result.get() ?? program.run(at: candidate, digits: wanted)
        let point = program.completed(found, estimates)
        // A moment that seems to diverge where the information is finite shows a point too hard for the quadrature.
        let isSound = point.hasDivergence || estimates.values.allSatisfy(\.isFinite)
        if (point.isDecisive && isSound) || candidates.count == 1 {
          points.append(point)
          values.append(estimates)
        } else {
          setAside.append(candidate)
        }
      } catch LimitReached.time {
        throw LimitReached.time
      } catch {
        failure = error
        setAside.append(candidate)
      }
    }
    if points.isEmpty, let failure { throw failure }
    self.points = points
    inertValues = values
    self.setAside = setAside
  }

  /// Points after the first are compared to this many digits.
  static let furtherDigits = 25
  /// The same where integrals are iterated, and each digit costs more.
  static let furtherIteratedDigits = 16
  /// Digits beyond those shown, for rounding.
  static let guardDigits = 5

}

/// The integrals and closed forms of one problem, compiled once.
///
/// Unchecked because the compiler cannot see into the handles' store: integrals lock it where they compile further, and
/// nothing else touches it while threads run.
private struct Program: @unchecked Sendable {
  let forms: ClosedForms
  let integrals: ModelIntegrals
  let closed: ClosedFormEvaluator
  let removable: RemovablePoints
  let limits: WorkLimits

  init(_ forms: ClosedForms, _ results: SymbolicResults, _ symbols: [Expr], _ limits: WorkLimits, coversSteps: Bool)
    throws
  {
    let store = results.setting.store
    self.forms = forms
    self.limits = limits
    let named = coversSteps ? results.allDerivations : []
    let inert = named.flatMap { InertCalls.expectationArguments(in: $0, store) }
      .map { results.engine.inObservedVariables($0) }
    integrals = try ModelIntegrals(results, besides: inert, symbols: symbols)
    closed = try ClosedFormEvaluator(store, expressions: forms.distinct, parameters: symbols)
    removable = RemovablePoints(results.setting.simplifier, symbols: symbols)
  }

  /// What a run at one point came to, and the digits that it was asked for.
  struct Run: Sendable {
    let digits: Int
    let result: Result<(ConfrontedPoint, [Expr: Estimate]), any Error>
  }

  /// Runs at the first points on several threads: the first one with all digits, as if all of them decided.
  func ahead(_ points: [[Rational]], _ digits: Int, _ further: Int, _ threads: Int) -> [Run] {
    ParallelMap(Array(points.enumerated())) { position, point in
      let wanted = position == 0 ? digits : further
      return Run(digits: wanted, result: Result { try run(at: point, digits: wanted) })
    }.results(threads: threads)
  }

  func run(at point: [Rational], digits: Int) throws -> (ConfrontedPoint, [Expr: Estimate]) {
    let working = digits + Confrontation.guardDigits
    let estimates = try integrals.evaluate(at: point, digits: working, limits: limits, provingErrors: true)
    let table = values(at: point, digits: working)
    return (ConfrontedPoint(point, digits, integrals.layout, estimates, forms) { $0.flatMap { table[$0] } }, estimates)
  }

  private func values(at point: [Rational], digits: Int) -> [Expr: Real] {
    Dictionary(zip(forms.distinct, closed.evaluate(at: point, digits: digits))) { first, _ in first }
  }

  /// The point with the limits of closed forms that have no value there; not for several threads at once.
  func completed(_ found: ConfrontedPoint, _ estimates: [Expr: Estimate]) -> ConfrontedPoint {
    let working = found.digits + Confrontation.guardDigits
    var table = values(at: found.point, digits: working)
    let open = forms.distinct.filter { table[$0]?.isFinite == false }
    if open.isEmpty { return found }
    for form in open { table[form] = removable.limit(of: form, at: found.point, digits: working)?.value ?? table[form] }
    return ConfrontedPoint(found.point, found.digits, integrals.layout, estimates, forms) { $0.flatMap { table[$0] } }
  }
}

extension ConfrontedPoint {
  /// Gathers the estimates of one point; `closed` gives the value of a closed form.
  init(
    _ point: [Rational], _ digits: Int, _ layout: IntegrandLayout, _ estimates: [Expr: Estimate], _ forms: ClosedForms,
    closed: (Expr?) -> Real?
  ) {
    // Every integrand of the layout was integrated, so the look-up cannot fail.
    func estimate(_ e: Expr) -> Estimate { estimates[e]! }
    self.init(
      point: point, digits: digits, normalizer: estimate(layout.one), expectedScore: layout.mean.map(estimate),
      outer: layout.outer.map { $0.map(estimate) },
      negativeHessian: layout.negativeHessian.map { $0.map(estimate) },
      closedScore: forms.expectedScore.map(closed), closedOuter: forms.outer.map { $0.map(closed) },
      closedNegativeHessian: forms.negativeHessian.map { $0.map(closed) },
      closedFisher: forms.information.map { $0.map(closed) })
  }
}
