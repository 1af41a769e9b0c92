internal import Multiprecision

/// Integrates a density and integrands over one piece at one parameter point, at whatever precision that takes.
struct PieceIntegration {
  let program: PieceProgram
  let setting: NumericSetting
  /// Values of variables before that of the piece, which all are whole numbers.
  var outer: [Int] = []

  /// The precision of the scan for the peak.
  private static let scanPrecision = 192
  /// The same for integrals inside integrals: there is one for each node.
  static let innerScanPrecision = 128
  /// The precision of bounds and kinks that are compared with each other.
  static let framePrecision = 192
  /// From here on the convergence is measured first, with an eighth of the bits, but no fewer than the others.
  private static let probedPrecision = 768
  private static let fewestBits = 100
  /// No evaluation uses more bits than this.
  static let largestPrecision = 1 << 15

  private var bits: Int { setting.bits }

  /// Integrates the parts between cuts.
  typealias Parts = (_ cuts: [Cut]) throws -> [PieceOutcome]

  /// The outcomes of the entries, each with an error below two to minus `bits` of its scale if it converges.
  ///
  /// - Parameter parts: what to do instead where cuts are needed; nil where the piece is such a part.
  func outcomes(parts: Parts? = nil) throws -> [PieceOutcome] {
    let scout = try evaluator(Self.scanPrecision + setting.bitsOfParameters)
    if let length = scout.pieceLength, !(length.isFinite && length > Real.zero) {
      throw UndefinedIntegrand.bounds(variable: program.names.variable)
    }
    do {
      let depth = Double(bits + 8) * 0.693_147
      let choice = MapChoice(scout, depth: depth)
      let map = try choice.map()
      if let parts {
        var cuts = PeakSeparation(scout, depth: depth).cuts()
        if cuts.isEmpty, map.reachesFar { cuts = [scout.cut(at: map.crowdedCoordinate)].compactMap { $0 } }
        if !cuts.isEmpty { return try parts(cuts) }
      }
      if let period = choice.periodic(map) {
        let found = try outcomes(map: period, scout, parts)
        if found.allSatisfy({ $0.status == .converged }) { return found }
      }
      return try outcomes(map: map, scout, parts)
    } catch let peak as MapChoice.OutOfReach {
      return try scout.outcomes(outOfReach: peak)
    }
  }

  private func outcomes(map chosen: CoordinateMap, _ scout: PieceEvaluator, _ parts: Parts?) throws -> [PieceOutcome] {
    var map = chosen
    // Digits that the subtraction of a far-away centre costs.
    let lost = program.shape == .line ? max(scout.distance(of: map).binaryLogarithm, 0) : 0
    var precision = Self.rounded(bits + 24 + (lost.isFinite ? 2 * Int(lost) : 0) + setting.bitsOfParameters)
    var vanishing = VanishingEntries()
    while true {
      // At ordinary digits the scan has had the precision that is wanted.
      let coarse = precision == scout.precision ? scout : try evaluator(precision)
      var rule = TrapezoidalRule(
        coarse, map: map, bits: bits, meter: setting.meter, names: program.names,
        convergence: precision >= Self.probedPrecision ? convergence(map) : nil, coarser: evaluator)
      let found = try rule.outcomes()
      map = rule.map
      let check = try RoundingCheck(rule, against: try evaluator(precision + 64, setting.movingRounding))
      let result = check.applied(to: found)
      let isZero = vanishing.found(in: result, precision: precision)
      guard let missing = check.missingBits(of: result, bits: bits, except: isZero) else {
        guard program.hasExtremeNumbers(setting.parameters) else { return result }
        let features = try NarrowFeatures(rule)
        let cuts = features.cuts(result)
        return cuts.isEmpty ? result : try parts?(cuts) ?? features.marked(result)
      }
      precision = Self.rounded(precision + missing + 16)
      if precision > Self.largestPrecision { throw LimitReached.precision(Self.largestPrecision) }
    }
  }

  /// What a rule of few bits shows of the convergence of one with many, nil if that cannot be told; see `measuredConvergence`.
  private func convergence(_ map: CoordinateMap) -> Double? {
    let isPlain = program.sides.allSatisfy { if case .terms = $0 { true } else { false } }
    guard isPlain, map.periodicNodes == 0, map.stretch != .none else { return nil }
    let few = max(bits / 8, Self.fewestBits)
    // What is undefined here, or beyond a limit, is so for the rule itself.
    guard let evaluator = try? evaluator(Self.rounded(few + 64)) else { return nil }
    var rule = TrapezoidalRule(evaluator, map: map, bits: few, meter: setting.meter, names: program.names)
    return (try? rule.measuredConvergence()) ?? nil
  }

  private func evaluator(_ precision: Int) throws -> PieceEvaluator { try evaluator(precision, setting) }

  private func evaluator(_ precision: Int, _ setting: NumericSetting) throws -> PieceEvaluator {
    try PieceEvaluator(
      program, setting, precision: precision, outer: OuterValues(outer, precision: precision))
  }

  /// Whole limbs cost no more than parts of them.
  static func rounded(_ bits: Int) -> Int { (bits + 63) / 64 * 64 }
}

extension PieceEvaluator {
  /// The outcomes where the rule does not reach the peak: for a density that grows without bound everything diverges, with
  /// the signs of the integrands far out; else nothing is known.
  func outcomes(outOfReach peak: MapChoice.OutOfReach) throws -> [PieceOutcome] {
    use(CoordinateMap())
    return try terms(Double(peak.side) * Self.farOut).map { term in
      guard peak.isUnbounded else {
        return PieceOutcome(value: Real.zero, scale: Real.zero, errorExponent: Int.max, status: .limit)
      }
      return PieceOutcome(divergent: term.isNegative ? -1 : term.isZero || term.isNaN ? 0 : 1, like: term)
    }
  }

  /// A node far from the centre of the standard map, but not beyond the range of exponents.
  private static let farOut = 3.5
}
