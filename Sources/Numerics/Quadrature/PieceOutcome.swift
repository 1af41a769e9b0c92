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
