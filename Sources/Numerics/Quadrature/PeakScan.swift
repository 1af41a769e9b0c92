/// Finds, from a few values of a log-density along a coordinate, where it peaks, how wide the peak is and how the tails fall.
///
/// Works on logarithms, so that nothing underflows and a narrow or far-away peak is found by climbing; whatever the scan
/// misses costs levels of the rule that follows, not correctness.
struct PeakScan {
  /// One side of the peak.
  struct Side {
    /// The distance over which the log-density drops by about 1.
    var width = 1.0
    /// The distance beyond which it has dropped by the wanted depth, or the largest looked at.
    var reach = 1.0
    /// The local power `q` of the drop there, as in drop ~ distance^q: 1 for an exponential tail, 2 for a Gaussian one,
    /// larger for a doubly exponential one, near 0 for an algebraic one.
    var power = 1.0
    /// Whether the wanted depth was reached.
    var isDeep = false
  }

  let center: Double
  let below: Side
  let above: Side

  /// Scans the log-density `value` for a peak and for its tails down to `depth`.
  ///
  /// - Parameters:
  ///   - start: increasing coordinates at which to look first.
  ///   - farthest: the largest distance from the peak to look at.
  ///   - resolution: the smallest distance that matters: 1 on the integers.
  ///   - recenter: takes the value at a coordinate as the new zero, so that differences near it are resolved.
  ///   - value: the log-density at a coordinate, relative to the zero.
  init(
    start: [Double], depth: Double, farthest: Double, resolution: Double = 0, recenter: (Double) -> Void,
    _ value: (Double) -> Double
  ) {
    func clean(_ u: Double) -> Double {
      let y = value(u)
      return y.isNaN ? -.infinity : y
    }
    let peak = Self.climb(start, resolution, recenter, clean)
    center = peak.center
    below = Self.side(-1, peak, depth, farthest, resolution, clean)
    above = Self.side(1, peak, depth, farthest, resolution, clean)
  }

  private struct Peak {
    var center: Double
    var value: Double
    var bracket: Double
  }

  /// The best of the starting points, improved by golden sections until the bracket around it is flat.
  private static func climb(
    _ start: [Double], _ resolution: Double, _ recenter: (Double) -> Void, _ value: (Double) -> Double
  ) -> Peak {
    var values = start.map(value)
    var best = 0
    for i in values.indices where values[i] > values[best] { best = i }
    guard values[best] > -.infinity else { return Peak(center: 0, value: 0, bracket: 1) }
    recenter(start[best])
    for i in max(best - 1, 0)...min(best + 1, start.count - 1) { values[i] = value(start[i]) }
    var (a, b) = (start[max(best - 1, 0)], start[min(best + 1, start.count - 1)])
    var (m, top) = (start[best], values[best])
    var (atA, atB) = (values[max(best - 1, 0)], values[min(best + 1, start.count - 1)])
    // A peak beyond the last starting point is followed outwards.
    var stride = start.count > 1 ? start[1] - start[0] : 1
    for _ in 0..<64 where best == start.count - 1 && m == b {
      stride *= 2
      (b, atB) = (m + stride, value(m + stride))
      if atB > top { (a, atA, m, top, b) = (m, top, b, atB, b) }
    }
    stride = start.count > 1 ? start[1] - start[0] : 1
    for _ in 0..<64 where best == 0 && m == a {
      stride *= 2
      (a, atA) = (m - stride, value(m - stride))
      if atA > top { (b, atB, m, top) = (m, top, a, atA) }
    }
    let golden = 0.381_966_011_250_105
    for _ in 0..<300 where top - min(atA, atB) > 0.25 && b - a > 2 * resolution {
      let left = m - a > b - m
      let next = left ? m - golden * (m - a) : m + golden * (b - m)
      if next == m || next == a || next == b { break }
      var y = value(next)
      if y > top {
        if (y - top).magnitude > Self.resolved {
          // Relative to the old zero, differences near the new top would be lost to rounding.
          recenter(next)
          let shift = value(next) - y
          (atA, atB, top, y) = (atA + shift, atB + shift, top + shift, y + shift)
        }
        if left { (b, atB) = (m, top) } else { (a, atA) = (m, top) }
        (m, top) = (next, y)
      } else if left {
        (a, atA) = (next, y)
      } else {
        (b, atB) = (next, y)
      }
    }
    return Peak(center: m, value: top, bracket: max(b - a, .leastNormalMagnitude))
  }

  /// Differences of this size are followed by a new zero of the log-density.
  private static let resolved = 1e6

  private static func side(
    _ sign: Double, _ peak: Peak, _ depth: Double, _ farthest: Double, _ resolution: Double,
    _ value: (Double) -> Double
  ) -> Side {
    guard peak.value.isFinite else { return Side() }
    func drop(_ distance: Double) -> Double { peak.value - value(peak.center + sign * distance) }
    var side = Side()
    var distance = min(max(peak.bracket, resolution), farthest)
    var here = drop(distance)
    while here > 1, distance > max(peak.bracket * 1e-6, resolution) {
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
    // A drop to nothing at all says only that the tail is not algebraic.
    side.power = here.isFinite ? max((max(here, 1e-3) / previous).binaryLogarithm, 0) : 8
    return side
  }
}
