internal import Multiprecision

/// What a rule found for one entry over one piece of a support.
struct PieceOutcome {
  var value: Real
  /// The integral of the absolute value.
  var scale: Real
  /// The error is believed to be below two to this power.
  var errorExponent: Int
  var status: Estimate.Status
  /// Whether the error is proven to be below that.
  var isCertified = false
}

extension PieceOutcome {
  /// The same with an error well above its own size, or of two to this power: no digit is known of it.
  func unknown(exponent: Int? = nil) -> PieceOutcome {
    guard status == .converged || status == .limit else { return self }
    var result = self
    result.status = .limit
    let size = scale.isZero ? Int.min : scale.exponent + 4
    result.errorExponent = max(errorExponent, exponent ?? size)
    result.isCertified = false
    return result
  }
}
