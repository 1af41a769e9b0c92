import Calculus
import FisherInformation
import Typesetting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The plots of one analysed model.
struct ModelPlots {
  let sampler: ModelSampler
  private var report: Report { sampler.report }
  private var writer: PlotWriter { PlotWriter(report) }
  private var point: [Double] { sampler.point }

  /// How many values a curve has, where each is cheap and where each is an integral.
  private static let points = (closed: 240, integrated: 81)
  private static let ellipses = 7

  /// The plots that a page shows: the information about each of the first parameters on which it depends, the score and
  /// the divergence for each of at most two parameters, and the ellipses.
  var all: [Plot] {
    let count = report.setting.parameters.count
    return PlotKind.allCases.flatMap { kind -> [Plot] in
      switch kind {
      case .information: (0..<min(count, 3)).compactMap { plot(kind, parameter: $0, range: nil) }.filter(Self.varies)
      case .score, .divergence:
        (0..<(count > 2 ? 1 : count)).compactMap { plot(kind, parameter: $0, range: nil) }
      case .ellipses: [plot(kind, parameter: 0, range: nil)].compactMap(\.self)
      }
    }
  }

  /// Whether a curve of a plot is not a horizontal line.
  private static func varies(_ plot: Plot) -> Bool {
    plot.layers.contains { layer in
      guard case .curve(let points) = layer.mark else { return false }
      let values = points.map(\.y).filter(\.isFinite)
      guard let least = values.min(), let most = values.max() else { return false }
      return most - least > 1e-9 * max(most.magnitude, least.magnitude)
    }
  }

  /// A plot of a kind; nil where the model has none.
  func plot(_ kind: PlotKind, parameter: Int, range: ClosedRange<Double>?) -> Plot? {
    guard report.status != .undecided, point.count >= report.setting.parameters.count,
      report.setting.parameters.indices.contains(parameter)
    else { return nil }
    let axis = range.map { PlotAxis($0) } ?? PlotAxis(parameter, sampler, around: point)
    return switch kind {
    case .information: information(parameter, axis, isAsked: range != nil)
    case .score: score(parameter)
    case .divergence: divergence(parameter, axis, isAsked: range != nil)
    case .ellipses: ellipses()
    }
  }

  private func moved(_ parameter: Int, to value: Double) -> [Double] {
    var place = point
    place[parameter] = value
    return place
  }

  private func information(_ parameter: Int, _ axis: PlotAxis, isAsked: Bool) -> Plot? {
    guard report.firstBartlett != .fails else { return nil }
    let isClosed = report.fisher?.contains { $0.contains(nil) } == false
    let count = isClosed ? Self.points.closed : Self.points.integrated
    let (axis, values, matrices) = curve(on: axis, count: count, isAsked: isAsked) { values in
      sampler.information(at: values.map { moved(parameter, to: $0) })
    } exists: {
      $0[parameter][parameter].isFinite
    }
    let information = matrices.map { $0[parameter][parameter] }
    guard information.contains(where: { $0.isFinite && $0 > 0 }) else { return nil }
    return writer.information(
      parameter: parameter, at: point, values: values, information: information,
      bound: matrices.map { Self.bound($0, parameter) }, axis: axis.blank)
  }

  /// A curve over an axis; over the part on which it exists, unless the range was asked for.
  private func curve<Value>(
    on axis: PlotAxis, count: Int, isAsked: Bool, _ curve: ([Double]) -> [Value], exists: (Value) -> Bool
  ) -> (axis: PlotAxis, values: [Double], curve: [Value]) {
    let values = axis.values(count)
    let found = curve(values)
    guard !isAsked, let part = axis.part(where: found.map(exists)) else { return (axis, values, found) }
    let inside = part.values(count)
    return (part, inside, curve(inside))
  }

  private func score(_ parameter: Int) -> Plot? {
    guard let sample = sampler.score(at: point, parameter: parameter),
      let distribution = ScoreDistribution(sample.weighted, isDiscrete: sample.isDiscrete)
    else { return nil }
    let information = sampler.information(at: [point])[0][parameter][parameter]
    guard report.firstBartlett != .fails, information.isFinite, information > 0 else { return nil }
    return writer.score(
      parameter: parameter, at: point, distribution: distribution, deviation: information.squareRoot())
  }

