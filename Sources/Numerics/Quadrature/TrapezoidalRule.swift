internal import Multiprecision

/// The trapezoidal rule on a double-exponentially mapped piece, refined level by level until all entries agree.
///
/// Each level halves the step and reuses every node. While the integrand is analytic in a strip about the line, a level
/// doubles the number of correct digits (L. N. Trefethen, J. A. C. Weideman, The exponentially convergent trapezoidal
/// rule, SIAM Review 56 (2014) 385-458); only where that is observed is it used to judge the last level.
struct TrapezoidalRule {
  let evaluator: PieceEvaluator
  /// The wanted accuracy: errors below two to minus this, relative to each entry's scale.
  let bits: Int
  let meter: WorkMeter
  let names: IntegrandNames

  /// The step of the first level.
  var step: Double
  var map: CoordinateMap
  /// The number of the nodes farthest out, in units of the first step.
  var last = (below: 0, above: 0)
  var tails: [TailState]

  /// How an entry behaves in the tails.
  enum TailState: Equatable {
    case decays
    /// Still not negligible where the rule had to end: what it leaves out is below two to this power.
    case slow(neglected: Int)
    /// The integral diverges with this sign; 0 if both.
    case divergent(Int)
  }

  /// Beyond this coordinate a tail that is not negligible is judged rather than followed.
  static let farthestCoordinate = 0x1p24

  init(_ evaluator: PieceEvaluator, map: CoordinateMap, bits: Int, meter: WorkMeter, names: IntegrandNames) {
    self.evaluator = evaluator
    self.map = map
    self.bits = bits
    self.meter = meter
    self.names = names
    step = Self.firstStep(bits: bits, map: map)
    tails = Array(repeating: .decays, count: evaluator.entryCount)
  }

  /// A step four times that at which standard integrands have the wanted accuracy, as a multiple of 1/64.
  private static func firstStep(bits: Int, map: CoordinateMap) -> Double {
    let isGaussian = map.stretch == .none && map.isGaussian
    let exponential = map.stretch == .both ? 8.5 : 10
    let final = isGaussian ? 3.1 / Double(bits).squareRoot() : exponential / Double(bits)
    return max((final * 4 * 64).rounded(), 1) / 64
  }

  /// Runs the rule; the outcomes are those of the entries, the density first.
  mutating func outcomes() throws -> [PieceOutcome] {
    try firstLevel()
    var history: [[LevelValue]] = [levelValues(level: 0)]
    for level in 1...Self.deepestLevel {
      guard level < 4 || meter.allows(nodeCount(level: level) / 2) else { break }
      try refine(level: level)
      history.append(levelValues(level: level))
      let outcomes = judged(history)
      if level > 1, isFinished(outcomes) { break }
      if level > 5, isStalled(history) { break }
    }
    return judged(history)
  }

  private static let deepestLevel = 12

  func nodeCount(level: Int) -> Int { (last.below + last.above) << level }

  private mutating func firstLevel() throws {
    while true {
      evaluator.use(map)
      tails = Array(repeating: .decays, count: evaluator.entryCount)
      try add(0)
      guard let above = try walk(side: 1) else { continue }
      guard let below = try walk(side: -1) else { continue }
      last = (below, above)
      return
    }
  }

  /// Adds nodes outwards to one side until all entries are negligible, and judges those that never are; returns how far
  /// the entries without divergence reach, or nil if the map had to be changed.
  private mutating func walk(side: Int) throws -> Int? {
    let core = map.parameter(distance: map.reach(side: side), side: side)
    let isStretched = map.stretch.stretches(side: side)
    let end = map.parameter(distance: Self.farthestCoordinate, side: side)
    var lastLoud = Array(repeating: 0, count: tails.count)
    var quiet = 0
    var k = 0
    while quiet < 3 {
      k += 1
      let t = Double(k) * step
      if isStretched, t > end { break }
      if !isStretched, t > 6 * core + 64 {
        map.stretch = map.stretch.stretching(side: side)
        return nil
      }
      try add(Double(side) * t)
      let isLoud = markLoud(k, in: &lastLoud) || t < core
      quiet = isLoud ? 0 : quiet + 1
    }
    if quiet < 3 { judgeTails(side: side, end: end) }
    let needed = tails.indices.map { entry in tails[entry].isDivergent ? 0 : lastLoud[entry] + 1 }
    return max(needed.max() ?? 0, Int(core / step))
  }

  /// Notes the entries to which the last node contributed something that matters; returns whether there are any.
  private func markLoud(_ k: Int, in lastLoud: inout [Int]) -> Bool {
    var isAnyLoud = false
    for entry in tails.indices {
      let here = evaluator.lastExponent(entry)
      if here > Int.min, here > evaluator.peakExponent(entry) - bits - 8 {
        lastLoud[entry] = k
        isAnyLoud = true
      }
    }
    return isAnyLoud
  }

  private mutating func refine(level: Int) throws {
    let h = step / Double(1 << level)
    for k in stride(from: 1, to: last.above << level, by: 2) { try add(Double(k) * h) }
    for k in stride(from: 1, to: last.below << level, by: 2) { try add(-Double(k) * h) }
  }

  private func add(_ t: Double) throws {
    try meter.count()
    if let entry = evaluator.add(t) { throw names.error(entry: entry, at: evaluator.lastPosition) }
  }
}
