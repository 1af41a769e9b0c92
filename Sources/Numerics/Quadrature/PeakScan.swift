/// Finds, from a few values of a log-density along a coordinate, where it peaks, how wide the peak is and how the tails fall.
///
/// Works on logarithms, so that nothing underflows and a narrow or far-away peak is found by climbing; whatever the scan
/// misses costs levels of the rule that follows.
struct PeakScan {
  /// One side of the peak.
  struct Side {
    /// The distance over which the log-density drops by about 1.
    var width = 1.0
    /// The distance beyond which it has dropped by the wanted depth, or the largest looked at.
    var reach = 1.0
    /// A distance up to which something may matter.
    var core = 0.5
    /// The local power `q` of the drop at the reach, as in drop ~ distance^q: 1 for an exponential tail, 2 for a Gaussian
    /// one, larger for a doubly exponential one, near 0 for an algebraic one.
    var power = 1.0
    /// Whether the wanted depth was reached.
    var isDeep = false
  }

  /// The coordinate of the highest peak.
  let center: Double
  /// Whether the log-density was seen to fall on both sides of it.
  let isBracketed: Bool
  private(set) var below: Side
  private(set) var above: Side
  /// The least width of all peaks that matter.
  private(set) var width: Double

  /// Scans a log-density for peaks and for its tails down to `depth`.
  ///
  /// - Parameters:
  ///   - start: increasing coordinates at which to look first.
  ///   - farthest: the largest distance from the peak to look at.
  init(_ profile: Profile, start: [Double], depth: Double, farthest: Double) {
    let values = start.map(profile.value)
    var best = 0
    for i in values.indices where values[i] > values[best] { best = i }
    let peak = Peak(profile, climbingFrom: best, in: start, values[best])
    center = peak.center
    isBracketed = peak.isBracketed
    below = Self.side(-1, peak, profile, depth, farthest)
    above = Self.side(1, peak, profile, depth, farthest)
    width = min(below.width, above.width)
    guard values[best] > -.infinity else { return }
    // The zero has moved to the peak; where it was near enough, the first values need not be taken again.
    let shift = profile.value(start[best]) - values[best]
    let moved = shift.magnitude < Self.nearZero ? values.map { $0 + shift } : start.map(profile.value)
    includeFurtherPeaks(profile, start, moved, depth, farthest, highest: peak)
  }

  /// Differences of values are good to far less than 1 where the zero is no farther off than this.
  private static let nearZero = 1e6

  /// A log-density along a coordinate.
  struct Profile {
    /// The value, relative to a zero that can be moved; minus infinity where it is plus infinity (sums of exponentials
    /// overflow far out) or not a number.
    let value: (Double) -> Double
    /// Takes the value at a coordinate as the new zero, so that differences near it are resolved.
    let recenter: (Double) -> Void
    /// The smallest distance that matters: 1 on the integers.
    var resolution = 0.0

    init(
      resolution: Double = 0, recenter: @escaping (Double) -> Void, value: @escaping (Double) -> Double
    ) {
      self.resolution = resolution
      self.recenter = recenter
      self.value = { u in
        let y = value(u)
        return y < .infinity ? y : -.infinity
      }
    }
  }

  /// Other local peaks among the first coordinates, if high enough, widen the core and narrow the width.
  private mutating func includeFurtherPeaks(
    _ profile: Profile, _ start: [Double], _ values: [Double], _ depth: Double, _ farthest: Double, highest: Peak
  ) {
    func include(_ u: Double) {
      let distance = u - center
      if distance < 0 { below.core = max(below.core, -distance) } else { above.core = max(above.core, distance) }
    }
    var climbs = 0
    for i in values.indices where values[i] > -.infinity {
      if values[i] > highest.value - depth { include(start[i]) }
      let isPeak = (i == 0 || values[i] >= values[i - 1]) && (i + 1 == values.count || values[i] > values[i + 1])
      guard isPeak, (start[i] - center).magnitude > 4 * width, climbs < Self.mostClimbs else { continue }
      climbs += 1
      let other = Peak(profile, climbingFrom: i, in: start, values[i])
      guard (other.center - center).magnitude > width else { continue }
      let narrowest = [-1.0, 1].map { Self.side($0, other, profile, 1, farthest).width }.min() ?? width
      profile.recenter(center)
      guard profile.value(other.center) > profile.value(center) - depth else { continue }
      include(other.center)
      width = min(width, narrowest)
    }
  }

  /// Where there are more peaks, the grid shows rounding.
  private static let mostClimbs = 64

  /// The distance over which the log-density drops by about 1 from a peak, to the wider side.
  static func width(of peak: Peak, _ profile: Profile) -> Double {
    max(side(-1, peak, profile, 1, 0x1p40).width, side(1, peak, profile, 1, 0x1p40).width)
  }

  /// The tail on one side of a peak.
  private static func side(
    _ sign: Double, _ peak: Peak, _ profile: Profile, _ depth: Double, _ farthest: Double
  ) -> Side {
    guard peak.value.isFinite else { return Side() }
    let top = profile.value(peak.center)
    func drop(_ distance: Double) -> Double { top - profile.value(peak.center + sign * distance) }
    let finest = max(peak.bracket * 1e-6, profile.resolution)
    var side = Side()
    var distance = min(max(peak.bracket, profile.resolution), farthest)
    var here = drop(distance)
    while here > 1, distance > finest {
      distance /= 2
      here = drop(distance)
    }
    while here < 1, distance < farthest {
      distance *= 2
      here = drop(distance)
    }
    var previous = max(drop(distance / 2), 1e-3)
    side.width = distance
    if here > 1, here > previous {
      // Between half the distance and the whole, the drop is taken for a power of the distance.
      let power = (min(here, 1e3) / previous).binaryLogarithm
      side.width = distance * (2.0).raised(to: -min(here, 1e3).binaryLogarithm / power)
    }
    while here < depth, distance < farthest {
      distance *= 2
      (previous, here) = (max(here, 1e-3), drop(distance))
    }
    side.isDeep = here >= depth
    side.reach = distance
    // At half of the reach the depth was not reached yet.
    side.core = distance / 2
    // A drop to nothing at all says only that the tail is not algebraic.
    side.power = here.isFinite ? max((max(here, 1e-3) / previous).binaryLogarithm, 0) : 8
    return side
  }
}
