internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// What symbolic and numeric results together say of the mean of one score.
struct ScoreVerdict {
  let identity: Report.Verdict
  let contradiction: String?

  /// Judges E[s_i] = 0 over all points.
  init(_ i: Int, forms: ClosedForms, points: [ConfrontedPoint], store: ExpressionStore) {
    var contradiction: String?
    var numeric: Report.Verdict = points.isEmpty ? .unknown : .agrees
    let zero = Real.zero
    for point in points {
      let scale = point.scoreScale(i)
      let mean = point.expectedScore[i]
      let believed = point.believed(mean, scale: scale)
      switch EntryComparison(mean.value, zero, scale: scale, believed: believed, digits: point.digits) {
      case .agrees: break
      case .differs: numeric = .fails
      case .unknown: if numeric != .fails { numeric = .unknown }
      }
      if let closed = point.closedScore[i],
        EntryComparison(closed, mean.value, scale: scale, believed: believed, digits: point.digits) == .differs
      {
        contradiction =
          "E[score]: closed form \(closed.description(digits: 20)), integral \(mean.value.description(digits: 20))"
      }
    }
    self.contradiction = contradiction
    identity =
      switch forms.expectedScore[i] {
      case store.zero where numeric == .agrees: .proved
      default: numeric
      }
  }
}
