internal import Expressions
internal import Multiprecision
internal import Numerics

/// The closed forms of a model against independent integrals at one parameter point.
struct ConfrontedPoint {
  let point: [Rational]
  let digits: Int
  let normalizer: Estimate
  let expectedScore: [Estimate]
  /// Full symmetric matrices.
  let outer: [[Estimate]]
  let negativeHessian: [[Estimate]]
  /// The closed forms' values; nil where there is no closed form.
  let closedScore: [Real?]
  let closedOuter: [[Real?]]
  let closedNegativeHessian: [[Real?]]
  let closedFisher: [[Real?]]

  /// The natural unit of an entry.
  func scale(_ i: Int, _ j: Int) -> Real {
    let unit = Agreement.scale(outer[i][j].value, outer[i][i].value, outer[j][j].value)
    let other = Agreement.scale(
      negativeHessian[i][j].value, negativeHessian[i][i].value, negativeHessian[j][j].value)
    let larger = unit > other || !other.isFinite ? unit : other
    return larger.isZero || !larger.isFinite ? Real.one : larger
  }

  /// The unit of a score: its standard deviation.
  func scoreScale(_ i: Int) -> Real {
    let root = outer[i][i].value.magnitude.squareRoot
    return root.isZero || !root.isFinite ? Real.one : root
  }

  /// The digits to which an estimate is believed, relative to a scale.
  func believed(_ estimate: Estimate, scale: Real) -> Int {
    min(digits, estimate.digits(relativeTo: scale))
  }

  /// The covariance of two scores.
  func covariance(_ i: Int, _ j: Int) -> Real {
    outer[i][j].value - expectedScore[i].value * expectedScore[j].value
  }
}
