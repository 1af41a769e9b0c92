internal import Multiprecision

/// Sums density and integrands over listed points, at whatever precision that takes.
struct PointSummation {
  let tape: Tape
  let entryCount: Int
  let parameters: [Rational]
  let meter: WorkMeter
  let names: IntegrandNames

  /// The outcomes of the entries over points that `points` gives at a precision; the sums at two precisions agree.
  func outcomes(bits: Int, points: (_ precision: Int) -> [Real]) throws -> [PieceOutcome] {
    var precision = PieceIntegration.rounded(bits + 24)
    var rough = try sums(precision, points(precision))
    while true {
      let better = try sums(precision + 64, points(precision + 64))
      let result = zip(rough, better).map { rough, better in
        var outcome = better
        outcome.errorExponent = max((rough.value - better.value).exponent, better.errorExponent)
        return outcome
      }
      let missing = result.map { $0.missingBits(bits) }.max() ?? 0
      if missing <= 0 { return result }
      precision = PieceIntegration.rounded(precision + missing + 64)
      guard precision <= PieceIntegration.largestPrecision else {
        throw LimitReached.precision(PieceIntegration.largestPrecision)
      }
      rough = try sums(precision, points(precision))
    }
  }

  private func sums(_ precision: Int, _ points: [Real]) throws -> [PieceOutcome] {
    let evaluator = PointEvaluator(tape, entryCount: entryCount, precision: precision, parameters: parameters)
    for x in points {
      try meter.count()
      if let bad = evaluator.add(x) { throw names.error(entry: bad.entry, at: x.description(digits: 6)) }
    }
    return evaluator.outcomes()
  }
}

extension PieceOutcome {
  /// How many bits are missing to an error below two to minus `bits` of the scale; not positive if none.
  func missingBits(_ bits: Int) -> Int {
    if case .divergent = status { return 0 }
    guard errorExponent != Int.max, scale.isFinite else { return scale.precision }
    if errorExponent == Int.min || scale.isZero { return 0 }
    return errorExponent - (scale.exponent - bits)
  }
}
