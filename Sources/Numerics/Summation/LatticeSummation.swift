internal import Multiprecision

/// Sums density and integrands over a range of the integers at one parameter point.
///
/// A short sum is taken term by term, outwards from its largest term. A long one, or one with an algebraic tail, is an
/// integral with end corrections (see `SmoothSummation`).
struct LatticeSummation {
  let tape: Tape
  let entryCount: Int
  let parameters: [Rational]
  let meter: WorkMeter
  let names: IntegrandNames
  /// The first and last integer; nil is infinite.
  let lower: Int?
  let upper: Int?

  /// A sum of at most this many terms is taken term by term.
  private static let longestDirectSum = 1500
  private static let scanPrecision = 128
  /// Integers beyond this are not looked at one by one.
  private static let farthest = 0x1p50

  /// What a scan tells of the sum.
  struct Plan {
    let mode: Int
    /// The first and last term that certainly matter.
    let core: ClosedRange<Int>
    /// Whether so few terms matter that they can be taken one by one.
    let isShort: Bool
  }

  /// The plan, or nil if the terms grow without bound.
  func plan(bits: Int) -> Plan? {
    let scout = evaluator(Self.scanPrecision)
    let (first, last) = (lower.map(Double.init) ?? -.infinity, upper.map(Double.init) ?? .infinity)
    let depth = Double(bits + 8) * 0.693_147
    let profile = PeakScan.Profile(
      resolution: 1, recenter: { scout.recenter(at: Int($0.rounded())) },
      value: { u in
        let k = u.rounded()
        return k < first || k > last || k.magnitude > Self.farthest * 2 ? -.infinity : scout.logDensity(Int(k))
      })
    let scan = PeakScan(profile, start: start, depth: depth, farthest: Self.farthest)
    guard scan.center.magnitude < Self.farthest else { return nil }
    let mode = min(max(scan.center.rounded(), first), last)
    let (low, high) = (max(mode - scan.below.reach, first), min(mode + scan.above.reach, last))
    let isShort = (scan.below.isDeep || lower != nil) && (scan.above.isDeep || upper != nil)
    return Plan(
      mode: Int(mode),
      core: Int(max(mode - scan.below.core, first))...Int(min(mode + scan.above.core, last)),
      isShort: isShort && high - low <= Double(Self.longestDirectSum))
  }

  private var start: [Double] {
    let places = parameters.map { $0.doubleValue.rounded() }.filter { value in
      value.magnitude < Self.farthest && (lower.map { value >= Double($0) } ?? true)
        && (upper.map { value <= Double($0) } ?? true)
    }
    return (regularStart + places).sorted().removingRepeats()
  }

  private var regularStart: [Double] {
    let steps = [0] + (0...40).map { Double.powerOfTwo($0) }
    switch (lower, upper) {
    case (let a?, let b?):
      let inside = steps.filter { $0 <= Double(b - a) }
      return inside.map { Double(a) + $0 } + inside.map { Double(b) - $0 }
    case (let a?, nil): return steps.map { Double(a) + $0 }
    case (nil, let b?): return steps.map { Double(b) - $0 }
    case (nil, nil): return steps.map { -$0 } + steps
    }
  }

  /// The outcomes if the terms grow without bound.
  func unboundedOutcomes() -> [PieceOutcome] {
    let far = upper.map { min($0, 1 << 40) } ?? 1 << 40
    return evaluator(Self.scanPrecision).terms(lower.map { max(far, $0) } ?? -far).map { term in
      PieceOutcome(divergent: term.isNegative ? -1 : term.isZero || term.isNaN ? 0 : 1, like: term)
    }
  }

  func evaluator(_ precision: Int) -> PointEvaluator {
    PointEvaluator(tape, entryCount: entryCount, precision: precision, parameters: parameters)
  }

  /// The sum term by term, outwards from the mode until the rest is negligible.
  func directOutcomes(bits: Int, plan: Plan) throws -> [PieceOutcome] {
    var precision = PieceIntegration.rounded(bits + 24)
    while true {
      let coarse = evaluator(precision)
      try add(plan.mode, coarse)
      let last = try walk(from: plan.mode, to: upper, by: 1, beyond: plan.core.upperBound, coarse, bits)
      let first = try walk(from: plan.mode, to: lower, by: -1, beyond: plan.core.lowerBound, coarse, bits)
      let found = withRounding(coarse, evaluator(precision + 64), first...last, bits)
      let missing = found.map { $0.missingBits(bits) }.max() ?? 0
      if missing <= 0 { return found }
      precision = PieceIntegration.rounded(precision + missing + 16)
      guard precision <= PieceIntegration.largestPrecision else {
        throw LimitReached.precision(PieceIntegration.largestPrecision)
      }
    }
  }

  private func add(_ k: Int, _ evaluator: PointEvaluator) throws {
    try meter.count()
    if let bad = evaluator.add(k) { throw names.error(entry: bad.entry, at: "\(k)") }
  }

  /// Adds terms in one direction until, past the core, several in a row are negligible; returns the last integer.
  ///
  /// The ratio of terms is below that of the scanned drop, so the neglected tail is at most the number of terms summed
  /// so far times the last one; the margin covers that.
  private func walk(
    from start: Int, to end: Int?, by step: Int, beyond core: Int, _ evaluator: PointEvaluator, _ bits: Int
  ) throws -> Int {
    var k = start
    var quiet = 0
    while k != end, quiet < 4 {
      k += step
      try add(k, evaluator)
      let isBeyond = (k - core) * step >= 0
      let margin = bits + 8 + ((k - start).magnitude.bitWidth - (k - start).magnitude.leadingZeroBitCount)
      quiet = isBeyond && isNegligible(evaluator.sums, margin) ? quiet + 1 : 0
    }
    return k
  }

  private func isNegligible(_ sums: WeightedSums, _ margin: Int) -> Bool {
    for entry in 0..<entryCount {
      let here = sums.lastExponents[entry]
      if here > Int.min, here > sums.peakExponents[entry] - margin { return false }
    }
    return true
  }

  /// The sums, with truncation and the rounding seen at sampled terms as their errors.
  private func withRounding(
    _ coarse: PointEvaluator, _ fine: PointEvaluator, _ range: ClosedRange<Int>, _ bits: Int
  ) -> [PieceOutcome] {
    var worst = Array(repeating: Int.min, count: entryCount)
    let count = range.upperBound - range.lowerBound
    for sample in 0...min(8, count) {
      let k = range.lowerBound + count * sample / max(min(8, count), 1)
      for (entry, (a, b)) in zip(coarse.terms(k), fine.terms(k)).enumerated() {
        worst[entry] = max(worst[entry], (a - b).exponent)
      }
    }
    let spread = Int.bitWidth - count.leadingZeroBitCount
    return zip(coarse.outcomes(), worst).map { outcome, rounding in
      var result = outcome
      let truncated = outcome.scale.isZero ? Int.min : outcome.scale.exponent - bits - 4
      let rounded = rounding == Int.min || rounding == Int.max ? rounding : rounding + spread
      result.errorExponent = max(outcome.errorExponent, truncated, rounded)
      return result
    }
  }
}

extension Array where Element == Double {
  /// A sorted array without repeated numbers.
  func removingRepeats() -> [Double] {
    var kept: [Double] = []
    for x in self where kept.last != x { kept.append(x) }
    return kept
  }
}
