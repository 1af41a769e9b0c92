internal import Multiprecision

extension TrapezoidalRule {
  /// An entry at one level: its value, and the integral of its absolute value.
  struct LevelValue {
    let value: Real
    let scale: Real
    /// The binary exponent of the scale.
    let own: Int
    /// The same, or that of what matters elsewhere if that is larger.
    let exponent: Int
    /// The binary exponent of a bound for the errors of the inner integrals.
    let innerError: Int
  }

  func levelValues(level: Int) -> [LevelValue] {
    let h = Real(step / Double(1 << level))
    return (0..<evaluator.entryCount).map { entry in
      let (positive, negative) = sums(entry)
      let scale = h * (positive - negative)
      let inner = evaluator.errorExponent(entry)
      return LevelValue(
        value: h * (positive + negative), scale: scale,
        own: scale.exponent, exponent: max(scale.exponent, evaluator.floors[entry]),
        innerError: inner == Int.min || inner == Int.max ? inner : inner + h.exponent)
    }
  }

  /// The outcomes as the levels so far show them; `.limit` means that another level is wanted.
  func outcomes(of history: [[LevelValue]]) -> [PieceOutcome] {
    tails.indices.map { entry in
      let now = history[history.count - 1][entry]
      if case .divergent(let sign) = tails[entry] {
        return PieceOutcome(
          value: now.value, scale: now.scale, errorExponent: Int.max, status: .divergent(sign: sign))
      }
      let agreed = agreedBits(history, entry)
      // The tails left out are below two to minus `bits + 8` of the largest term, and there are two.
      var error = now.exponent == Int.min ? Int.min : now.exponent - min(agreed, bits + 4)
      error = max(error, now.innerError)
      if case .slow(let neglected) = tails[entry] { error = max(error, neglected) }
      let isDone = agreed >= bits && tails[entry] == .decays
      return PieceOutcome(
        value: now.value, scale: now.scale, errorExponent: error, status: isDone ? .converged : .limit)
    }
  }

  /// Whether another level would help no entry: each has converged, or diverges, or is cut off in a tail.
  func isFinished(_ outcomes: [PieceOutcome]) -> Bool {
    zip(outcomes, tails).allSatisfy { outcome, tail in outcome.status != .limit || tail != .decays }
  }

  /// Whether the agreement of some entry grows so slowly, level after level, that the wanted one is out of reach: it gains no
  /// more than from the level before. A weak pole next to the line is seen late, and then each level gains twice as much.
  func isStalled(_ history: [[LevelValue]]) -> Bool {
    let (shorter, shortest) = (Array(history.dropLast()), Array(history.dropLast(2)))
    return tails.indices.contains { entry in
      guard tails[entry] == .decays else { return false }
      let now = agreedBits(history, entry)
      let before = agreedBits(shorter, entry)
      let gained = before - agreedBits(shortest, entry)
      // Two bits may come by chance.
      return now < bits && Double(now) <= Self.littleGrowth * Double(before) + 2
        && Double(now - before) <= max(Self.littleGrowth * Double(gained), 2)
    }
  }

  /// A level that agrees on more than so many times the bits of the one before is on its way.
  private static let littleGrowth = 1.3

  /// The constant c of errors like `2^(-c/h)` that this rule, run at few bits, shows for the entry that converges most slowly;
  /// nil if some entry does not converge in that way. With more bits, steps of the length that they need can be taken at once.
  mutating func measuredConvergence() throws -> Double? {
    let before = map
    let history = try run()
    guard history.count > 2, map == before, tails.allSatisfy({ $0 == .decays }) else { return nil }
    let mass = agreement(history, 0).levels
    var slowest = Double.infinity
    for entry in tails.indices {
      let levels = agreement(history, entry).levels
      // What symmetry makes vanish converges no worse than the density.
      if entry > 0, zip(levels, mass).allSatisfy({ $0 >= $1 }) { continue }
      let (now, before) = (levels[levels.count - 1], levels[levels.count - 2])
      let rate = Double(now) / Double(max(before, 1))
      guard rate >= Self.smallestRate, rate <= Self.largestRate else { return nil }
      // The distance from the last level but one is its error; that of the one before was twice the step.
      slowest = min(slowest, Double(now - before) * finestStep * 4)
    }
    return slowest
  }

  /// The bits of an entry, counted from the scale or from what matters elsewhere, that the last level is believed to have
  /// right.
  private func agreedBits(_ history: [[LevelValue]], _ entry: Int) -> Int {
    let last = history[history.count - 1][entry]
    let own = agreement(history, entry)
    // An entry that agrees even better than the density, as where symmetry makes it vanish, converges no worse.
    let mass = agreement(history, 0)
    let isBetter = zip(own.levels, mass.levels).allSatisfy { $0 >= $1 }
    let bits = isBetter ? max(own.believed, mass.believed) : own.believed
    guard last.own > Int.min, last.own < Int.max else { return bits }
    return bits + last.exponent - last.own
  }

  /// The bits on which each level of an entry agrees with the one before, counted from the scale, and those of the last
  /// level that are believed.
  private func agreement(_ history: [[LevelValue]], _ entry: Int) -> (levels: [Int], believed: Int) {
    let rounding = evaluator.precision - 8
    guard history.count > 1 else { return ([], 0) }
    let agreed = (1..<history.count).map { k in
      Self.commonBits(history[k][entry], history[k - 1][entry], longest: rounding)
    }
    let now = agreed[agreed.count - 1]
    guard agreed.count > 1, extrapolates else { return (agreed, now) }
    // The last level is better than its distance from the one before. How much better is read off the rate at which the
    // distances shrink, of which only a part is believed, and only if it is that of an analytic integrand. One small
    // distance by chance does not count: it may not exceed what the largest rate predicts.
    let before = agreed[agreed.count - 2]
    let rate = min(Double(now) / Double(max(before, 1)), Self.largestRate)
    let plausible = min(Double(now), Self.largestRate * Double(before) + Self.chance)
    guard before >= 6, rate >= Self.smallestRate else { return (agreed, Int(plausible)) }
    let steady = isSteady(now, rate: rate) ? Self.steadyPart * min(rate, 2) : 0
    return (agreed, min(Int(max(Self.believedPart * rate, steady) * plausible), rounding))
  }

  /// Whether the last two levels converge as those of few bits did: errors like `2^(-c/h)` with the same c, or with a larger
  /// one, as where a constant factor of the errors matters less and less.
  private func isSteady(_ now: Int, rate: Double) -> Bool {
    guard let convergence else { return false }
    return rate >= 2 * (1 - Self.steadiness) && Double(now) * 2 * finestStep >= (1 - Self.steadiness) * convergence
  }

  /// Halving the step doubles the digits of an integrand that is analytic in a strip, and quadruples those of a Gaussian.
  private static let largestRate = 4.0
  private static let smallestRate = 1.6
  private static let believedPart = 0.8
  /// The same where three measurements of the convergence agree to the part `steadiness`.
  private static let steadyPart = 0.95
  private static let steadiness = 0.03
  /// The part of the measured convergence by which steps are chosen: so much that it is believed if it is steady.
  static let plannedPart = steadyPart * (1 - steadiness)
  /// More bits than the rate predicts are not taken for chance up to here.
  private static let chance = 40.0

  private static func commonBits(_ a: LevelValue, _ b: LevelValue, longest: Int) -> Int {
    if a.own == Int.min { return longest }
    let difference = (a.value - b.value).exponent
    if difference == Int.min { return longest }
    guard difference != Int.max, a.own != Int.max else { return 0 }
    return min(max(a.own - difference, 0), longest)
  }
}
