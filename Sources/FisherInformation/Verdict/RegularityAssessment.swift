internal import Calculus
internal import Expectation
internal import Expressions

/// Where Cramér's conditions hold, and what fails where they don't (Lehmann & Casella 1998, Theory of Point Estimation,
/// 2nd ed., section 2.5; Cramér 1946, section 32.3).
struct RegularityAssessment {
  private let results: SymbolicResults
  private let forms: ClosedForms
  private let parameters: [Expr]
  private let store: ExpressionStore

  init(_ results: SymbolicResults, _ forms: ClosedForms, parameters: [Expr]) {
    self.results = results
    self.forms = forms
    self.parameters = parameters
    store = results.setting.store
  }

  /// The assessment under a verdict on both identities.
  func regularity(_ verdict: Verdict) -> Report.Regularity {
    var result = Report.Regularity()
    result.reasons = movingBounds() + failedMeans(verdict) + failedCurvature(verdict) + divergences(verdict)
    if verdict.firstBartlett == .fails || verdict.secondBartlett == .fails {
      result.extent = .never
    } else if !result.reasons.isEmpty {
      result.extent = .when
    }
    return result
  }

  /// Bounds of the support that move with a parameter, with the boundary term of Leibniz's rule.
  private func movingBounds() -> [Report.Regularity.Reason] {
    results.setting.observed.flatMap { observed -> [Report.Regularity.Reason] in
      bounds(of: observed.range).flatMap { bound in
        parameters.filter { store.contains(bound, $0) }.map { reason(observed.variable, bound, $0) }
      }
    }
  }

  private func bounds(of range: NumberSet) -> [Expr] {
    switch range {
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper): [lower, upper].compactMap { $0 }
    case .reals, .finite: []
    }
  }

  private func reason(_ variable: Expr, _ bound: Expr, _ parameter: Expr) -> Report.Regularity.Reason {
    let simplifier = results.setting.simplifier
    let density = simplifier.textbookForm(
      store.exp(store.substitute(results.setting.logDensity, [(variable, bound)])))
    let place = Condition.relation(variable, .equal, bound)
    return Report.Regularity.Reason(
      condition: "the support does not depend on \(parameter)",
      detail: """
        the bound \(bound) of the support moves with \(parameter), so differentiation under the integral sign leaves a \
        boundary term; the density at \(place) is \(density)
        """)
  }

  private func failedMeans(_ verdict: Verdict) -> [Report.Regularity.Reason] {
    guard verdict.firstBartlett == .fails else { return [] }
    return parameters.indices.compactMap { i in
      guard let mean = forms.expectedScore[i], mean != store.zero else { return nil }
      return Report.Regularity.Reason(
        condition: "the score has mean 0",
        detail: "the score for \(parameters[i]) has mean \(mean), not 0")
    }
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
        let pair: Report.Sentence = i == j ? "\(parameters[i])" : "\(parameters[j]), \(parameters[i])"
        let sides = [forms.outer[i][j], forms.negativeHessian[i][j]].map { side -> Report.Sentence in
          side.map { "\($0)" } ?? "no closed form"
        }
        return Report.Regularity.Reason(
          condition: "the mean square of the score is the mean negative Hessian",
          detail: "for \(pair) the mean square of the score is \(sides[0]) and the mean negative Hessian is \(sides[1])"
        )
      }
    }
  }
}
