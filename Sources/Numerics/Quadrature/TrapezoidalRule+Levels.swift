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
  func judged(_ history: [[LevelValue]]) -> [PieceOutcome] {
    tails.indices.map { entry in
      let now = history[history.count - 1][entry]
      if case .divergent(let sign) = tails[entry] {
        return PieceOutcome(
          value: now.value, scale: now.scale, errorExponent: Int.max, status: .divergent(sign: sign))
      }
      let agreed = agreedBits(history.map { $0[entry] })
      let scaleExponent = now.scale.exponent
      let error = scaleExponent == Int.min ? Int.min : scaleExponent - agreed
      let isDone = agreed >= bits && tails[entry] == .decays
      return PieceOutcome(
        value: now.value, scale: now.scale, errorExponent: error, status: isDone ? .converged : .limit)
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
    // The last level is better than its distance from the one before; how much better is read off the distances, and
    // believed only in part. One small distance by chance does not count: it may not exceed what the rate predicts.
    let before = agreed[agreed.count - 2]
    guard before >= 6, Double(now) >= 1.6 * Double(before) else { return min(now, 4 * max(before, 1)) }
    return min(Int(1.6 * Double(min(now, 3 * before))), rounding)
  }

  private static func commonBits(_ a: Real, _ b: Real, scale: Real, longest: Int) -> Int {
    if scale.isZero { return longest }
    let difference = (a - b).exponent
    if difference == Int.min { return longest }
    guard difference != Int.max, scale.isFinite else { return 0 }
    return min(max(scale.exponent - difference, 0), longest)
  }
}
