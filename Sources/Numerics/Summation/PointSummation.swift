internal import Multiprecision

/// Sums density and integrands over listed points, at whatever precision that takes.
struct PointSummation {
  let program: AxisProgram
  let setting: NumericSetting

  /// The outcomes of the entries; the sums at two precisions agree.
  func outcomes() throws -> [PieceOutcome] {
    if let proven = try certified() { return proven }
    var precision = PieceIntegration.rounded(setting.bits + 24 + setting.bitsOfParameters)
    var vanishing = VanishingEntries(leastPrecision: setting.bits + VanishingEntries.settlingBits)
    while true {
      let better = try sums(precision + 64, setting.movingRounding)
      let result = zip(try sums(precision, setting), better).map { rough, better in
        guard case .converged = better.status else { return better }
        var outcome = rough
        outcome.errorExponent = max((rough.value - better.value).exponent, better.errorExponent)
        return outcome
      }
      let isZero = vanishing.found(in: result, precision: precision)
      let missing = zip(result, isZero).map { $1 ? 0 : $0.missingBits(setting.bits) }.max() ?? 0
      if missing <= 0 { return result }
      precision = PieceIntegration.rounded(precision + missing + 64)
      guard precision <= PieceIntegration.largestPrecision else {
        throw LimitReached.precision(PieceIntegration.largestPrecision)
      }
    }
  }

  /// The sums in ball arithmetic, if the points are integers; nil where nothing is proven.
  private func certified() throws -> [PieceOutcome]? {
    let frame = BallMachine(
      program.frame.tape, parameters: setting.parameters, precision: PieceIntegration.framePrecision)
    var points: [Int] = []
    for slot in program.frame.tape.outputSlots {
      guard let point = frame.outcome(slot), point.errorExponent == Int.min, let k = point.value.exactInteger else {
        return nil
      }
      points.append(k)
    }
    return try CertifiedSummation(program, setting)?.outcomes(points)
  }

  private func sums(_ precision: Int, _ setting: NumericSetting) throws -> [PieceOutcome] {
    let none = OuterValues(count: 0, precision: precision)
    return try FiniteAxis(program, setting, precision: precision, outer: none)
      .outcomes(floors: Array(repeating: Int.min, count: setting.entryCount))
  }
}

extension PieceOutcome {
  /// How many bits are missing to an error below two to minus `bits` of the scale; not positive if none.
  func missingBits(_ bits: Int) -> Int {
    if case .divergent = status { return 0 }
    if errorExponent == Int.min { return 0 }
    // Where rounding has left nothing, it does not show how much there was.
    guard errorExponent != Int.max, scale.isFinite, !scale.isZero else { return scale.precision }
    return errorExponent - (scale.exponent - bits)
  }
}
