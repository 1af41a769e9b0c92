internal import Expressions
internal import Multiprecision
internal import Numerics

/// The closed forms of a model against independent integrals at one parameter point.
struct ConfrontedPoint: Sendable {
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
    // Where a score vanishes identically, the entry is 0, and the curvature that averages to it gives the unit.
    if outer[i][i].scale.isZero || outer[j][j].scale.isZero {
      let curvature = negativeHessian[i][j].scale
      return curvature.isZero || !curvature.isFinite ? Real.one : curvature
    }
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

  /// Whether the errors of all integrals are proven.
  var isCertified: Bool {
    let estimates = [normalizer] + expectedScore + (outer + negativeHessian).flatMap { $0 }
    return estimates.allSatisfy(\.isCertified)
  }

  /// Whether every closed form of the information has a value.
  var hasInformation: Bool { closedFisher.allSatisfy { $0.allSatisfy { $0?.isFinite ?? true } } }

  /// Points at which an information is smaller or larger than 10 to this power decide nothing.
  private static let largestExponent = 300

  /// Whether every integral is known to some digits, or seems to diverge with nothing to speak against it, and every
  /// closed form has a value.
  var isDecisive: Bool {
    func isKnown(_ estimate: Estimate, _ scale: Real, _ closed: Real?) -> Bool {
      // Divergence is seen, not proved: a finite closed form speaks against it.
      guard estimate.isFinite else { return closed.map { !$0.isFinite } ?? true }
      return believed(estimate, scale: scale) >= EntryComparison.minimumDigits
    }
    let indices = expectedScore.indices
    let entriesAreKnown = indices.allSatisfy { i in
      indices.allSatisfy { j in
        isKnown(outer[i][j], scale(i, j), closedOuter[i][j])
          && isKnown(negativeHessian[i][j], scale(i, j), closedNegativeHessian[i][j])
      }
    }
    let closed = closedScore + (closedOuter + closedNegativeHessian).flatMap { $0 }
    // Where next to nothing is left of the information, every digit of an integral may be lost before it is noticed.
    let isWithinReach = indices.allSatisfy { i in
      outer[i][i].value.isZero || !outer[i][i].value.isFinite
        || abs(outer[i][i].value.exponent10) <= Self.largestExponent
    }
    return isWithinReach && normalizer.isFinite && isKnown(normalizer, .one, nil) && entriesAreKnown
      && indices.allSatisfy { isKnown(expectedScore[$0], scoreScale($0), closedScore[$0]) }
      && closed.allSatisfy { $0.map { !$0.isNaN } ?? true }
  }

  /// Whether some expectation of the information diverges.
  var hasDivergence: Bool {
    expectedScore.contains { !$0.isFinite } || (outer + negativeHessian).contains { $0.contains { !$0.isFinite } }
  }
}