  private func divergence(_ parameter: Int, _ axis: PlotAxis, isAsked: Bool) -> Plot? {
    let information = report.firstBartlett == .fails ? .nan : sampler.information(at: [point])[0][parameter][parameter]
    let isCurved = information.isFinite && information > 0
    let range =
      isAsked || !isCurved ? axis : axis.narrowed(around: point[parameter], deviation: 1 / information.squareRoot())
    let (near, values, divergences) = curve(on: range, count: Self.points.integrated, isAsked: isAsked) { values in
      sampler.divergences(at: point, parameter: parameter, values: values)
    } exists: {
      $0.isFinite
    }
    guard divergences.contains(where: \.isFinite) else { return nil }
    let approximation = values.map { information * ($0 - point[parameter]) * ($0 - point[parameter]) / 2 }
    return writer.divergence(
      parameter: parameter, at: point, values: values, divergences: divergences,
      approximation: isCurved ? approximation : [], axis: near.blank)
  }

  /// Ellipses of the inverse information, in the coordinates of the axes, all by one factor so that they do not overlap.
  private func ellipses() -> Plot? {
    let count = report.setting.parameters.count
    guard count >= 2, report.structure.rank ?? count == count, report.firstBartlett != .fails else { return nil }
    let axes = (0..<2).map { PlotAxis($0, sampler, around: point) }
    let centers = axes.map { $0.values(Self.ellipses) }
    let places = centers[0].flatMap { x in
      centers[1].map { y in [x, y] + point.dropFirst(2) }
    }
    let roots = zip(places, sampler.information(at: places)).map { place, matrix in
      Self.reduced(matrix, to: 2).flatMap {
        Self.root(of: $0, slopes: [axes[0].slope(at: place[0]), axes[1].slope(at: place[1])])
      }
    }
    let extents = roots.compactMap { $0 }.map { max($0.a, ($0.b * $0.b + $0.c * $0.c).squareRoot()) }
    guard let largest = extents.max(), largest > 0 else { return nil }
    let factor = 0.46 / (Double(Self.ellipses) * largest)
    let outlines = zip(places, roots).compactMap { place, root -> [Plot.Point]? in
      root.map { outline(place, $0, factor, axes) }
    }
    let plotAxes = axes.map { $0.blank }
    return writer.ellipses(outlines, at: point, horizontal: plotAxes[0], vertical: plotAxes[1])
  }

  private typealias Root = (a: Double, b: Double, c: Double)

  private func outline(_ place: [Double], _ root: Root, _ factor: Double, _ axes: [PlotAxis]) -> [Plot.Point] {
    let centers = zip(axes, place).map { axis, value in share(axis, value) }
    return (0..<48).map { k in
      let (u, v) = (cos(Double(k) / 24 * Double.pi), sin(Double(k) / 24 * Double.pi))
      return Plot.Point(
        axes[0].value(at: centers[0] + factor * root.a * u),
        axes[1].value(at: centers[1] + factor * (root.b * u + root.c * v)))
    }
  }

  private func share(_ axis: PlotAxis, _ value: Double) -> Double {
    switch axis.scale {
    case .linear: (value - axis.range.lowerBound) / (axis.range.upperBound - axis.range.lowerBound)
    case .logarithmic: log(value / axis.range.lowerBound) / log(axis.range.upperBound / axis.range.lowerBound)
    }
  }

  /// The lower triangular root of the inverse of a positive 2 by 2 matrix, in coordinates with other slopes.
  private static func root(of matrix: [[Double]], slopes: [Double]) -> Root? {
    let (p, q, r) = (
      matrix[0][0] * slopes[0] * slopes[0], matrix[0][1] * slopes[0] * slopes[1],
      matrix[1][1] * slopes[1] * slopes[1]
    )
    let determinant = p * r - q * q
    guard determinant.isFinite, determinant > 0, p > 0 else { return nil }
    let a = (r / determinant).squareRoot()
    let b = -q / determinant / a
    return (a, b, max(p / determinant - b * b, 0).squareRoot())
  }

  /// The inverse of the diagonal entry of the efficient information.
  private static func bound(_ matrix: [[Double]], _ parameter: Int) -> Double {
    let order = [parameter] + matrix.indices.filter { $0 != parameter }
    guard let last = reduced(order.map { i in order.map { matrix[i][$0] } }, to: 1)?[0][0], last > 0 else {
      return .nan
    }
    return 1 / last
  }

  /// The efficient information about the first parameters: the Schur complement of the rest of a symmetric matrix.
  private static func reduced(_ matrix: [[Double]], to count: Int) -> [[Double]]? {
    var rows = matrix
    for k in rows.indices.dropFirst(count).reversed() {
      guard rows[k][k].isFinite, rows[k][k] > 0 else { return nil }
      for i in 0..<k {
        let factor = rows[i][k] / rows[k][k]
        for j in 0..<k { rows[i][j] -= factor * rows[k][j] }
      }
    }
    return rows.prefix(count).map { Array($0.prefix(count)) }
  }
}
