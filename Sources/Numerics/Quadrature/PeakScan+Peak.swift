extension PeakScan {
  /// A peak of a log-density, with a bracket about it across which it hardly changes.
  struct Peak {
    private(set) var center: Double
    private(set) var value: Double
    private var lower: (at: Double, value: Double)
    private var upper: (at: Double, value: Double)

    /// Whether the log-density was seen to fall on both sides, and not only to grow beyond the largest numbers.
    var isBracketed: Bool {
      lower.at < center && center < upper.at && [lower.value, value, upper.value].allSatisfy(\.isFinite)
    }

    /// The bracket's length.
    var bracket: Double { max(upper.at - lower.at, .leastNormalMagnitude) }

    /// The values across the final bracket differ by at most this.
    private static let flatness = 0.25
    /// Differences of this size are followed by a new zero of the log-density.
    private static let resolved = 1e6

    /// Climbs from one of several coordinates to the peak between its neighbours, or beyond the last of them.
    init(_ profile: Profile, climbingFrom best: Int, in start: [Double], _ value: Double) {
      let (first, last) = (max(best - 1, 0), min(best + 1, start.count - 1))
      guard value > -.infinity else {
        center = 0
        self.value = 0
        lower = (-0.5, 0)
        upper = (0.5, 0)
        return
      }
      profile.recenter(start[best])
      center = start[best]
      self.value = profile.value(center)
      lower = (start[first], profile.value(start[first]))
      upper = (start[last], profile.value(start[last]))
      let stride = start.count > 1 ? start[1] - start[0] : 1
      if best == last { followUpwards(profile, stride) }
      if best == first { followDownwards(profile, stride) }
      refine(profile)
      if profile.resolution == 0 { approachVertex(profile) }
    }

    private mutating func followUpwards(_ profile: Profile, _ stride: Double) {
      var stride = stride
      for _ in 0..<64 where upper.at == center {
        stride *= 2
        upper = (center + stride, profile.value(center + stride))
        if upper.value > value {
          lower = (center, value)
          (center, value) = upper
        }
      }
    }

    private mutating func followDownwards(_ profile: Profile, _ stride: Double) {
      var stride = stride
      for _ in 0..<64 where lower.at == center {
        stride *= 2
        lower = (center - stride, profile.value(center - stride))
        if lower.value > value {
          upper = (center, value)
          (center, value) = lower
        }
      }
    }

    /// Golden sections of the longer half of the bracket.
    private mutating func refine(_ profile: Profile) {
      let golden = 0.381_966_011_250_105
      for _ in 0..<300
      where value - min(lower.value, upper.value) > Self.flatness && bracket > 2 * profile.resolution {
        let isBelow = center - lower.at > upper.at - center
        let next = isBelow ? center - golden * (center - lower.at) : center + golden * (upper.at - center)
        if next == center || next == lower.at || next == upper.at { break }
        let found = profile.value(next)
        if found > value {
          if isBelow { upper = (center, value) } else { lower = (center, value) }
          let isFar = found - value > Self.resolved
          (center, value) = (next, found)
          if isFar { moveZero(profile) }
        } else if isBelow {
          lower = (next, found)
        } else {
          upper = (next, found)
        }
      }
    }

    /// Moves the centre to the vertex of the parabola through the bracket: the widths to both sides are told from there.
    private mutating func approachVertex(_ profile: Profile) {
      for _ in 0..<2 where lower.value > -.infinity && upper.value > -.infinity {
        let (a, b) = (center - lower.at, upper.at - center)
        let (below, above) = (value - lower.value, value - upper.value)
        let next = center + (a * a * above - b * b * below) / (-2 * (a * above + b * below))
        guard next > lower.at, next < upper.at, next != center else { return }
        let found = profile.value(next)
        guard found >= value else { return }
        if next < center { upper = (center, value) } else { lower = (center, value) }
        (center, value) = (next, found)
      }
    }

    /// Relative to the old zero, differences near the new centre would be lost to rounding.
    private mutating func moveZero(_ profile: Profile) {
      profile.recenter(center)
      let shift = profile.value(center) - value
      value += shift
      lower.value += shift
      upper.value += shift
    }
  }
}
