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

  /// Judges an entry over all points.
  init(_ i: Int, _ j: Int, forms: ClosedForms, points: [ConfrontedPoint], meanVanishes: Bool) {
    var digits = Int.max
    var contradiction: String?
    var formsDiffer = false
    var undecided = points.isEmpty
    for point in points {
      let scale = point.scale(i, j)
      let (outer, curvature) = (point.outer[i][j], point.negativeHessian[i][j])
      let believedOuter = point.believed(outer, scale: scale)
      let believedCurvature = point.believed(curvature, scale: scale)
      let checks: [(Real?, Real, Int, String)] = [
        (point.closedOuter[i][j], outer.value, believedOuter, "E[score score]"),
        (point.closedNegativeHessian[i][j], curvature.value, believedCurvature, "E[-Hessian]"),
        (point.closedFisher[i][j], point.covariance(i, j), believedOuter, "the covariance of the score"),
      ]
      for case (let closed?, let value, let believed, let name) in checks {
        switch EntryComparison(closed, value, scale: scale, believed: believed, digits: point.digits) {
        case .agrees(let common): digits = min(digits, common)
        case .differs:
          contradiction =
            "\(name): closed form \(closed.description(digits: 20)), integral \(value.description(digits: 20))"
        case .unknown: undecided = true
        }
      }
      let believed = min(believedOuter, believedCurvature)
      switch EntryComparison(outer.value, curvature.value, scale: scale, believed: believed, digits: point.digits) {
      case .agrees(let common): digits = min(digits, common)
      case .differs: formsDiffer = true
      case .unknown: undecided = true
      }
    }
    let isClosed = forms.covariance[i][j] != nil && forms.negativeHessian[i][j] != nil
    self.digits = digits == .max ? 0 : digits
    self.contradiction = contradiction
    secondIdentityFails = formsDiffer
    status =
      if contradiction != nil {
        .undecided
      } else if formsDiffer || !meanVanishes {
        .irregular
      } else if undecided {
        .undecided
      } else if isClosed && forms.secondIdentity[i][j] {
        .verified
      } else {
        .numeric
      }
  }
}
