/// The range of values on an axis, and the scale that shows them best.
public struct PlotRange {
  private let lower: Double
  private let upper: Double

  /// The range of some values; those that are not finite do not count.
  public init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    lower = finite.min() ?? 0
    upper = finite.max() ?? 1
  }

  /// The range of some values, never empty.
  public static func of(_ values: [Double]) -> ClosedRange<Double> {
    let range = PlotRange(values)
    return range.lower < range.upper ? range.lower...range.upper : (range.lower - 0.5)...(range.lower + 0.5)
  }

  /// Logarithmic where positive values differ by a factor of 30 and more.
  public var scale: Plot.Scale { lower > 0 && upper / lower >= 30 ? .logarithmic : .linear }

  /// The range with room at its ends, from zero on a linear axis of positive values.
  var padded: ClosedRange<Double> {
    guard upper > 0, lower >= 0 else { return Self.of([lower, upper]).padded(by: 0.06) }
    // Poles are cut: twelve decades are enough for any reader.
    if scale == .logarithmic { return max(lower / 1.3, upper * 1e-12)...(upper * 1.3) }
    return 0...(upper * 1.08)
  }
}

extension ClosedRange<Double> {
  /// The range with a share of its length added at both ends.
  func padded(by share: Double) -> ClosedRange<Double> {
    let room = (upperBound - lowerBound) * share
    return (lowerBound - room)...(upperBound + room)
  }
}
