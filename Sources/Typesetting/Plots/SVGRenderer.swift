/// Draws a plot as SVG 1.1 without script, style sheet or outside reference.
public struct SVGRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  private static let fonts = "Georgia, 'Times New Roman', 'Liberation Serif', serif"
  private static let colours = ["#2a7ac7", "#c2601a", "#2a8f55"]
  private static let dashes = ["", "7 4", "2 3"]

  /// The drawing.
  ///
  /// - Parameter isInline: whether it stands inside a page, whose text colour it then takes over, and not in a file.
  public func render(_ plot: Plot, isInline: Bool = false) -> String {
    document(name: plot.name, summary: plot.summary, height: PlotFrame.height, isInline: isInline, body(plot))
  }

  /// Plots of the same kind below each other, each under its heading; the drawing of a model in several cases.
  public func render(_ panels: [(heading: Prose, plot: Plot)]) -> String {
    let height = PlotFrame.height + Self.headingHeight
    let lines = panels.enumerated().flatMap { i, panel -> [String] in
      let heading = label(SVGLabel(panel.heading), x: text(PlotFrame.width / 2), y: "26", anchor: "middle")
      let place = #"<g transform="translate(0 \#(text(Self.headingHeight)))">"#
      return [#"<g transform="translate(0 \#(text(Double(i) * height)))">"#, heading, place] + body(panel.plot)
        + ["</g>", "</g>"]
    }
    let summary = panels.map(\.plot.summary).joined(separator: " ")
    let name = panels.first?.plot.name ?? ""
    return document(name: name, summary: summary, height: Double(panels.count) * height, isInline: false, lines)
  }

  private static let headingHeight = 32.0

  private func document(name: String, summary: String, height: Double, isInline: Bool, _ body: [String]) -> String {
    let (width, height) = (Int(PlotFrame.width), Int(height))
    let font = #"font-family="\#(Self.fonts)" font-size="14""#
    let head =
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" role="img" "#
      + #"aria-labelledby="title-\#(name)""#
      + (isInline
        ? #" \#(font) color="inherit" fill="currentColor">"#
        : #" width="\#(width)" height="\#(height)" \#(font) color="black" fill="currentColor">"#)
    let title = #"<title id="title-\#(name)">\#(MathMLBackend.escaped(summary))</title>"#
    let paper = isInline ? [] : [#"<rect width="100%" height="100%" fill="white" />"#]
    return ([head, title] + paper + body + ["</svg>"]).map { $0 + "\n" }.joined()
  }

  private func body(_ plot: Plot) -> [String] {
    let vertical = AxisTicks(plot.vertical, count: 5)
    let widest = vertical.ticks.map { $0.label.map { SVGLabel($0).letters } ?? 0 }.max() ?? 0
    let legend = plot.layers.filter { !$0.label.isEmpty }
    let frame = PlotFrame(plot, left: 44 + widest * 7.5, top: legend.isEmpty ? 16 : 44)
    let clip = "clip-\(plot.name)"
    let box = rectangle(frame)
    return [#"<clipPath id="\#(clip)"><rect \#(box) /></clipPath>"#] + axes(plot, frame, vertical)
      + [#"<g clip-path="url(#\#(clip))" fill="none" stroke-width="1.8" stroke-linejoin="round">"#]
      + plot.layers.flatMap { drawn($0, frame) }
      + ["</g>", #"<rect \#(box) fill="none" stroke="currentColor" />"#] + legendLines(legend, frame)
  }

  private func rectangle(_ frame: PlotFrame) -> String {
    let (x, y) = (text(frame.left), text(frame.top))
    return
      #"x="\#(x)" y="\#(y)" width="\#(text(frame.right - frame.left))" height="\#(text(frame.bottom - frame.top))""#
  }

  private func text(_ value: Double) -> String { value.text(decimals: 2) }

  private func axes(_ plot: Plot, _ frame: PlotFrame, _ vertical: AxisTicks) -> [String] {
    var grid = ""
    var marks = ""
    var labels: [String] = []
    for tick in AxisTicks(plot.horizontal).ticks {
      let x = text(frame.x(tick.value))
      marks += "M\(x) \(text(frame.bottom))v\(tick.label == nil ? 3 : 6)"
      guard let label = tick.label else { continue }
      grid += "M\(x) \(text(frame.top))V\(text(frame.bottom))"
      labels.append(self.label(SVGLabel(label), x: x, y: text(frame.bottom + 20), anchor: "middle"))
    }
    for tick in vertical.ticks {
      let y = frame.y(tick.value)
      marks += "M\(text(frame.left)) \(text(y))h\(tick.label == nil ? -3 : -6)"
      guard let label = tick.label else { continue }
      grid += "M\(text(frame.left)) \(text(y))H\(text(frame.right))"
      labels.append(self.label(SVGLabel(label), x: text(frame.left - 9), y: text(y + 4.5), anchor: "end"))
    }
    let middle = (text((frame.left + frame.right) / 2), text((frame.top + frame.bottom) / 2))
    labels.append(label(SVGLabel(plot.horizontal.label), x: middle.0, y: text(PlotFrame.height - 12), anchor: "middle"))
    labels.append(
      #"<g transform="translate(18 \#(middle.1)) rotate(-90)">"#
        + label(SVGLabel(plot.vertical.label), x: "0", y: "0", anchor: "middle") + "</g>")
    return [
      #"<path d="\#(grid)" stroke="currentColor" stroke-opacity="0.13" fill="none" />"#,
      #"<path d="\#(marks)" stroke="currentColor" fill="none" />"#,
    ] + labels
  }

  private func label(_ label: SVGLabel, x: String, y: String, anchor: String) -> String {
    #"<text x="\#(x)" y="\#(y)" text-anchor="\#(anchor)" xml:space="preserve">\#(label.spans)</text>"#
  }

  private func drawn(_ layer: Plot.Layer, _ frame: PlotFrame) -> [String] {
    let colour = Self.colours[layer.style.rawValue]
    switch layer.mark {
    case .curve(let points): return [path(line(points, frame), layer.style)]
    case .outlines(let outlines):
      return [path(outlines.map { line($0, frame) + "Z" }.joined(), layer.style)]
    case .place(let value):
      return [path("M\(text(frame.x(value))) \(text(frame.top))V\(text(frame.bottom))", layer.style)]
    case .stems(let points):
      let lines = points.map { "M\(text(frame.x($0.x))) \(text(frame.bottom))V\(text(frame.y($0.y)))" }
      let dots = points.map { point in
        #"<circle cx="\#(text(frame.x(point.x)))" cy="\#(text(frame.y(point.y)))" r="3.2" fill="\#(colour)" />"#
      }
      return [path(lines.joined(), layer.style)] + dots
    case .bars(let bounds, let heights):
      return [bars(bounds, heights, frame, colour)]
    }
  }

  private func bars(_ bounds: [Double], _ heights: [Double], _ frame: PlotFrame, _ colour: String) -> String {
    guard let first = bounds.first, heights.count + 1 == bounds.count else { return "" }
    var d = "M\(text(frame.x(first))) \(text(frame.bottom))"
    for (i, height) in heights.enumerated() {
      d += "V\(text(frame.y(height)))H\(text(frame.x(bounds[i + 1])))"
    }
    d += "V\(text(frame.bottom))Z"
    return #"<path d="\#(d)" fill="\#(colour)" fill-opacity="0.22" stroke="\#(colour)" stroke-width="1.3" />"#
  }

  /// A line through points, interrupted where a value is not finite.
  private func line(_ points: [Plot.Point], _ frame: PlotFrame) -> String {
    var d = ""
    var isDown = false
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        isDown = false
        continue
      }
      d += (isDown ? "L" : "M") + text(frame.x(point.x)) + " " + text(frame.y(point.y))
      isDown = true
    }
    return d
  }

  private func path(_ d: String, _ style: Plot.Style) -> String {
    let dashes = Self.dashes[style.rawValue]
    let dashing = dashes.isEmpty ? "" : #" stroke-dasharray="\#(dashes)""#
    return #"<path d="\#(d)" stroke="\#(Self.colours[style.rawValue])"\#(dashing) />"#
  }

  /// What each layer is, in a row above the frame.
  private func legendLines(_ layers: [Plot.Layer], _ frame: PlotFrame) -> [String] {
    var x = frame.left + 4
    return layers.flatMap { layer in
      let label = SVGLabel(layer.label)
      let start = x
      x += 52 + label.letters * 7
      return [
        #"<g fill="none" stroke-width="1.8">\#(path("M\(text(start)) 25h28", layer.style))</g>"#,
        self.label(label, x: text(start + 35), y: "30", anchor: "start"),
      ]
    }
  }
}
