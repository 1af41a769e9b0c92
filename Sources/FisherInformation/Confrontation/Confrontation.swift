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

  /// Integrates at every point; the first is the one for display, with all digits asked for.
  ///
  /// - Parameter symbols: parameters and known constants, in the order of each point's values.
  init(
    _ forms: ClosedForms, _ results: SymbolicResults, symbols: [Expr], points: [[Rational]], digits: Int,
    limits: WorkLimits
  ) throws {
    let store = results.setting.store
    let layout = IntegrandLayout(results, store)
    let inert = results.allDerivations.flatMap { InertCalls.expectationArguments(in: $0, store) }
      .map { results.engine.inObservedVariables($0) }
    let integrals = try Integrals(
      results.setting, of: Self.distinct(layout.all + inert), parameters: symbols)
    let closed = try ClosedFormEvaluator(store, expressions: forms.distinct, parameters: symbols)
    var confronted: [ConfrontedPoint] = []
    var values: [[Expr: Estimate]] = []
    for (index, point) in points.enumerated() {
      let wanted = index == 0 ? digits : min(digits, Self.furtherDigits)
      let estimates = try integrals.evaluate(at: point, digits: wanted + Self.guardDigits, limits: limits)
      let numbers = closed.evaluate(at: point, digits: wanted + Self.guardDigits)
      let table = Dictionary(zip(forms.distinct, numbers)) { first, _ in first }
      confronted.append(ConfrontedPoint(point, wanted, layout, estimates, forms) { $0.flatMap { table[$0] } })
      values.append(estimates)
    }
    self.points = confronted
    inertValues = values
  }

  /// Points after the first are compared to this many digits.
  static let furtherDigits = 25
  /// Digits beyond those shown, for rounding.
  static let guardDigits = 5

  private static func distinct(_ all: [Expr]) -> [Expr] {
    var seen: Set<Expr> = []
    return all.filter { seen.insert($0).inserted }
  }
}

/// Which integrand stands for which entry.
struct IntegrandLayout {
  let one: Expr
  let score: [Expr]
  let outer: [[Expr]]
  let negativeHessian: [[Expr]]

  init(_ results: SymbolicResults, _ store: ExpressionStore) {
    one = store.one
    score = results.score
    outer = results.score.map { a in results.score.map { store.product([a, $0]) } }
    negativeHessian = results.hessian.map { $0.map { store.negated($0) } }
  }

  var all: [Expr] { [one] + score + outer.flatMap { $0 } + negativeHessian.flatMap { $0 } }
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
      point: point, digits: digits, normalizer: estimate(layout.one), expectedScore: layout.score.map(estimate),
      outer: layout.outer.map { $0.map(estimate) },
      negativeHessian: layout.negativeHessian.map { $0.map(estimate) },
      closedScore: forms.expectedScore.map(closed), closedOuter: forms.outer.map { $0.map(closed) },
      closedNegativeHessian: forms.negativeHessian.map { $0.map(closed) },
      closedFisher: forms.information.map { $0.map(closed) })
  }
}
