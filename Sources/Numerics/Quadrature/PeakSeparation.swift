/// Finds peaks of a density that lie many of their widths apart, and where to cut the piece between them.
///
/// A rule whose nodes are drawn to one peak may have none on another, and two of its levels agree on that. The logarithm of a
/// density shows them all on an even grid, however narrow they are. Each part is then integrated with nodes of its own.
struct PeakSeparation {
  private let evaluator: PieceEvaluator
  private let depth: Double

  /// Peaks that are more of the larger width apart than this are cut from each other.
  private static let separation = 10.0
  /// Where there are more, the grid shows rounding.
  private static let mostPeaks = 64
  /// The least number of intervals of the grid on a finite piece, and how many there are for each period of a density.
  private static let intervals = 32
  private static let intervalsPerPeriod = 12
  private static let mostPeriods = 40

  /// - Parameters:
  ///   - evaluator: of low precision, at the parameter point; its zero lies at the highest peak.
  ///   - depth: how many units of log-density below the highest peak another one matters.
  init(_ evaluator: PieceEvaluator, depth: Double) {
    self.evaluator = evaluator
    self.depth = depth
  }

  /// The places between peaks far apart, in their order.
  func cuts() -> [Cut] {
    let grid = self.grid
    let values = grid.map(value)
    let candidates = values.indices.filter { i in
      values[i] > -.infinity && (i == 0 || values[i] >= values[i - 1])
        && (i + 1 == values.count || values[i] > values[i + 1])
    }
    guard candidates.count > 1, candidates.count <= Self.mostPeaks else { return [] }
    let climbed = candidates.map { PeakScan.Peak(profile, climbingFrom: $0, in: grid, values[$0]) }
    guard let top = climbed.map(\.value).max() else { return [] }
    var peaks: [(center: Double, width: Double)] = []
    for peak in climbed where peak.value > top - depth {
      let width = PeakScan.width(of: peak, profile)
      if let last = peaks.last, peak.center - last.center <= Self.separation * max(width, last.width) { continue }
      peaks.append((peak.center, width))
    }
    return zip(peaks, peaks.dropFirst()).compactMap { evaluator.cut(at: ($0.center + $1.center) / 2) }
  }

  /// Relative to the highest peak, the values of all others are resolved as far as they matter.
  private var profile: PeakScan.Profile { PeakScan.Profile(recenter: { _ in }, value: evaluator.logDensity) }

  private func value(_ u: Double) -> Double { profile.value(u) }

  /// Coordinates at which to look: evenly spread over a finite piece, by factors over a half-line and a line.
  private var grid: [Double] {
    let further = evaluator.landmarks
    switch evaluator.shape {
    case .between:
      let periods = min(evaluator.program.harmonics ?? 0, Self.mostPeriods)
      let count = max(Self.intervals, Self.intervalsPerPeriod * periods)
      let even = (1..<count).map { (Double($0) / Double(count - $0)).naturalLogarithm }
      return (even + further).sorted().removingRepeats()
    case .aboveLower, .belowUpper:
      return ((-20...20).map { Double($0) } + further).sorted().removingRepeats()
    case .line:
      let powers = (-20...20).map { Double.powerOfTwo($0) }
      return (powers + powers.map { -$0 } + [0] + further).sorted().removingRepeats()
    }
  }
}
