internal import Multiprecision

/// Sums over a range of integers at one parameter point, at whatever precision that takes.
struct LatticeIntegration {
  let program: AxisProgram
  let setting: NumericSetting

  private var bits: Int { setting.bits }

  /// The outcomes of the entries.
  func outcomes() throws -> [PieceOutcome] {
    var frame = Machine(program.frame.tape, precision: PieceIntegration.framePrecision)
    frame.bind(parameters: setting.parameters)
    let summation = try LatticeSummation(program, setting, frame, crossings: try crossings())
    if summation.isEmpty { throw UndefinedIntegrand.bounds(variable: summation.names.variable) }
    if let proven = try certified(summation) { return proven }
    let scout = try evaluator(LatticeSummation.scanPrecision + setting.bitsOfParameters)
    guard let plan = summation.plan(scout) else { return try summation.unboundedOutcomes(scout) }
    if plan.isShort { return try recurrent(summation, plan) ?? direct(summation, plan) }
    if let width = plan.width, width <= summation.longestRecurrentSum, setting.meter.allows(Int(width)),
      let found = try recurrent(summation, plan)
    {
      return found
    }
    let smooth = SmoothSummation(
      summation: summation, mode: plan.mode, evaluator: evaluator,
      integral: { try self.integral(from: $0, to: $1) })
    do {
      let found = try smooth.outcomes()
      guard let count = summation.explicitCount, setting.meter.allows(count),
        found.contains(where: { $0.status == .limit })
      else { return found }
      // The terms vary on the scale of 1; there are few enough to add them up.
      return try direct(summation, plan)
    } catch is UndefinedIntegrand {
      // The terms are defined at integers only; then there is nothing but to add them up.
      return try direct(summation, plan)
    }
  }

  /// The integers next to the places where functions inside the density change their sign.
  private func crossings() throws -> [Int] {
    guard case .lattice(let lower, let upper) = program.frame.set,
      let crossings = try program.crossings(of: Piece(lower: lower, upper: upper), seekingPeaks: { true })
    else { return [] }
    let places = crossings.places(setting.parameters, bits: setting.bits) ?? []
    return places.map { $0.doubleValue.rounded() }.filter { $0.magnitude < LatticeSummation.farthest }.map { Int($0) }
  }

  private func evaluator(_ precision: Int) throws -> PointEvaluator { try evaluator(precision, setting) }

  private func evaluator(_ precision: Int, _ setting: NumericSetting) throws -> PointEvaluator {
    try PointEvaluator(
      program, setting, precision: precision, outer: OuterValues(count: 0, precision: precision))
  }

  /// An evaluator for comparison with others.
  private func check(_ precision: Int) throws -> PointEvaluator { try evaluator(precision, setting.movingRounding) }

  /// The integral that continues the sum between two integers.
  private func integral(from low: Int?, to high: Int?) throws -> [PieceOutcome] {
    let continued = try program.continuation(hasLower: low != nil, hasUpper: high != nil)
    return try PieceIntegration(program: continued, setting: setting, outer: [low ?? 0, high ?? 0]).outcomes()
  }

  private func certified(_ summation: LatticeSummation) throws -> [PieceOutcome]? {
    guard let lower = summation.lower else { return nil }
    if let upper = summation.upper {
      guard upper - lower < CertifiedSummation.longest else { return nil }
      return try CertifiedSummation(program, setting)?.outcomes(Array(lower...upper))
    }
    guard setting.provesErrors else { return nil }
    return try CertifiedSummation(program, setting, isInfinite: true)?.outcomes(from: lower)
  }

  private func recurrent(_ summation: LatticeSummation, _ plan: LatticeSummation.Plan) throws -> [PieceOutcome]? {
    guard let recurrence = try program.recurrence() else { return nil }
    return try RecurrentSummation(summation: summation, plan: plan, recurrence: recurrence, check: check)
      .outcomes()
  }

  private func direct(_ summation: LatticeSummation, _ plan: LatticeSummation.Plan) throws -> [PieceOutcome] {
    var precision = PieceIntegration.rounded(bits + 24 + setting.bitsOfParameters)
    var vanishing = VanishingEntries(leastPrecision: bits + VanishingEntries.settlingBits)
    while true {
      let coarse = try evaluator(precision)
      let (rough, range) = try summation.directOutcomes(coarse, plan: plan)
      let found = try withRounding(rough, coarse, try check(precision + 64), range)
      let isZero = vanishing.found(in: found, precision: precision)
      let missing = zip(found, isZero).map { $1 ? 0 : $0.missingBits(bits) }.max() ?? 0
      if missing <= 0 { return found }
      precision = PieceIntegration.rounded(precision + missing + 16)
      guard precision <= PieceIntegration.largestPrecision else {
        throw LimitReached.precision(PieceIntegration.largestPrecision)
      }
    }
  }

  /// The sums, with the rounding seen at sampled terms counted into their errors.
  private func withRounding(
    _ outcomes: [PieceOutcome], _ coarse: PointEvaluator, _ fine: PointEvaluator, _ range: ClosedRange<Int>
  ) throws -> [PieceOutcome] {
    var worst = Array(repeating: Int.min, count: setting.entryCount)
    let count = range.upperBound - range.lowerBound
    fine.sums.floors = worst.indices.map { coarse.sums.peakExponent($0) }
    for sample in 0...min(8, count) {
      let k = range.lowerBound + count * sample / max(min(8, count), 1)
      for (entry, (a, b)) in zip(try coarse.terms(k), try fine.terms(k)).enumerated() {
        worst[entry] = max(worst[entry], (a - b).exponent)
      }
    }
    let spread = Int.bitWidth - count.leadingZeroBitCount
    return zip(outcomes, worst).map { outcome, rounding in
      guard case .converged = outcome.status else { return outcome }
      var result = outcome
      let rounded = rounding == Int.min || rounding == Int.max ? rounding : rounding + spread
      result.errorExponent = max(outcome.errorExponent, rounded)
      return result
    }
  }
}
