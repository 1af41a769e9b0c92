internal import Calculus
internal import Expectation
internal import Expressions

/// Where Cramér's conditions hold, and what fails where they don't (Lehmann & Casella 1998, Theory of Point Estimation,
/// 2nd ed., section 2.5; Cramér 1946, section 32.3).
struct RegularityAssessment {
  private let results: SymbolicResults
  private let forms: ClosedForms
  private let parameters: [Expr]
  private let support: MovingSupport
  private let store: ExpressionStore

  init(_ results: SymbolicResults, _ forms: ClosedForms, parameters: [Expr]) {
    self.results = results
    self.forms = forms
    self.parameters = parameters
    support = MovingSupport(results.setting, parameters: parameters)
    store = results.setting.store
  }

  /// The assessment under a verdict on both identities.
  func regularity(_ verdict: Verdict) -> Report.Regularity {
    var result = Report.Regularity()
    let failures = failedMeans(verdict) + failedCurvature(verdict) + divergences(verdict)
    let fails = verdict.firstBartlett == .fails || verdict.secondBartlett == .fails
    let consequence: Report.Sentence =
      if fails {
        ", so differentiation under the integral sign leaves a boundary term"
      } else if support.leavesJump {
        ", where the density does not vanish; both identities hold only because the boundary terms cancel"
      } else {
        failures.isEmpty ? ", but both identities hold: no boundary term is left" : ""
      }
    result.reasons = movingBounds(consequence) + (fails ? movingKinks() : []) + failures
    // What diverges here does so at every point of the domain that the derived conditions leave.
    if fails || support.leavesJump || !failures.isEmpty { result.extent = .never }
    return result
  }

  /// Bounds of the support that move with a parameter: whether they leave the boundary term of Leibniz's rule, and how the
  /// density behaves there.
  private func movingBounds(_ consequence: Report.Sentence) -> [Report.Regularity.Reason] {
    support.bounds.flatMap { moving in
      moving.parameters.map { parameter in
        Report.Regularity.Reason(
          condition: "the support does not depend on \(parameter)",
          detail: "the bound \(moving.bound) of the support moves with \(parameter)\(consequence)" + behaviour(moving))
      }
    }
  }

  /// How the density behaves at a bound, as a clause; empty where that could not be told.
  private func behaviour(_ moving: MovingSupport.Bound) -> Report.Sentence {
    guard let end = moving.density else { return "" }
    let simplifier = results.setting.simplifier
    let place = Condition.relation(moving.variable, .equal, moving.bound)
    let coefficient = simplifier.textbookForm(end.coefficient)
    if end.exponent == store.zero { return "; the density at \(place) is \(coefficient)" }
    let distance =
      moving.isLower
      ? store.difference(moving.variable, moving.bound) : store.difference(moving.bound, moving.variable)
    let growth = store.product([coefficient, store.power(distance, end.exponent)])
    let assumptions = simplifier.assumptions
    let verb =
      assumptions.isPositive(end.exponent) == .yes
      ? "vanishes" : assumptions.isNegative(end.exponent) == .yes ? "grows" : "behaves"
    return "; the density \(verb) at \(place) like \(growth)"
  }

  /// Kinks and jumps of the log-density that move with a parameter: the Hessian, taken where it exists, misses what the jump
  /// of the score adds to its mean; where the density itself jumps, the mean of the score misses what moves over the jump.
  private func movingKinks() -> [Report.Regularity.Reason] {
    results.setting.observed.flatMap { observed -> [Report.Regularity.Reason] in
      store.kinks(of: results.setting.logDensity, in: observed.variable).flatMap { kink in
        parameters.filter { store.contains(kink, $0) }.map { parameter in
          let place = Condition.relation(observed.variable, .equal, kink)
          return jumps(at: kink, of: observed.variable)
            ? Report.Regularity.Reason(
              condition: "the density is continuous",
              detail: """
                the density jumps at \(place), which moves with \(parameter): differentiation under the integral sign misses \
                what moves over the jump
                """)
            : Report.Regularity.Reason(
              condition: "the log-density is differentiable",
              detail: """
                the log-density has a kink at \(place), which moves with \(parameter): the Hessian misses the jump of the score
                """)
        }
      }
    }
  }

