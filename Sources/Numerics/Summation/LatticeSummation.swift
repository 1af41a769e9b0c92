internal import Multiprecision

/// Sums density and integrands over a range of the integers at one parameter point.
///
/// A short sum is taken term by term, outwards from its largest term. A long one, or one with an algebraic tail, is an
/// integral with end corrections (see `SmoothSummation`).
struct LatticeSummation {
  let setting: NumericSetting
  /// Errors are to be below two to minus this, relative to each entry's scale.
  let bits: Int
  let names: IntegrandNames
  /// The first and last integer; nil is infinite.
  let lower: Int?
  let upper: Int?
  /// Integers between them at which terms may be unlike those next to them.
  let places: [Int]
  /// Integers near which terms may be largest.
  private let landmarks: [Int]

  /// A sum of at most this many terms is taken term by term.
  private static let longestDirectSum = 1500.0
  /// The same where each term follows from its neighbour: the rule for long sums evaluates functions at many times the
  /// number of digits of nodes.
  var longestRecurrentSum: Double { Self.longestDirectSum + 4 * Double(bits) }
  static let scanPrecision = 128
  /// Integers beyond this are not looked at one by one.
  static let farthest = 0x1p50

  /// - Parameters:
  ///   - frame: runs the program's frame, at the values of the variables before.
  ///   - crossings: where functions inside the density change their sign.
  init(
    _ program: AxisProgram, _ setting: NumericSetting, guardBits: Int = 0, _ frame: borrowing Machine,
    crossings: [Int] = []
  ) throws {
    self.setting = setting
    bits = setting.bits + guardBits
    names = program.source.names
    let (first, last) = try program.frame.integers(frame, names)
    let range = (first ?? Int.min)...max(first ?? Int.min, last ?? Int.max)
    places = program.frame.isolatedIntegers(frame).filter(range.contains)
    landmarks = (program.frame.landmarkIntegers(frame) + crossings).filter(range.contains)
    (lower, upper) = (first, last)
  }

  private var entryCount: Int { setting.entryCount }

  /// Whether the last integer lies before the first.
  var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return upper < lower
  }

  /// The number of terms of a sum that has an end.
  var explicitCount: Int? {
    guard let lower, let upper else { return nil }
    return upper - lower + 1
  }

  /// What a scan tells of the sum.
  struct Plan {
    let mode: Int
    /// The first and last term that certainly matter.
    let core: ClosedRange<Int>
    /// The number of terms that may matter, if the scan saw them end.
    let width: Double?
    /// Whether so few terms matter that they can be taken one by one.
    var isShort: Bool { width.map { $0 <= longestDirectSum } ?? false }
  }

  /// The plan, or nil if the terms grow without bound.
  func plan(_ scout: PointEvaluator) -> Plan? {
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
    let (nearest, farthest) = (Double(places.first ?? Int(mode)), Double(places.last ?? Int(mode)))
    let low = min(max(mode - scan.below.reach, first), nearest)
    let high = max(min(mode + scan.above.reach, last), farthest)
    let isBounded = (scan.below.isDeep || lower != nil) && (scan.above.isDeep || upper != nil)
    let core = (
      lower: min(max(mode - scan.below.core, first), nearest), upper: max(min(mode + scan.above.core, last), farthest)
    )
    return Plan(
      mode: Int(mode), core: Int(core.lower)...Int(core.upper),
      width: isBounded ? high - low : nil)
  }

  private var start: [Double] {
    (regularStart + (landmarks + places).map(Double.init)).sorted().removingRepeats()
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

  /// The outcomes if the terms grow as far as they are looked at: infinite if they are large by then, else unknown, for
  /// small terms may yet have their mode beyond.
  func unboundedOutcomes(_ scout: PointEvaluator) throws -> [PieceOutcome] {
    let far = upper.map { min($0, Int(Self.farthest)) } ?? Int(Self.farthest)
    return try scout.terms(lower.map { max(far, $0) } ?? -far).map { term in
      let divergent = PieceOutcome(divergent: term.isNegative ? -1 : term.isZero || term.isNaN ? 0 : 1, like: term)
      guard !term.isZero, !term.isNaN, term.exponent < Self.largeTerm else { return divergent }
      return PieceOutcome(value: Real.zero, scale: Real.zero, errorExponent: Int.max, status: .limit)
    }
  }

  /// A term at the farthest integer that is at least two to this power has as many like it as make a sum above a million.
  private static let largeTerm = 20 - Int(farthest.exponent)

  /// The sum term by term, outwards from the mode until the rest is negligible, and what was summed.
  func directOutcomes(
    _ evaluator: PointEvaluator, plan: Plan
  ) throws -> (outcomes: [PieceOutcome], range: ClosedRange<Int>) {
    try add(plan.mode, evaluator)
    let last = try walk(from: plan.mode, to: upper, by: 1, beyond: plan.core.upperBound, evaluator)
    let first = try walk(from: plan.mode, to: lower, by: -1, beyond: plan.core.lowerBound, evaluator)
    let outcomes = evaluator.outcomes().enumerated().map { entry, outcome in
      var result = outcome
      let scale = max(outcome.scale.exponent, evaluator.sums.floors[entry])
      let truncated = scale == Int.min ? Int.min : scale - bits - 4
      result.errorExponent = max(outcome.errorExponent, truncated)
      return result
    }
    return (outcomes, first...last)
  }

  private func add(_ k: Int, _ evaluator: PointEvaluator) throws {
    try setting.meter.count()
    if let bad = try evaluator.add(k) { throw names.error(entry: bad.entry, at: "\(k)") }
  }

  /// Adds terms in one direction until, past the core, several in a row are negligible; returns the last integer.
  ///
  /// The ratio of terms is below that of the scanned drop, so the neglected tail is at most the number of terms summed
  /// so far times the last one; the margin covers that.
  private func walk(
    from start: Int, to end: Int?, by step: Int, beyond core: Int, _ evaluator: PointEvaluator
  ) throws -> Int {
    var k = start
    var quiet = 0
    while k != end, quiet < Self.quietTerms {
      k += step
      try add(k, evaluator)
      let isBeyond = (k - core) * step >= 0
      quiet = isBeyond && isNegligible(evaluator.sums, negligibleMargin(distance: k - start)) ? quiet + 1 : 0
    }
    return k
  }

  /// As many terms in a row have to be negligible for a sum to end.
  static let quietTerms = 4

  /// How many bits below the largest a term is negligible that far from the mode.
  func negligibleMargin(distance: Int) -> Int {
    bits + 8 + (distance.magnitude.bitWidth - distance.magnitude.leadingZeroBitCount)
  }

  private func isNegligible(_ sums: any NodeSums, _ margin: Int) -> Bool {
    for entry in 0..<entryCount {
      let here = sums.lastExponent(entry)
      if here > Int.min, here > sums.peakExponent(entry) - margin { return false }
    }
    return true
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
