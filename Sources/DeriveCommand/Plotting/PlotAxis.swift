import FisherInformation
import Typesetting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The values of a parameter that a plot shows.
struct PlotAxis {
  let range: ClosedRange<Double>
  let scale: Plot.Scale

  /// A range that was asked for: logarithmic where it spans a factor of 30 and more.
  init(_ range: ClosedRange<Double>) {
    self.range = range
    scale = PlotRange([range.lowerBound, range.upperBound]).scale
  }

  /// A range around a point inside the domain: all of a bounded domain, a factor of ten on both sides where the
  /// parameter is positive, else three standard deviations of an efficient estimator.
  init(_ parameter: Int, _ sampler: ModelSampler, around point: [Double]) {
    let center = point[parameter]
    switch sampler.bounds(of: parameter) {
    case (let lower?, let upper?):
      self.init(linear: lower, upper)
    case (let lower?, nil):
      if lower == 0, center > 0 {
        self.init(center / 10...center * 10)
      } else {
        self.init(linear: lower, 4 * center - 3 * lower)
      }
    case (nil, let upper?): self.init(linear: 4 * center - 3 * upper, upper)
    case (nil, nil):
      let information = sampler.information(at: [point]).first?[parameter][parameter] ?? 1
      let deviation = information.isFinite && information > 0 ? 1 / information.squareRoot() : 1
      self.init(linear: center - 3 * deviation, center + 3 * deviation)
    }
  }

  private init(linear lower: Double, _ upper: Double) {
    range = min(lower, upper)...max(lower, upper)
    scale = .linear
  }

  /// The axis without a label.
  var blank: Plot.Axis { Plot.Axis([], scale: scale, range: range) }

  /// Values between the ends, which an open domain does not contain.
  func values(_ count: Int) -> [Double] {
    (0..<count).map { value(at: (Double($0) + 0.5) / Double(count)) }
  }

  /// The value at a share of the way from the lower to the upper end.
  func value(at share: Double) -> Double {
    switch scale {
    case .linear: range.lowerBound + share * (range.upperBound - range.lowerBound)
    case .logarithmic: range.lowerBound * pow(range.upperBound / range.lowerBound, share)
    }
  }

  /// How fast the value moves with the share.
  func slope(at value: Double) -> Double {
    switch scale {
    case .linear: range.upperBound - range.lowerBound
    case .logarithmic: value * log(range.upperBound / range.lowerBound)
    }
  }

  /// The part on which a curve exists, given for each of the values of the axis; nil where that is nowhere or nearly
  /// everywhere.
  func part(where exists: [Bool]) -> PlotAxis? {
    guard let first = exists.firstIndex(of: true), let last = exists.lastIndex(of: true), last > first,
      last - first < exists.count * 9 / 10
    else { return nil }
    let count = Double(exists.count)
    let (lower, upper) = (value(at: Double(first) / count), value(at: Double(last + 1) / count))
    return PlotAxis(lower...upper, scale)
  }

  private init(_ range: ClosedRange<Double>, _ scale: Plot.Scale) { (self.range, self.scale) = (range, scale) }

  /// The part around a value: three deviations to both sides, inside the range.
  func narrowed(around value: Double, deviation: Double) -> PlotAxis {
    let lower = max(range.lowerBound, value - 3 * deviation)
    let upper = min(range.upperBound, value + 3 * deviation)
    return lower < upper ? PlotAxis(linear: lower, upper) : self
  }
}
