internal import Multiprecision

/// Measures what rounding and cancellation did to a rule's nodes by evaluating a few of them again with more bits, and with
/// the last bits of rounded results moved.
struct RoundingCheck {
  /// For each entry, the binary exponent of the largest change at a sampled node, summed up over all nodes.
  private let exponents: [Int]
  /// Whether the terms at the end of a tail that was judged divergent are confirmed.
  private let areTailsConfirmed: Bool

  private static let sampleCount = 8
  /// The same where cancellation was met.
  private static let denseSampleCount = 64

  init(_ rule: TrapezoidalRule, against fine: PieceEvaluator) throws {
    let coarse = rule.evaluator
    fine.use(rule.map)
    // Where much more matters elsewhere, integrals inside need no more digits than they had.
    fine.floors = (0..<coarse.entryCount).map { coarse.peakExponent($0) }
    // One node beyond each end: what vanishes there at one precision must do so at the other.
    let start = -Double(rule.last.below + 1) * rule.step
    let end = Double(rule.last.above + 1) * rule.step
    var worst = rule.gradedErrors
    let count = rule.hasRefined ? Self.denseSampleCount : Self.sampleCount
    for k in 0...count {
      // Multiples of 1/64 are exact whatever the platform's arithmetic does.
      let t = ((start + (end - start) * Double(k) / Double(count)) * 64).rounded() / 64
      let (rough, better) = (try rule.terms(t), try fine.terms(t))
      for entry in worst.indices where !rule.tails[entry].isDivergent {
        worst[entry] = max(worst[entry], (rough[entry] - better[entry]).exponent)
      }
    }
    areTailsConfirmed =
      try rule.areTailsTrusted
      && (rule.judged.allSatisfy { t in
        let (rough, better) = (try coarse.terms(t), try fine.terms(t))
        return rule.tails.indices.allSatisfy { entry in
          !rule.tails[entry].isDivergent || !Self.isLarge((rough[entry] - better[entry]).exponent, by: better[entry])
        }
      })
    let spread = Int((end - start).binaryLogarithm.rounded(.up)) + 1
    exponents = worst.map { $0 == Int.min || $0 == Int.max ? $0 : $0 + spread }
  }

  private static func isLarge(_ change: Int, by value: Real) -> Bool {
    change != Int.min && (value.isZero || !value.isFinite || change > value.exponent - 4)
  }

  /// The outcomes with rounding errors counted in.
  func applied(to outcomes: [PieceOutcome]) -> [PieceOutcome] {
    zip(outcomes, exponents).map { outcome, rounding in
      guard case .divergent = outcome.status else {
        var result = outcome
        let accumulated = outcome.scale.isZero ? Int.min : outcome.scale.exponent - outcome.scale.precision + 8
        result.errorExponent = max(outcome.errorExponent, rounding, accumulated)
        return result
      }
      return outcome
    }
  }

  /// How many bits more are needed for the errors to be below two to minus `bits` of the scales, but for entries that are 0;
  /// nil if none.
  func missingBits(of outcomes: [PieceOutcome], bits: Int, except isZero: [Bool]) -> Int? {
    if !areTailsConfirmed { return outcomes[0].value.precision }
    var missing = 0
    for (entry, (outcome, rounding)) in zip(outcomes, exponents).enumerated() where rounding != Int.min {
      if isZero[entry] { continue }
      if case .divergent = outcome.status { continue }
      guard rounding != Int.max, outcome.scale.isFinite, !outcome.scale.isZero else { return outcome.value.precision }
      missing = max(missing, rounding - (outcome.scale.exponent - bits))
    }
    return missing > 0 ? missing : nil
  }
}