  /// Whether the brackets that change at a place leave the log-density different values on its two sides.
  private func jumps(at place: Expr, of variable: Expr) -> Bool {
    let logDensity = results.setting.logDensity
    let changing = store.subexpressions(of: logDensity).compactMap { part -> (bracket: Expr, risesThere: Bool)? in
      guard case .relation(let margin, .greater, _)? = store.indicatedCondition(part).map(strict),
        let slope = store.affineParts(of: margin, in: variable)?.slope,
        results.setting.simplifier.isZero(store.substitute(margin, [(variable, place)]))
      else { return nil }
      return (part, results.setting.assumptions.isPositive(slope) == .yes)
    }
    if changing.isEmpty { return false }
    let (below, above) = (false, true)
    let sides = [below, above].map { side in
      let values = changing.map { ($0.bracket, $0.risesThere == side ? store.one : store.zero) }
      return store.substitute(store.substitute(logDensity, values), [(variable, place)])
    }
    return !results.setting.simplifier.isZero(store.difference(sides[0], sides[1]))
  }

  private func strict(_ condition: Condition) -> Condition {
    guard case .relation(let a, .greaterOrEqual, let b) = condition else { return condition }
    return .relation(a, .greater, b)
  }

  private func failedMeans(_ verdict: Verdict) -> [Report.Regularity.Reason] {
    guard verdict.firstBartlett == .fails else { return [] }
    return parameters.indices.compactMap { i in
      guard let mean = forms.expectedScore[i], mean != store.zero else { return nil }
      return Report.Regularity.Reason(
        condition: "the score has mean 0",
        detail: "the score for \(parameters[i]) has mean \(mean), not 0" + leibniz(parameters[i], mean: mean))
    }
  }

  /// Where the mean of the score comes from, where that is the boundary term of Leibniz's rule: the derivative of the total
  /// mass, which is 0, is the mean of the score plus what moves in over the bounds; empty where that is not proved.
  private func leibniz(_ parameter: Expr, mean: Expr) -> Report.Sentence {
    let simplifier = results.setting.simplifier
    let differentiation = Differentiation(store, formulas: simplifier.formulas)
    let terms = support.bounds.filter { $0.parameters.contains(parameter) }.map { moving -> Expr? in
      guard let end = moving.density, end.exponent == store.zero,
        let speed = try? differentiation.gradient(of: moving.bound, by: [parameter]).first
      else { return nil }
      let term = store.product([end.coefficient, speed])
      return moving.isLower ? store.negated(term) : term
    }
    let known = terms.compactMap(\.self)
    let total = simplifier.textbookForm(store.sum(known))
    guard !terms.isEmpty, known.count == terms.count, simplifier.isZero(store.sum([mean, total])) else { return "" }
    return """
      : the density integrates to 1 for every \(parameter), so the derivative of the integral is 0, and by Leibniz's rule it \
      is the mean of the score plus \(total), the density at the moving bound times the speed of the bound
      """
  }

  private func divergences(_ verdict: Verdict) -> [Report.Regularity.Reason] {
    parameters.indices.compactMap { i in
      guard verdict.entries[i][i].divergence.outer != 0 else { return nil }
      return Report.Regularity.Reason(
        condition: "the score has a finite variance",
        detail: "the mean square of the score for \(parameters[i]) is infinite")
    }
  }

  private func failedCurvature(_ verdict: Verdict) -> [Report.Regularity.Reason] {
    guard verdict.secondBartlett == .fails else { return [] }
    return parameters.indices.flatMap { i in
      (0...i).compactMap { j -> Report.Regularity.Reason? in
        guard verdict.entries[i][j].secondIdentityFails else { return nil }
        let entry = verdict.entries[i][j]
        let pair: Report.Sentence = i == j ? "\(parameters[i])" : "\(parameters[j]), \(parameters[i])"
        let product = i == j ? "mean square of the score" : "mean product of the scores"
        let outer = side(forms.outer[i][j], entry.divergence.outer)
        let curvature = side(forms.negativeHessian[i][j], entry.divergence.negativeHessian)
        return Report.Regularity.Reason(
          condition: "the mean square of the score is the mean negative Hessian",
          detail: "for \(pair) the \(product) \(outer) and the mean negative Hessian \(curvature)")
      }
    }
  }

  /// What one side of the second identity is.
  private func side(_ form: Expr?, _ divergence: Int) -> Report.Sentence {
    if divergence != 0 { return divergence > 0 ? "is infinite" : "is minus infinity" }
    return form.map { "is \($0)" } ?? "has no closed form"
  }
}
