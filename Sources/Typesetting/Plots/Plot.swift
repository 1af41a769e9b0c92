/// A plot of sampled points, in no particular output language.
public struct Plot {
  /// A short name in lower case, for files and identifiers.
  public var name: String
  /// What the plot shows.
  public var caption: Prose
  /// What can be seen, in words, for who cannot see it.
  public var summary: String
  /// The axis from left to right.
  public var horizontal: Axis
  /// The axis from bottom to top.
  public var vertical: Axis
  /// What is drawn, from back to front.
  public var layers: [Layer]

  /// Creates a plot.
  public init(
    name: String, caption: Prose, summary: String, horizontal: Axis, vertical: Axis, layers: [Layer]
  ) {
    self.name = name
    self.caption = caption
    self.summary = summary
    self.horizontal = horizontal
    self.vertical = vertical
    self.layers = layers
  }

  /// An axis with its range.
  public struct Axis {
    /// What is measured along the axis.
    public var label: Prose
    /// How values become places.
    public var scale: Scale
    /// The first and the last value.
    public var range: ClosedRange<Double>

    /// Creates an axis.
    public init(_ label: Prose, scale: Scale = .linear, range: ClosedRange<Double>) {
      self.label = label
      self.scale = scale
      self.range = range
    }
  }

  /// How values become places on an axis.
  public enum Scale: Sendable {
    case linear, logarithmic
  }

  /// A point of the plane.
  public struct Point: Hashable, Sendable {
    /// The value on the horizontal axis.
    public var x: Double
    /// The value on the vertical axis.
    public var y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The look of a layer; each differs from the others in colour and in dashes.
  public enum Style: Int, Sendable {
    case first, second, third
  }

  /// Something drawn, with what the legend says of it.
  public struct Layer {
    /// The kinds of drawing.
    public enum Mark {
      /// A line through points; it is interrupted where a value is not finite.
      case curve([Point])
      /// Closed lines.
      case outlines([[Point]])
      /// A vertical line from zero to each point, with a dot.
      case stems([Point])
      /// Bars side by side: the bounds, one more than the heights.
      case bars(bounds: [Double], heights: [Double])
      /// A vertical line over the whole height.
      case place(Double)
    }

    /// What is drawn.
    public var mark: Mark
    /// How it looks.
    public var style: Style
    /// What the legend says; nothing if empty.
    public var label: Prose

    /// Creates a layer.
    public init(_ mark: Mark, style: Style = .first, label: Prose = []) {
      self.mark = mark
      self.style = style
      self.label = label
    }
  }
}
