internal import Calculus
internal import Expressions
internal import Multiprecision

/// The joint verdict of symbolic derivation and numeric confrontation on a whole model.
struct Verdict {
  let status: Report.Status
  let entries: [[EntryVerdict]]
  let firstBartlett: Report.Verdict
  let secondBartlett: Report.Verdict
  /// The covariance of the score, where its mean vanishes and it exists.
  let fisher: [[Expr?]]?
  /// Contradictions between closed forms and integrals.
  let contradictions: [String]
  /// Whether the density has mass 1 at every point; if not, nothing else was judged.
  let isNormalized: Bool

  /// - Parameter leavesJump: whether the support moves with a parameter at a point where the density does not vanish.
  init(_ forms: ClosedForms, _ points: [ConfrontedPoint], leavesJump: Bool, store: ExpressionStore) {
    isNormalized = points.allSatisfy(Self.hasMassOne)
    // Of a density whose normaliser was not found, the integrals are no expectations.
    let judged = isNormalized ? points : []
    let indices = forms.expectedScore.indices
    let scores = indices.map { ScoreVerdict($0, forms: forms, points: judged, store: store) }
    let first = isNormalized ? Self.joined(scores.map(\.identity)) : .unknown
    let meanVanishes = first != .fails
    let entries = indices.map { i in
      indices.map { j in
        EntryVerdict(max(i, j), min(i, j), forms: forms, points: judged, meanVanishes: meanVanishes)
      }
    }
    self.entries = entries
    firstBartlett = first
    secondBartlett = Self.second(forms, entries.flatMap { $0 })
    let found = scores.compactMap(\.contradiction) + entries.flatMap { $0 }.compactMap(\.contradiction)
    contradictions = found
    let status = Self.overall(entries.flatMap { $0 }.map(\.status), first, normalized: isNormalized)
    self.status = leavesJump && status != .undecided ? .irregular : status
    fisher = !leavesJump && (first == .proved || first == .agrees) ? Self.information(forms, entries) : nil
  }

  private static func hasMassOne(_ point: ConfrontedPoint) -> Bool {
    let believed = point.believed(point.normalizer, scale: .one)
    if case .agrees = EntryComparison(
      point.normalizer.value, .one, scale: .one, believed: believed, digits: point.digits)
    {
      return true
    }
    return false
  }

  /// The closed entries; one that is known through the Hessian alone counts only where the second identity holds.
  private static func information(_ forms: ClosedForms, _ entries: [[EntryVerdict]]) -> [[Expr?]] {
    forms.information.indices.map { i in
      forms.information.indices.map { j in
        entries[i][j].secondIdentityFails ? forms.covariance[i][j] : forms.information[i][j]
      }
    }
  }

  private static func joined(_ identities: [Report.Verdict]) -> Report.Verdict {
    if identities.contains(.fails) { return .fails }
    if identities.contains(.unknown) { return .unknown }
    return identities.contains(.agrees) ? .agrees : .proved
  }

  private static func second(_ forms: ClosedForms, _ entries: [EntryVerdict]) -> Report.Verdict {
    if entries.contains(where: \.secondIdentityFails) { return .fails }
    // Two sides that are both infinite say nothing of the identity.
    if entries.contains(where: { $0.status == .undecided || $0.divergence != (0, 0) }) { return .unknown }
    let proved = forms.secondIdentity.allSatisfy { $0.allSatisfy { $0 } }
    return proved ? .proved : .agrees
  }

  private static func overall(
    _ entries: [Report.EntryStatus], _ first: Report.Verdict, normalized: Bool
  ) -> Report.Status {
    if !normalized { return .undecided }
    if first == .fails || entries.contains(.irregular) { return .irregular }
    if first == .unknown || entries.contains(.undecided) { return .undecided }
    return entries.contains(.numeric) ? .numeric : .verified
  }
}
