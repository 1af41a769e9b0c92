internal import Calculus
internal import Expressions

/// Ends of the parameters' domains that belong to them, such as 0 in `k >= 0`: a parameter there is not inside its domain.
///
/// Cramér's conditions ask for an open set of parameters; at an end derivatives are one-sided, and the law of the maximum
/// likelihood estimator is another one (Self & Liang 1987, J. Amer. Statist. Assoc. 82, 605–610).
struct DomainEnds {
  let derived: DerivedModel

  init(_ derived: DerivedModel) {
    self.derived = derived
  }

  /// Says in a report that regularity leaves them out.
  func complete(_ report: inout Report) {
    let ends = conditions.filter { !report.regularity.conditions.contains($0) }
    guard !ends.isEmpty, report.regularity.extent != .never else { return }
    report.regularity.extent = .when
    report.regularity.conditions += ends
    report.regularity.reasons += ends.map { condition in
      Report.Regularity.Reason(
        condition: "\(condition)",
        detail: "there the domain ends: derivatives are one-sided, and estimates pile up at the end")
    }
  }

  /// That each parameter is at none of its ends; without those that are excluded already.
  private var conditions: [Condition] {
    let assumptions = derived.model.assumptions
    return derived.model.domains.filter { derived.model.parameters.contains($0.symbol) }
      .flatMap { domain in ends(of: domain.set).map { .relation(domain.symbol, .notEqual, $0) } }
      .filter { assumptions.holds($0) != .yes }
  }

  private func ends(of set: NumberSet) -> [Expr] {
    guard case .interval(let lower, let upper, let includesLower, let includesUpper) = set else { return [] }
    return [includesLower ? lower : nil, includesUpper ? upper : nil].compactMap(\.self)
  }
}
