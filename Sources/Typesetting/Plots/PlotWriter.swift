public import Calculus
internal import Expressions

/// Puts sampled numbers of a report into plots with labels and captions.
public struct PlotWriter {
  private let report: Report
  private let symbols: ReportSymbols
  private let builder: BoxBuilder

  /// Creates a writer for a report.
  public init(_ report: Report) {
    self.report = report
    symbols = ReportSymbols(report)
    builder = BoxBuilder(report.store, layout: .inline, observed: report.setting.observed)
  }

  /// The name of a plot, which is one of several where there are several parameters.
  private func identifier(_ kind: String, _ parameter: Int) -> String {
    parameter == 0 ? kind : "\(kind)-\(parameter + 1)"
  }

  private func name(_ parameter: Int) -> MathBox { builder.box(report.setting.parameters[parameter]) }

  private func plain(_ box: MathBox) -> String { UnicodeBackend().line(box) }

  /// `I(θ)`, or the entry of one of several parameters.
  private func information(_ parameter: Int) -> MathBox {
    if report.setting.parameters.count == 1 { return symbols.information }
    return symbols.indexed(symbols.informationName, [name(parameter), name(parameter)])
  }

  /// Where the other parameters stand, as the end of a caption.
  private func place(_ point: [Double], without shown: [Int]) -> Prose {
    let names = report.setting.parameters + report.setting.known
    let equations = names.indices.filter { !shown.contains($0) && $0 < point.count }.map { i in
      MathBox.row([builder.box(names[i]), .sign(.equal), number(point[i])])
    }
    return equations.isEmpty ? [] : [.words(", at "), .formula(.list(equations))]
  }

  private func number(_ value: Double) -> MathBox {
    let text = MathBox.number(value.magnitude.text(decimals: 4))
    return value < 0 ? .row([.sign(.negative), text]) : text
  }

  /// Information and Cramér–Rao bound for one observation against a parameter.
  public func information(
    parameter: Int, at point: [Double], values: [Double], information: [Double], bound: [Double], axis place: Plot.Axis
  ) -> Plot {
    let (axis, label) = (name(parameter), self.information(parameter))
    let all = PlotRange((information + bound).filter { $0 > 0 })
    let variance = MathBox.row([.words("Var"), MathBox.hat(axis).parenthesised])
    return Plot(
      name: identifier("information", parameter),
      caption: [.words("Fisher information "), .formula(label)]
        + [.words(" in one observation, and the Cramér–Rao bound for unbiased estimators of "), .formula(axis)]
        + self.place(point, without: [parameter]),
      summary: "Fisher information and Cramér–Rao bound against \(plain(axis))",
      horizontal: Plot.Axis([.formula(axis)], scale: place.scale, range: place.range),
      vertical: Plot.Axis([.words("information and bound")], scale: all.scale, range: all.padded),
      layers: [
        Plot.Layer(
          .curve(points(values, information)), style: .first, label: [.words("information "), .formula(label)]),
        Plot.Layer(
          .curve(points(values, bound)), style: .second, label: [.words("bound for "), .formula(variance)]),
      ])
  }

  /// The distribution of a score, as stems of probabilities or bars of densities.
  public func score(
    parameter: Int, at point: [Double], distribution: ScoreDistribution, deviation: Double
  ) -> Plot {
    let label =
      report.setting.parameters.count == 1 ? symbols.score : symbols.indexed(symbols.score, [name(parameter)])
    let heights = distribution.heights
    let bounds = PlotRange.of(distribution.places + [-deviation, deviation]).padded(by: 0.04)
    let mark: Plot.Layer.Mark =
      distribution.isDiscrete
      ? .stems(zip(distribution.places, heights).map { Plot.Point($0, $1) })
      : .bars(bounds: distribution.places, heights: heights)
    return Plot(
      name: identifier("score", parameter),
      caption: [.words("distribution of the score "), .formula(label), .words(", with its mean 0 and its standard ")]
        + [.words("deviation, the root of the information")] + place(point, without: []),
      summary: "Distribution of the score for \(plain(name(parameter)))",
      horizontal: Plot.Axis([.words("score "), .formula(label)], range: bounds),
      vertical: Plot.Axis(
        Prose(distribution.isDiscrete ? "probability" : "density"), range: 0...(heights.max() ?? 1) * 1.06),
      layers: [
        Plot.Layer(mark, style: .first, label: Prose(distribution.isDiscrete ? "probability" : "density")),
        Plot.Layer(.place(0), style: .second, label: [.words("mean")]),
        Plot.Layer(.place(-deviation), style: .third, label: [.words("± standard deviation")]),
        Plot.Layer(.place(deviation), style: .third),
      ])
  }

