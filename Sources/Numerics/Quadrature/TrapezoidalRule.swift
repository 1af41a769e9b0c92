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
    /// Still not negligible where the rule had to end.
    case slow
    /// The integral diverges with this sign; 0 if both.
    case divergent(Int)
  }

  /// Beyond this coordinate a tail that is not negligible is judged rather than followed.
  static let farthestCoordinate = 0x1p20

  init(_ evaluator: PieceEvaluator, map: CoordinateMap, bits: Int, meter: WorkMeter, names: IntegrandNames) {
    self.evaluator = evaluator
    self.map = map
    self.bits = bits
    self.meter = meter
    self.names = names
    step = Self.firstStep(bits: bits, stretch: map.stretch)
    tails = Array(repeating: .decays, count: evaluator.entryCount)
  }

  /// A step four times that at which standard integrands have the wanted accuracy, as a multiple of 1/64.
  private static func firstStep(bits: Int, stretch: Stretch) -> Double {
    let final = stretch == .none ? 3.5 / Double(bits).squareRoot() : 13 / Double(bits)
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
      if level > 1, outcomes.allSatisfy({ $0.status != .limit }) { return outcomes }
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

  /// Adds nodes outwards to one side until all entries are negligible; nil if the map had to be changed.
  private mutating func walk(side: Int) throws -> Int? {
    let core = map.parameter(distance: map.reach(side: side), side: side)
    let isStretched = map.stretch.stretches(side: side)
    let end = map.parameter(distance: Self.farthestCoordinate, side: side)
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
      if t >= core { quiet = isQuiet ? quiet + 1 : 0 }
    }
    if quiet < 3 { judgeTails(side: side, end: end) }
    return k
  }

  /// Whether the last node contributed nothing that matters to any entry still followed.
  private var isQuiet: Bool {
    for entry in tails.indices where tails[entry] == .decays {
      let here = evaluator.lastExponent(entry)
      if here > Int.min, here > evaluator.peakExponent(entry) - bits - 8 { return false }
    }
    return true
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
