internal import Calculus
internal import Expressions

/// Values of the parameters, inside the domain, at which the log-density is not differentiable in them: kinks such as that
/// of |t| at 0, and poles of the score such as that of the derivative of t^(1/3).
struct Differentiability {
  private let derived: DerivedModel
  private var store: ExpressionStore { derived.model.store }
  private var simplifier: Simplifier { derived.results.setting.simplifier }

  init(_ derived: DerivedModel) {
    self.derived = derived
  }

  /// Says in a report where it does not hold.
  func complete(_ report: inout Report) {
    let found = conditions
    if found.isEmpty { return }
    report.conditions += found
    report.regularity.conditions += found
    if report.regularity.extent == .always { report.regularity.extent = .when }
    report.regularity.reasons += found.map { condition in
      Report.Regularity.Reason(
        condition: "\(condition)",
        detail: "elsewhere the log-density has no derivative by the parameter, or the score no finite value")
    }
  }

  /// What has to differ from 0, as conditions on single parameters where it is affine in one.
  private var conditions: [Condition] {
    let parts = derived.results.score.flatMap { store.subexpressions(of: $0) }
    let poles = parts.compactMap { part -> Expr? in
      guard store.op(part) == .power, let n = store.numberValue(store.baseAndExponent(part).1), n.signum < 0 else {
        return nil
      }
      return store.baseAndExponent(part).0
    }
    let kinks = derived.model.parameters.flatMap { parameter in
      store.kinks(of: derived.model.logDensity, in: parameter).map { store.difference(parameter, $0) }
    }
    var found: [Condition] = []
    for zero in kinks + poles where mayVanish(zero) {
      let condition = solved(zero)
      if !found.contains(condition) { found.append(condition) }
    }
    return found
  }

  /// Whether an expression of the parameters alone is not known to differ from 0 inside the domain.
  private func mayVanish(_ e: Expr) -> Bool {
    let observed = derived.model.observed.map(\.symbol)
    return store.containsAny(e, derived.model.parameters) && !store.containsAny(e, observed)
      && derived.model.assumptions.isNonzero(e) == .unknown
  }

  private func solved(_ e: Expr) -> Condition {
    if store.function(e)?.notation.style == .absoluteValue { return solved(store.operand(e, at: 0)) }
    for parameter in derived.model.parameters {
      guard let (slope, offset) = store.affineParts(of: e, in: parameter), slope != store.zero else { continue }
      return .relation(parameter, .notEqual, simplifier.textbookForm(store.negated(store.quotient(offset, slope))))
    }
    return .relation(e, .notEqual, store.zero)
  }
}
