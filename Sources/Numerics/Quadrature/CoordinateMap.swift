/// The map from the line of the trapezoidal rule to a piece of a support, adapted to one density.
///
/// With `u = w phi(t)`: a whole line is `c + u` or `c + s sinh u`, a half-line lies `s exp(u)` from its end, and of a
/// finite interval `exp(u + k w/8)` is the ratio of the distances from its two ends. Over a period nothing is mapped: t runs
/// from 0 to 1.
struct CoordinateMap: Hashable {
  /// Whether a whole line is mapped by `sinh`, for tails that decay only algebraically.
  var isAlgebraic = false
  /// The landmark that a whole line is measured from; nil for 0. It has all digits, a floating-point centre has not.
  var origin: Int?
  /// The centre `c` of a whole line, from the origin.
  var center = 0.0
  /// The scale `s`.
  var scale = 1.0
  /// The whole number `k`: intervals with peaks at nearly the same place have the same nodes.
  var shift = 0
  var stretch = Stretch.both
  /// The width `w`.
  var width = RoundWidth(1)
  /// Whether the integrand falls like a Gaussian rather than exponentially in the unstretched coordinate.
  var isGaussian = false
  /// The nodes of the first level of an interval over which the integrands are periodic, which are spread evenly; 0 for
  /// every other piece.
  var periodicNodes = 0
  /// How far, in `u`, the density may matter below and above the centre.
  var reachBelow = 0.0
  var reachAbove = 0.0

  /// The value of `t > 0` at which the rule has gone the distance `u` from the centre to a side.
  func parameter(distance u: Double, side: Int) -> Double {
    let ratio = u / width.value
    if stretch == .both { return ratio.inverseHyperbolicSine }
    if stretch == .none { return ratio }
    // (t + 1 - exp(-t))/2 on the stretched side is -(exp(t) - t - 1)/2, on the other about (t + 1)/2.
    return stretch.stretches(side: side) ? (1 + 2 * ratio).naturalLogarithm + 0.5 : 2 * ratio
  }

  func reach(side: Int) -> Double { side < 0 ? reachBelow : reachAbove }

  /// Where the nodes crowd, in the coordinate of the bare piece.
  var crowdedCoordinate: Double {
    isAlgebraic ? center : center + scale.naturalLogarithm + Double(shift) * width.value / 8
  }

  /// Whether nodes that are spread evenly, as near to each other as the peak is narrow, would be too many up to where the
  /// density ends: that of a mixture with a narrow component.
  var reachesFar: Bool {
    [-1, 1].contains { !stretch.stretches(side: $0) && reach(side: $0) > Self.mostWidths * width.value }
  }

  /// A Gaussian reaches 68 widths at a thousand digits.
  private static let mostWidths = 256.0
}
