internal import Multiprecision

extension TrapezoidalRule {
  /// An entry at one level: its value, and the integral of its absolute value.
  struct LevelValue {
    let value: Real
    let scale: Real
  }

  func levelValues(level: Int) -> [LevelValue] {
    let h = Real(step / Double(1 << level))
    return (0..<evaluator.entryCount).map { entry in
      let (positive, negative) = evaluator.sums(entry)
      return LevelValue(value: h * (positive + negative), scale: h * (positive - negative))
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
      let agreed = agreedBits(history.map { $0[entry] })
      let scaleExponent = now.scale.exponent
      // The tails left out are below two to minus `bits + 8` of the largest term, and there are two.
      var error = scaleExponent == Int.min ? Int.min : scaleExponent - min(agreed, bits + 4)
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

  /// Whether the agreement of some entry grows so slowly, level after level, that the wanted one is out of reach.
  func isStalled(_ history: [[LevelValue]]) -> Bool {
    let shorter = history.dropLast()
    return tails.indices.contains { entry in
      guard tails[entry] == .decays else { return false }
      let now = agreedBits(history.map { $0[entry] })
      return now < bits && Double(now) < 1.3 * Double(agreedBits(shorter.map { $0[entry] }))
    }
  }

  /// The bits, counted from the scale, that the last level is believed to have right.
  private func agreedBits(_ levels: [LevelValue]) -> Int {
    let rounding = evaluator.precision - 8
    guard levels.count > 1 else { return 0 }
    let agreed = (1..<levels.count).map { k in
      Self.commonBits(levels[k].value, levels[k - 1].value, scale: levels[k].scale, longest: rounding)
    }
    let now = agreed[agreed.count - 1]
    guard agreed.count > 1 else { return now }
    // The last level is better than its distance from the one before. How much better is read off the rate at which the
    // distances shrink, of which only a part is believed, and only if it is that of an analytic integrand. One small
    // distance by chance does not count: it may not exceed what the largest rate predicts.
    let before = agreed[agreed.count - 2]
    let rate = min(Double(now) / Double(max(before, 1)), Self.largestRate)
    let plausible = min(Double(now), Self.largestRate * Double(before) + Self.chance)
    guard before >= 6, rate >= Self.smallestRate else { return Int(plausible) }
    return min(Int(Self.believedPart * rate * plausible), rounding)
  }

  /// Halving the step doubles the digits of an integrand that is analytic in a strip, and quadruples those of a Gaussian.
  private static let largestRate = 4.0
  private static let smallestRate = 1.6
  private static let believedPart = 0.8
  /// More bits than the rate predicts are not taken for chance up to here.
  private static let chance = 24.0

  private static func commonBits(_ a: Real, _ b: Real, scale: Real, longest: Int) -> Int {
    if scale.isZero { return longest }
    let difference = (a - b).exponent
    if difference == Int.min { return longest }
    guard difference != Int.max, scale.isFinite else { return 0 }
    return min(max(scale.exponent - difference, 0), longest)
  }
}
