internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// What a report says of the conditions that were derived: where the information holds, where the model is regular, and
/// what happens outside.
struct DomainStatement {
  private let conditions: DerivedConditions
  private let declared: DerivedModel
  private let inside: DerivedModel
  /// The model where the information exists, whatever becomes of the mean Hessian.
  private let partial: DerivedModel
  private let limits: WorkLimits

  init(
    _ conditions: DerivedConditions, declared: DerivedModel, inside: DerivedModel, partial: DerivedModel,
    limits: WorkLimits
  ) {
    self.conditions = conditions
    self.declared = declared
    self.inside = inside
    self.partial = partial
    self.limits = limits
  }

  /// Adds the conditions to a report on the model inside them.
  func complete(_ report: inout Report) {
    var further = conditions.curvature
    let gap = probes(further, of: partial, in: partial)
    if report.fisher != nil, further.isEmpty || (gap.allSatisfy { holdsInformation(at: $0.point) }) {
      report.conditions = conditions.information
    } else {
      report.conditions = conditions.all
      further = []
    }
    let probes = self.probes(conditions.information, of: declared, in: declared) + gap
    for probe in probes { note(probe, &report) }
    report.regularity.conditions = Condition.minimal(
      report.regularity.conditions, under: declared.model.assumptions)
    if !report.regularity.conditions.isEmpty, report.regularity.extent == .always { report.regularity.extent = .when }
  }

  private func probes(_ conditions: [Condition], of domain: DerivedModel, in derived: DerivedModel) -> [OutsideProbe] {
    conditions.map { condition in
      OutsideProbe(condition, others: conditions.filter { $0 != condition }, of: derived, limits: limits)
    }
  }

  private func note(_ probe: OutsideProbe, _ report: inout Report) {
    let place = probe.place(declared)
    let detail: Report.Sentence
    switch probe.finding {
    case .failure(let sentence): detail = "outside, at \(place), \(sentence)"
    case .none:
      report.regularity.reasons.append(
        .init(
          condition: "\(probe.condition)",
          detail: "the closed form is derived under it alone; outside, at \(place), both integrals are finite and agree"
        ))
      return
    case .undecided:
      detail = "it comes from the leading powers of the integrands; no point outside was decided by integration"
    }
    report.regularity.conditions.append(probe.condition)
    report.regularity.reasons.append(.init(condition: "\(probe.condition)", detail: detail))
  }

  /// Whether the closed forms for the score alone agree with their integrals at a point where the mean Hessian fails.
  private func holdsInformation(at point: [Rational]?) -> Bool {
    let store = declared.model.store
    let entries = zip(partial.forms.covariance, inside.forms.information)
    let isSame = entries.allSatisfy { row, other in
      zip(row, other).allSatisfy { a, b in
        guard let a, let b else { return a == b }
        return a == b || inside.results.setting.simplifier.isZero(store.difference(a, b))
      }
    }
    guard isSame, let point,
      let confrontation = try? Confrontation(
        partial.forms, partial.results, symbols: partial.symbols, candidates: [point], needed: 1,
        digits: Confrontation.furtherDigits, limits: limits)
    else { return false }
    let verdict = Verdict(
      partial.forms, confrontation.points, leavesJump: partial.leavesJump, store: store)
    return verdict.contradictions.isEmpty && (verdict.firstBartlett == .proved || verdict.firstBartlett == .agrees)
      && confrontation.points.allSatisfy { $0.outer.allSatisfy { $0.allSatisfy(\.isFinite) } }
  }

  /// Adds the conditions to a report on a point at which some of them fail.
  static func complete(_ report: inout Report, outside failing: [Condition], of conditions: DerivedConditions) {
    report.conditions = conditions.information
    report.regularity.extent = .when
    report.regularity.conditions = Condition.minimal(conditions.all, under: Assumptions(report.store))
    report.regularity.reasons =
      failing.map { .init(condition: "\($0)", detail: "it fails at the point asked for") }
      + report.regularity.reasons
  }
}

extension DerivedConditions {
  /// The conditions that do not hold at a point; nil where all do.
  func failing(at point: [Rational], _ derived: DerivedModel) -> [Condition]? {
    let failing = all.filter { condition in
      let alone = Assumptions(derived.model.store).assuming([condition])
      return SamplePoints(of: derived.symbols, assumptions: alone).admits(point) != .yes
    }
    return failing.isEmpty ? nil : failing
  }
}
