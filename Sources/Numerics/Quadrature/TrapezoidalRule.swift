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
  /// The nodes at which tails were judged.
  var judged: [Double] = []
  /// Whether no judgement rests on nodes so far out that cancellation may have spoilt them.
  var areTailsTrusted = true

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
      let outcomes = outcomes(of: history)
      if level > 1, isFinished(outcomes) { break }
      if level > 5, isStalled(history) { break }
    }
    return outcomes(of: history)
  }

  private static let deepestLevel = 12

  func nodeCount(level: Int) -> Int { (last.below + last.above) << level }

  private mutating func firstLevel() throws {
    while true {
      evaluator.use(map)
      tails = Array(repeating: .decays, count: evaluator.entryCount)
      judged = []
      areTailsTrusted = true
      try add(0)
      guard let above = try walk(side: 1) else { continue }
      guard let below = try walk(side: -1) else { continue }
      last = (below, above)
      return
    }
  }

  private mutating func refine(level: Int) throws {
    let h = step / Double(1 << level)
    for k in stride(from: 1, to: last.above << level, by: 2) { try add(Double(k) * h) }
    for k in stride(from: 1, to: last.below << level, by: 2) { try add(-Double(k) * h) }
  }

  func add(_ t: Double) throws {
    try meter.count()
    if let bad = evaluator.add(t) { throw names.error(entry: bad.entry, at: evaluator.lastPosition) }
  }
}
