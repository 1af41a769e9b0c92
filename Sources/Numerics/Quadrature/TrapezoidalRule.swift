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
  /// The step of the last level.
  private(set) var finestStep: Double
  var map: CoordinateMap
  /// The constant c of errors like `2^(-c/h)` for steps of length h, where it has been measured.
  let convergence: Double?
  /// Whether the last level is believed to be better than its distance from the one before. Next to a number so small that what
  /// it multiplies may show only in the last digits, nothing tells how fast that converges.
  let extrapolates: Bool
  /// The number of the nodes farthest out, in units of the first step.
  var last = (below: 0, above: 0)
  var tails: [TailState]
  /// The nodes at which tails were judged.
  var judged: [Double] = []
  /// Whether no judgement rests on nodes so far out that cancellation may have spoilt them.
  var areTailsTrusted = true

  /// The exponents of all entries' contributions at the nodes of the first level, from the centre outwards.
  var exponents: (below: [[Int]], above: [[Int]]) = ([], [])
  /// Evaluators for nodes of later levels that contribute little.
  private let grades: PrecisionGrades?
  /// For each entry, the exponent of the largest rounding error at a node with fewer bits.
  private(set) var gradedErrors: [Int]

  /// How an entry behaves in the tails.
  enum TailState: Equatable {
    case decays
    /// Still not negligible where the rule had to end: what it leaves out is below two to this power.
    case slow(neglected: Int)
    /// The integral diverges with this sign; 0 if both.
    case divergent(Int)
  }

  /// Beyond this coordinate a tail that is not negligible is judged rather than followed. The coordinate of a whole line with
  /// fast tails has the unit of the variable; every other one is a logarithm.
  var farthestCoordinate: Double {
    let isLogarithm = evaluator.shape != .line || map.isAlgebraic
    return 0x1p24 * (isLogarithm ? 1 : max(1, map.width.value))
  }

  /// So many levels may gain little before the rule is given up: a pole next to the line is not seen by the first ones.
  private static let longestPatience = 6

  /// No more halvings of the step than this.
  private let deepestLevel: Int
  private let evaluationsBefore: Int

  init(
    _ evaluator: PieceEvaluator, map: CoordinateMap, bits: Int, meter: WorkMeter, names: IntegrandNames,
    deepestLevel: Int = 12, convergence: Double? = nil, coarser: ((_ precision: Int) throws -> PieceEvaluator)? = nil
  ) {
    grades = coarser.flatMap { PrecisionGrades(evaluator, $0) }
    self.evaluator = evaluator
    self.map = map
    self.bits = bits
    self.meter = meter
    self.names = names
    self.deepestLevel = deepestLevel
    evaluationsBefore = meter.evaluations
    self.convergence = convergence
    extrapolates = !evaluator.sides.contains { $0.hasNumber(beyond: bits / 4) }
    step = Self.firstStep(bits: bits, map: map, convergence: convergence)
    finestStep = step
    tails = Array(repeating: .decays, count: evaluator.entryCount)
    gradedErrors = Array(repeating: Int.min, count: evaluator.entryCount)
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

  /// A step four times that at which the integrands have the wanted accuracy, standard ones if nothing has been measured, as a
  /// multiple of 1/64 or, where that is too coarse, of a power of two.
  private static func firstStep(bits: Int, map: CoordinateMap, convergence: Double?) -> Double {
    if map.periodicNodes > 0 { return 1 / Double(map.periodicNodes) }
    let isGaussian = map.stretch == .none && map.isGaussian
    // Algebraic tails leave a narrower strip.
    let exponential = convergence.map { plannedPart * $0 } ?? (map.isAlgebraic ? 5.7 : map.stretch == .both ? 8.5 : 10)
    let final = isGaussian ? 3 / Double(bits + 20).squareRoot() : exponential / Double(bits)
    let (wanted, unit) = (final * 4, 1.0 / 64)
    if wanted >= 16 * unit { return (wanted / unit).rounded() * unit }
    // Fewer steps to a unit would be too far from what is wanted; a step that is too long costs a whole level.
    let finer = Double.powerOfTwo(Int(wanted.exponent) - (convergence == nil ? 4 : 5))
    return (wanted / finer).rounded(.down) * finer
  }

  /// Runs the rule; the outcomes are those of the entries, the density first.
  mutating func outcomes() throws -> [PieceOutcome] {
    let history = try run()
    return outcomes(of: history)
  }

  /// Runs the rule until another level would help no entry, or too little: the values of all levels.
  mutating func run() throws -> [[LevelValue]] {
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
      if level > Self.longestPatience, isStalled(history) { break }
    }
    return history
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
      exponents = ([lastExponents], [lastExponents])
      step = Self.firstStep(bits: neededBits, map: map, convergence: convergence)
      guard let above = try walk(side: 1) else { continue }
      guard let below = try walk(side: -1) else { continue }
      last = (below, above)
      prepareGrades()
      return
    }
  }

  /// The exponents of the entries' contributions at the last node of the whole precision.
  var lastExponents: [Int] { tails.indices.map { evaluator.lastExponent($0) } }

  private func prepareGrades() {
    let peaks = tails.indices.map { tails[$0].isDivergent ? nil : evaluator.peakExponent($0) }
    grades?.prepare(map, step: step, below: exponents.below, above: exponents.above, peaks: peaks)
  }

  private mutating func refine(level: Int) throws {
    let h = step / Double(1 << level)
    finestStep = h
    for k in stride(from: 1, to: last.above << level, by: 2) { try add(Double(k) * h, graded: true) }
    for k in stride(from: 1, to: last.below << level, by: 2) { try add(-Double(k) * h, graded: true) }
  }

  private mutating func add(_ t: Double, graded: Bool = false) throws {
    try meter.count()
    let place = graded ? try grades?.evaluator(at: t) ?? evaluator : evaluator
    if let bad = try place.add(t) { throw names.error(entry: bad.entry, at: place.lastPosition) }
    guard place !== evaluator else { return }
    // A node that contributes more than its neighbours on the first level let expect shows in its rounding.
    for entry in gradedErrors.indices {
      let here = place.lastExponent(entry)
      if here != Int.min { gradedErrors[entry] = max(gradedErrors[entry], here - place.precision) }
    }
  }

  /// The weighted values of all entries at a node, as a level finds them.
  func terms(_ t: Double) throws -> [Real] { try (grades?.evaluator(at: t) ?? evaluator).terms(t) }

  /// The sums of an entry's positive and negative contributions.
  func sums(_ entry: Int) -> (positive: Real, negative: Real) {
    var (positive, negative) = evaluator.sums(entry)
    for part in grades?.sums(entry) ?? [] {
      positive = positive + part.positive
      negative = negative + part.negative
    }
    return (positive, negative)
  }

  /// Whether some node had no finite value before more bits were taken: so much cancels next to it.
  var hasRefined: Bool { evaluator.sides.contains(where: \.hasRefined) || grades?.hasRefined == true }
}
