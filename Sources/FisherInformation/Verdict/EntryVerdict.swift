internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// What symbolic and numeric results together say of one entry of the information matrix.
struct EntryVerdict {
  let status: Report.EntryStatus
  /// The fewest digits on which the forms agree over all points.
  let digits: Int
  /// A contradiction between a closed form and an integral: a defect of the program.
  let contradiction: String?
  /// E[s_i s_j] and E[-H_ij] differ.
  let secondIdentityFails: Bool
  /// Whether each of the two diverges, with which sign, at every point; 0 for a finite one.
  let divergence: (outer: Int, negativeHessian: Int)

  /// Judges an entry over all points.
  init(_ i: Int, _ j: Int, forms: ClosedForms, points: [ConfrontedPoint], meanVanishes: Bool) {
    let judgements = points.map { EntryJudgement($0, i, j, forms) }
    digits = judgements.map(\.digits).min() ?? 0
    contradiction = judgements.firstValue(\.contradiction)
    secondIdentityFails = judgements.contains(where: \.formsDiffer)
    divergence = (
      Self.divergence(points.map { $0.outer[i][j] }), Self.divergence(points.map { $0.negativeHessian[i][j] })
    )
    status =
      if contradiction != nil || points.isEmpty {
        .undecided
      } else if secondIdentityFails || !meanVanishes || divergence != (0, 0) {
        .irregular
      } else if judgements.contains(where: \.isUndecided) {
        .undecided
      } else {
        forms.information[i][j] == nil ? .numeric : .verified
      }
  }
}

extension EntryVerdict {
  /// The common sign with which integrals diverge at every point, else 0.
  private static func divergence(_ estimates: [Estimate]) -> Int {
    let signs = estimates.map { if case .divergent(let sign) = $0.status { sign } else { 0 } }
    return Set(signs).count == 1 ? signs[0] : 0
  }
}

/// What one point says of one entry.
private struct EntryJudgement {
  var digits: Int
  var contradiction: String?
  var formsDiffer = false
  var isUndecided = false

  init(_ point: ConfrontedPoint, _ i: Int, _ j: Int, _ forms: ClosedForms) {
    digits = point.digits
    let scale = point.scale(i, j)
    let (outer, curvature) = (point.outer[i][j], point.negativeHessian[i][j])
    let (believedOuter, believedCurvature) = (
      point.believed(outer, scale: scale), point.believed(curvature, scale: scale)
    )
    func compare(_ a: Real, _ b: Real, _ believed: Int) -> EntryComparison {
      EntryComparison(a, b, scale: scale, believed: believed, digits: point.digits)
    }
    let between = compare(outer.value, curvature.value, min(believedOuter, believedCurvature))
    formsDiffer =
      between == .differs || outer.status.isDivergent != curvature.status.isDivergent
      || (outer.status.isDivergent && outer.status != curvature.status)
    note(between)
    var checks: [(closed: Real?, value: Real, believed: Int, name: String)] = [
      (point.closedOuter[i][j], outer.value, believedOuter, "E[score score]"),
      (point.closedNegativeHessian[i][j], curvature.value, believedCurvature, "E[-Hessian]"),
    ]
    // An entry that is closed through the Hessian alone is confronted with the covariance too, unless the forms part.
    if forms.covariance[i][j] != nil || !formsDiffer {
      checks.append((point.closedFisher[i][j], point.covariance(i, j), believedOuter, "the covariance of the score"))
    }
    for case (let closed?, let value, let believed, let name) in checks {
      let comparison = compare(closed, value, believed)
      note(comparison)
      if comparison == .differs {
        let (a, b) = (closed.description(digits: 20), value.description(digits: 20))
        contradiction = "\(name): closed form \(a), integral \(b)"
      }
    }
  }

  private mutating func note(_ comparison: EntryComparison) {
    switch comparison {
    case .agrees(let common): digits = min(digits, common)
    case .differs: break
    case .unknown: isUndecided = true
    }
  }
}

extension Estimate.Status {
  /// Whether the integral has no finite value.
  fileprivate var isDivergent: Bool {
    if case .divergent = self { return true }
    return false
  }
}
