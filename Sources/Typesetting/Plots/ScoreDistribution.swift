/// The distribution of a score as a plot shows it.
public struct ScoreDistribution {
  /// The values with their probabilities, or the bounds of bars: one more than their heights.
  public let places: [Double]
  /// The probabilities, or the densities.
  public let heights: [Double]
  /// Whether these are probabilities.
  public let isDiscrete: Bool

  /// Gathers weighted values: equal ones together, or in bars of equal width over all but the outermost half per cent.
  public init?(_ weighted: [(value: Double, weight: Double)], isDiscrete: Bool, bars: Int = 48) {
    let sound = weighted.filter { $0.value.isFinite && $0.weight > 0 }.sorted { $0.value < $1.value }
    let total = sound.reduce(0) { $0 + $1.weight }
    guard let first = sound.first, let last = sound.last, total > 0 else { return nil }
    self.isDiscrete = isDiscrete
    if isDiscrete {
      var places: [Double] = []
      var heights: [Double] = []
      let near = 1e-9 * max(first.value.magnitude, last.value.magnitude)
      for (value, weight) in sound {
        if let previous = places.last, value - previous <= near {
          heights[heights.count - 1] += weight
        } else {
          places.append(value)
          heights.append(weight)
        }
      }
      let highest = heights.max() ?? 1
      let shown = places.indices.filter { heights[$0] > highest * 1e-3 }
      self.places = shown.map { places[$0] }
      self.heights = shown.map { heights[$0] }
      return
    }
    let (lower, upper) = Self.bounds(sound, total)
    guard lower < upper else { return nil }
    let width = (upper - lower) / Double(bars)
    var heights = Array(repeating: 0.0, count: bars)
    for (value, weight) in sound where value >= lower && value < upper {
      heights[min(Int((value - lower) / width), bars - 1)] += weight / (total * width)
    }
    places = (0...bars).map { lower + Double($0) * width }
    self.heights = heights
  }

  /// The values between which all but one per cent lies.
  private static func bounds(_ sorted: [(value: Double, weight: Double)], _ total: Double) -> (Double, Double) {
    var sum = 0.0
    var (lower, upper) = (sorted[0].value, sorted[sorted.count - 1].value)
    var isBelow = true
    for (value, weight) in sorted {
      sum += weight
      if isBelow, sum > 0.005 * total {
        lower = value
        isBelow = false
      }
      if sum > 0.995 * total {
        upper = value
        break
      }
    }
    return (lower, upper)
  }
}
