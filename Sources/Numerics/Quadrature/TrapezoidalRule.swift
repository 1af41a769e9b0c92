internal import Multiprecision

/// The trapezoidal rule on a double-exponentially mapped piece, or over a period, refined level by level until all entries agree.
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

  /// No more halvings of the step than this.
  private let deepestLevel: Int
  private let evaluationsBefore: Int

  init(
    _ evaluator: PieceEvaluator, map: CoordinateMap, bits: Int, meter: WorkMeter, names: IntegrandNames,
    deepestLevel: Int = 12
  ) {
    self.evaluator = evaluator
    self.map = map
    self.bits = bits
    self.meter = meter
    self.names = names
    self.deepestLevel = deepestLevel
    evaluationsBefore = meter.evaluations
    step = Self.firstStep(bits: bits, map: map)
    tails = Array(repeating: .decays, count: evaluator.entryCount)
  }

  /// The bits needed of the integral here, when more matters elsewhere: as if no entry were larger than at the centre by
  /// more than a margin.
  private var neededBits: Int {
    let floors = evaluator.floors
    var gap = Int.max
    for entry in tails.indices where floors[entry] != Int.min {
      let here = evaluator.lastExponent(entry)
      if here != Int.min { gap = min(gap, floors[entry] - here) }
    }
    guard gap != Int.max else { return bits }
    return min(bits, max(bits - gap + Self.margin, 16))
  }

  private static let margin = 16

  /// A step four times that at which standard integrands have the wanted accuracy, as a multiple of 1/64.
  private static func firstStep(bits: Int, map: CoordinateMap) -> Double {
    if map.periodicNodes > 0 { return 1 / Double(map.periodicNodes) }
    let isGaussian = map.stretch == .none && map.isGaussian
    let exponential = map.stretch == .both ? 8.5 : 10
    let final = isGaussian ? 3 / Double(bits + 20).squareRoot() : exponential / Double(bits)
    return max((final * 4 * 64).rounded(), 1) / 64
  }

  /// Runs the rule; the outcomes are those of the entries, the density first.
  mutating func outcomes() throws -> [PieceOutcome] {
    try firstLevel()
    absorbDivergences()
    var history: [[LevelValue]] = [levelValues(level: 0)]
    for level in 1...deepestLevel {
      // A level takes as many evaluations as all before it, in each variable.
      guard level < 4 || meter.allows(meter.evaluations - evaluationsBefore) else { break }
      try refine(level: level)
      absorbDivergences()
      history.append(levelValues(level: level))
      let outcomes = outcomes(of: history)
      if level > 1, isFinished(outcomes) { break }
      if level > 5, isStalled(history) { break }
    }
    return outcomes(of: history)
  }

  /// An entry of which an inner integral diverges has no integral either.
  private mutating func absorbDivergences() {
    for entry in tails.indices {
      if let sign = evaluator.divergence(entry) { tails[entry] = tails[entry].joined(.divergent(sign)) }
    }
  }

  private mutating func firstLevel() throws {
    if map.periodicNodes > 0 {
      evaluator.use(map)
      for k in 0..<map.periodicNodes { try add(Double(k) * step) }
      last = (below: 0, above: map.periodicNodes)
      return
    }
    while true {
      evaluator.use(map)
      tails = Array(repeating: .decays, count: evaluator.entryCount)
      judged = []
      areTailsTrusted = true
      try add(0)
      step = Self.firstStep(bits: neededBits, map: map)
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
    if let bad = try evaluator.add(t) { throw names.error(entry: bad.entry, at: evaluator.lastPosition) }
  }
}
