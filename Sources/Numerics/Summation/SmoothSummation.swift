internal import Multiprecision

/// Sums over a long range of integers by integrating where nothing happens on the scale of 1: term by term near each
/// finite end and about the mode, integrals over the gaps, and Gregory's corrections where they meet.
struct SmoothSummation {
  let summation: LatticeSummation
  let mode: Int
  /// Makes an evaluator of terms with a precision.
  let evaluator: (_ precision: Int) throws -> PointEvaluator
  /// The outcomes of the integral from one integer to another, nil being infinite.
  let integral: (_ lower: Int?, _ upper: Int?) throws -> [PieceOutcome]

  private var bits: Int { summation.bits }

  /// The most terms taken one by one in a row.
  private static let longestWindow = 1 << 10

  /// A run of integers: term by term, or to be integrated over; nil is infinite.
  private struct Run {
    var lower: Int?
    var upper: Int?
  }

  /// The outcomes of the entries, with windows doubled until the corrections at their ends are accurate.
  func outcomes() throws -> [PieceOutcome] {
    var window = bits / 2 + 24
    while true {
      let found = try outcomes(window: window)
      let isDone = found.allSatisfy { $0.status != .limit }
      window *= 2
      if isDone || window > Self.longestWindow { return found }
    }
  }

  private func outcomes(window: Int) throws -> [PieceOutcome] {
    let windows = self.windows(window)
    let lowest = PieceIntegration.rounded(bits + 40 + window + summation.setting.bitsOfParameters)
    let lost = try lostBits(at: windows, window, precision: lowest)
    let precision = lost > Self.sparedBits ? PieceIntegration.rounded(lowest + lost) : lowest
    let coefficients = GregoryCorrection.coefficients(upTo: window, precision: precision)
    let evaluator = try self.evaluator(precision)
    for run in windows {
      for k in (run.lower ?? 0)...(run.upper ?? 0) { try add(k, evaluator) }
    }
    var total = evaluator.outcomes()
    for gap in gaps(between: windows) {
      total = zip(total, try integral(gap.lower, gap.upper)).map { $0 + $1 }
      for (end, step) in [(gap.lower, 1), (gap.upper, -1)] {
        guard let end else { continue }
        let corrections = try self.corrections(at: end, by: step, coefficients, evaluator)
        total = zip(total, corrections).map { $0 + $1 }
      }
    }
    return total.map { outcome in
      var judged = outcome
      if case .converged = outcome.status, outcome.missingBits(bits) > 1 { judged.status = .limit }
      return judged
    }
  }

  /// How many bits the terms at the ends of the runs, and a window away from them, lose to cancellation: the corrections are
  /// made of these.
  private func lostBits(at runs: [Run], _ window: Int, precision: Int) throws -> Int {
    let (coarse, fine) = (try evaluator(precision), try evaluator(precision + 64))
    var lost = 0
    for end in runs.flatMap({ [$0.lower, $0.upper] }).compactMap({ $0 }) {
      for k in [end, max(end - window, summation.lower ?? Int.min), min(end + window, summation.upper ?? Int.max)] {
        for (rough, better) in zip(try coarse.terms(k), try fine.terms(k)) where better.isFinite && !better.isZero {
          let error = (rough - better).exponent
          if error != Int.min, error != Int.max { lost = max(lost, error - better.exponent + precision) }
        }
      }
    }
    return lost
  }

  /// Bits that are not missed.
  private static let sparedBits = 16

  /// The runs taken term by term, in order: at finite ends, about the mode and where terms may be unlike those next to
  /// them; those close to each other are joined.
  private func windows(_ count: Int) -> [Run] {
    let (first, last) = (summation.lower, summation.upper)
    var runs: [Run] = []
    if let first { runs.append(Run(lower: first, upper: min(first + count, last ?? Int.max))) }
    for place in (summation.places + [mode]).sorted() {
      runs.append(Run(lower: max(place - count, first ?? Int.min), upper: min(place + count, last ?? Int.max)))
    }
    if let last { runs.append(Run(lower: max(last - count, first ?? Int.min), upper: last)) }
    var joined: [Run] = []
    for run in runs {
      // A gap must have room for the differences at both of its ends.
      if let previous = joined.last?.upper, let lower = run.lower, lower - previous <= 2 * count + 2 {
        joined[joined.count - 1].upper = run.upper
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private func gaps(between windows: [Run]) -> [Run] {
    var gaps: [Run] = []
    if summation.lower == nil { gaps.append(Run(lower: nil, upper: windows[0].lower.map { $0 - 1 })) }
    for (a, b) in zip(windows, windows.dropFirst()) {
      gaps.append(Run(lower: a.upper.map { $0 + 1 }, upper: b.lower.map { $0 - 1 }))
    }
    if summation.upper == nil { gaps.append(Run(lower: windows.last?.upper.map { $0 + 1 }, upper: nil)) }
    return gaps
  }

  /// Gregory's corrections of all entries at an end of a gap.
  private func corrections(
    at end: Int, by step: Int, _ coefficients: [Real], _ evaluator: PointEvaluator
  ) throws -> [PieceOutcome] {
    var samples = Array(repeating: [Real](), count: summation.setting.entryCount)
    for k in 0..<(coefficients.count - 1) {
      try summation.setting.meter.count()
      for (entry, term) in try evaluator.terms(end + k * step).enumerated() { samples[entry].append(term) }
    }
    return samples.map { values in
      let correction = GregoryCorrection(values, coefficients: coefficients)
      return PieceOutcome(
        value: correction.value, scale: correction.value.magnitude, errorExponent: correction.errorExponent,
        status: .converged)
    }
  }

  private func add(_ k: Int, _ evaluator: PointEvaluator) throws {
    try summation.setting.meter.count()
    if let bad = try evaluator.add(k) { throw summation.names.error(entry: bad.entry, at: "\(k)") }
  }
}
