internal import Multiprecision

/// What all parts of one evaluation have in common.
struct NumericSetting {
  let parameters: [Rational]
  /// The number of entries: the density and each integrand.
  let entryCount: Int
  /// The wanted accuracy: errors below two to minus this, relative to each entry's scale.
  let bits: Int
  let tables: NodeTables
  let calls: RememberedCalls
  let meter: WorkMeter
  /// Whether bounds of infinite sums and of integrals are to be proven where that is possible, which takes longer than to
  /// believe them.
  var provesErrors = false
  /// Further bits, where differences of parameters alone have come to 0: log(log(1 + exp(-200))).
  var bitsOfCancellation = 0
  /// Whether results that are rounded are moved, for evaluations that others are compared with.
  var movesRounding = false

  /// The same for an evaluation that shows what another one's rounding did: see `Machine.bindPerturbed`.
  var movingRounding: NumericSetting {
    var moving = self
    moving.movesRounding = true
    return moving
  }

  /// The bits that a variable of ordinary size is lost in next to a huge parameter, as x is in cos(x - m), that a tiny
  /// parameter is lost in next to numbers, as in log(1 - q), and those that parameters lose among themselves.
  var bitsOfParameters: Int {
    let exponents = parameters.filter { !$0.isZero }.map { abs(Real($0, precision: 64).exponent) }.filter {
      $0 > Self.largeExponent
    }
    return min(exponents.max() ?? 0, PieceIntegration.largestPrecision / 2) + bitsOfCancellation
  }

  private static let largeExponent = 40
}
