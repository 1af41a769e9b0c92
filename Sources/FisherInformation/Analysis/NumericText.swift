internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The numbers of one confronted point as text: only digits that are believed.
struct NumericText {
  private let point: ConfrontedPoint
  private let forms: ClosedForms
  private let formsDiffer: Bool
  private let store: ExpressionStore

  init(_ point: ConfrontedPoint, _ forms: ClosedForms, formsDiffer: Bool, store: ExpressionStore) {
    self.formsDiffer = formsDiffer
    self.point = point
    self.forms = forms
    self.store = store
  }

  /// The section of the report.
  func section(symbols: [Expr]) -> Report.NumericPoint {
    let indices = point.expectedScore.indices
    return Report.NumericPoint(
      at: Array(zip(symbols, point.point)).map { (symbol: $0.0, value: $0.1) }, digits: point.digits,
      normalizer: text(point.normalizer, point.normalizer.value, scale: Real.one, closed: nil),
      expectedScore: indices.map { i in
        text(
          point.expectedScore[i], point.expectedScore[i].value, scale: point.scoreScale(i),
          closed: forms.expectedScore[i])
      },
      expectedScoreOuter: matrix {
        text(point.outer[$0][$1], point.outer[$0][$1].value, scale: point.scale($0, $1), closed: forms.outer[$0][$1])
      },
      covarianceOfScore: matrix {
        text(
          point.outer[$0][$1], point.covariance($0, $1), scale: point.scale($0, $1), closed: forms.covariance[$0][$1])
      },
      expectedNegativeHessian: matrix {
        text(
          point.negativeHessian[$0][$1], point.negativeHessian[$0][$1].value, scale: point.scale($0, $1),
          closed: forms.negativeHessian[$0][$1])
      },
      closedForm: indices.map { i in indices.map { j in point.closedFisher[i][j].map(closedText) } },
      agreedDigits: agreedDigits, isCertified: point.isCertified)
  }

  private func matrix(_ entry: (Int, Int) -> String) -> [[String]] {
    let indices = point.expectedScore.indices
    return indices.map { i in indices.map { entry(i, $0) } }
  }

  /// A value to its believed digits; a proved zero is `0`, an unproved one `< 1e-50`.
  private func text(_ estimate: Estimate, _ value: Real, scale: Real, closed: Expr?) -> String {
    guard estimate.isFinite else { return value.description(digits: point.digits) }
    // Not capped at the digits asked for: the guard digits serve entries that are smaller than their scale.
    let believed = estimate.digits(relativeTo: scale)
    guard believed > 0 else { return "unknown" }
    let drop = value.isZero ? Int.max : max(0, scale.exponent10 - value.exponent10)
    if drop >= min(believed, point.digits) {
      return closed == store.zero || value.isZero ? "0" : "< 1e\(scale.exponent10 - min(believed, point.digits))"
    }
    return value.description(digits: max(1, min(point.digits, believed - drop)))
  }

  private func closedText(_ value: Real) -> String { value.isZero ? "0" : value.description(digits: point.digits) }

  /// The fewest digits on which closed forms and integrals agree, the two forms of the information among them unless they
  /// are known to differ.
  private var agreedDigits: Int {
    if point.hasDivergence { return 0 }
    var digits = point.digits
    for i in point.expectedScore.indices {
      for j in 0...i {
        let scale = point.scale(i, j)
        let (outer, curvature) = (point.outer[i][j].value, point.negativeHessian[i][j].value)
        var pairs: [(Real?, Real)] = [
          (point.closedOuter[i][j], outer), (point.closedNegativeHessian[i][j], curvature),
          (point.closedFisher[i][j], point.covariance(i, j)),
        ]
        if !formsDiffer { pairs.append((outer, curvature)) }
        for case (let a?, let b) in pairs {
          digits = min(digits, Agreement.digits(a, b, scale: scale, cap: point.digits))
        }
      }
    }
    return max(0, digits)
  }
}