  /// The divergence from the model at a point, with half the information times the square of the distance where there is an
  /// information.
  public func divergence(
    parameter: Int, at point: [Double], values: [Double], divergences: [Double], approximation: [Double],
    axis place: Plot.Axis
  ) -> Plot {
    let axis = name(parameter)
    let origin = MathBox.subscript(axis, .number("0"))
    let sign = MathBox.row([
      .name(MathName("D")), MathBox.row([origin, .words(" ‖ "), axis]).parenthesised,
    ])
    let information =
      report.setting.parameters.count == 1
      ? symbols.informationName : symbols.indexed(symbols.informationName, [axis, axis])
    let square = MathBox.row([
      .words("½ "), information, origin.parenthesised,
      .superscript(MathBox.row([axis, .sign(.minus), origin]).parenthesised, .number("2")),
    ])
    let isCurved = !approximation.isEmpty
    let top = Self.top(divergences, approximation)
    return Plot(
      name: identifier("divergence", parameter),
      caption: [.words("Kullback–Leibler divergence of the model at "), .formula(axis)]
        + [.words(" from that at "), .formula(.row([origin, .sign(.equal), number(point[parameter])]))]
        + [
          .words(
            isCurved ? ", and its quadratic approximation by the information" : "; infinite where there is no curve")
        ]
        + self.place(point, without: [parameter]),
      summary: "Kullback–Leibler divergence against \(plain(axis))"
        + (isCurved ? " with its quadratic approximation" : ""),
      horizontal: Plot.Axis([.formula(axis)], scale: place.scale, range: place.range),
      vertical: Plot.Axis([.words("divergence in nats")], range: 0...top * 1.05),
      layers: [
        Plot.Layer(.curve(points(values, divergences)), style: .first, label: [.formula(sign)])
      ]
        + (isCurved
          ? [Plot.Layer(.curve(points(values, approximation)), style: .second, label: [.formula(square)])] : []))
  }

  /// Ellipses of the inverse information over two parameters.
  public func ellipses(
    _ outlines: [[Plot.Point]], at point: [Double], horizontal: Plot.Axis, vertical: Plot.Axis
  ) -> Plot {
    let (first, second) = (name(0), name(1))
    var (across, up) = (horizontal, vertical)
    across.label = [.formula(first)]
    up.label = [.formula(second)]
    return Plot(
      name: "ellipses",
      caption: [.words("ellipses of the inverse information over "), .formula(.list([first, second]).parenthesised)]
        + [.words(", all drawn to one scale: the shape of the asymptotic distribution of efficient estimators")]
        + place(point, without: [0, 1]),
      summary: "Ellipses of the inverse information over \(plain(first)) and \(plain(second))",
      horizontal: across, vertical: up, layers: [Plot.Layer(.outlines(outlines), style: .first)])
  }

  /// The largest divergence that is shown: a pole at an end would press the approximation, of which the plot speaks, flat.
  private static func top(_ divergences: [Double], _ approximation: [Double]) -> Double {
    let top = divergences.filter(\.isFinite).max() ?? 1
    guard let near = approximation.filter(\.isFinite).max(), near > 0 else { return top }
    return min(top, 3 * near)
  }

  private func points(_ x: [Double], _ y: [Double]) -> [Plot.Point] { zip(x, y).map { Plot.Point($0, $1) } }
}
