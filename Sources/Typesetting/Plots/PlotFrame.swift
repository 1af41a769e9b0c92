/// The rectangle of a plot's axes, and where values lie in it.
struct PlotFrame {
  static let width = 640.0
  static let height = 400.0

  let left: Double
  let right = PlotFrame.width - 24
  let top: Double
  let bottom = PlotFrame.height - 56
  private let horizontal: Plot.Axis
  private let vertical: Plot.Axis

  init(_ plot: Plot, left: Double, top: Double) {
    self.left = left
    self.top = top
    horizontal = plot.horizontal
    vertical = plot.vertical
  }

  /// The horizontal place of a value.
  func x(_ value: Double) -> Double { left + (right - left) * Self.share(value, horizontal) }

  /// The vertical place of a value; values far outside are kept near the frame.
  func y(_ value: Double) -> Double {
    bottom - (bottom - top) * min(max(Self.share(value, vertical), -2), 3)
  }

  /// Where a value lies between the ends of an axis, as a number from 0 to 1.
  private static func share(_ value: Double, _ axis: Plot.Axis) -> Double {
    let (lower, upper) = (axis.range.lowerBound, axis.range.upperBound)
    switch axis.scale {
    case .linear: return (value - lower) / (upper - lower)
    case .logarithmic:
      guard value > 0 else { return -2 }
      return (value / lower).decimalLogarithm / (upper / lower).decimalLogarithm
    }
  }
}
