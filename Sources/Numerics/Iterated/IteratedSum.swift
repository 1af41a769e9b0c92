internal import Multiprecision

/// The weighted sums of a vector of inner integrals, with what is believed of them.
final class IteratedSum {
  private let digits: Int
  private var values: [Real]
  private var scales: [Real]
  private var innerErrors: [Int]
  private var divergences: [Int?]
  private var quiet = 0

  init(count: Int, digits: Int) {
    self.digits = digits
    let zero = Real(Rational(0), precision: (digits + 25) * 10 / 3)
    values = Array(repeating: zero, count: count)
    scales = values
    innerErrors = Array(repeating: Int.min, count: count)
    divergences = Array(repeating: nil, count: count)
  }

  /// Forgets how many terms in a row were negligible.
  func startTail() {
    quiet = 0
  }

  /// Adds a node; true once several nodes in a row were negligible for every entry.
  func add(_ inner: [Estimate], weight: Real) -> Bool {
    var isNegligible = true
    for (i, estimate) in inner.enumerated() {
      guard estimate.isFinite else {
        if case .divergent(let sign) = estimate.status { divergences[i] = sign }
        continue
      }
      values[i] = values[i] + estimate.value * weight
      let size = estimate.scale * weight
      scales[i] = scales[i] + size
      if !size.isZero, scales[i].isZero || size.exponent10 > scales[i].exponent10 - digits - 8 { isNegligible = false }
      if estimate.absoluteErrorExponent10 > Int.min, estimate.absoluteErrorExponent10 < Int.max, !weight.isZero {
        innerErrors[i] = max(innerErrors[i], estimate.absoluteErrorExponent10 + weight.exponent10 + 1)
      }
    }
    quiet = isNegligible ? quiet + 1 : 0
    return quiet >= 4
  }

  /// The sums times the step, compared with those of the level before; without a step the sums are as exact as the terms.
  func estimates(step: Rational? = nil, previous: [Estimate]? = nil) -> [Estimate] {
    let factor = step.map { Real($0, precision: values.first?.precision ?? 64) }
    return values.indices.map { i in
      if let sign = divergences[i] {
        let infinite = Real(sign < 0 ? -Double.infinity : Double.infinity)
        return Estimate(
          value: infinite, digits: 0, status: .divergent(sign: sign), absoluteErrorExponent10: Int.max, scale: infinite)
      }
      let value = factor.map { values[i] * $0 } ?? values[i]
      let scale = factor.map { scales[i] * $0 } ?? scales[i]
      var error = max(innerErrors[i], scale.isZero ? Int.min : scale.exponent10 - digits - 6)
      if step != nil {
        let change = previous.map { (value - $0[i].value).magnitude }
        error = max(error, change.map { $0.isZero ? Int.min : $0.exponent10 + 1 } ?? Int.max)
      }
      let agreed =
        error == Int.max ? 0 : Estimate.digits(errorExponent10: error, scale: scale, precision: scale.precision)
      return Estimate(
        value: value, digits: agreed, status: agreed >= digits || value.isZero && scale.isZero ? .converged : .limit,
        absoluteErrorExponent10: error, scale: scale)
    }
  }
}
