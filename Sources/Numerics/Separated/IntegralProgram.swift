internal import Expressions
internal import Multiprecision

/// Integrals of a density and integrands over all its variables: one after another, or, where the density is a product,
/// each factor by itself.
indirect enum IntegralProgram {
  case nested(AxisProgram)
  /// The second takes over at points where the first gives not all digits.
  case separated(SeparatedProgram, AxisProgram)

  /// - Parameter positions: the caller's position of each integrand, after nil for the density itself.
  init(
    _ store: ExpressionStore, logDensity: Expr, integrands: [Expr], parameters: [Expr], positions: [Int?],
    variables: [(Expr, IntegrationSet)], assumptions: Assumptions?
  ) throws {
    let isLattice = variables.contains { _, set in if case .interval = set { false } else { true } }
    let axis = try AxisProgram(
      AxisProgram.Source(
        store: store, logDensity: logDensity, integrands: integrands, parameters: parameters, positions: positions,
        remaining: variables.map { (symbol: $0.0, set: $0.1) }, isLattice: isLattice && variables.count > 1))
    guard variables.count > 1, let assumptions,
      let source = SeparatedSource(
        store, logDensity: logDensity, variables: variables, integrands: integrands, assumptions: assumptions)
    else {
      self = .nested(axis)
      return
    }
    let program = try SeparatedProgram(store, source, parameters: parameters, assumptions: assumptions)
    self = .separated(program, axis)
  }

  /// The outcomes of the density and the integrands.
  func outcomes(_ setting: NumericSetting) throws -> [PieceOutcome] {
    switch self {
    case .nested(let axis): return try axis.outcomes(setting)
    case .separated(let program, let axis):
      do {
        if let found = try program.outcomes(setting) { return found }
      } catch LimitReached.time {
        throw LimitReached.time
      } catch {
        // Factors may be undefined where their product is not; the whole decides, and names its own integrands.
      }
      return try axis.outcomes(setting)
    }
  }
}

extension AxisProgram {
  /// The outcomes of the density and the integrands over the whole support.
  func outcomes(_ setting: NumericSetting) throws -> [PieceOutcome] {
    switch frame.set {
    case .interval:
      if setting.provesErrors, let proven = try CertifiedIntegration(self, setting)?.outcomes() { return proven }
      var machine = Machine(frame.tape, precision: PieceIntegration.framePrecision)
      machine.bind(parameters: setting.parameters)
      var total: [PieceOutcome]?
      for piece in frame.pieces(machine) {
        let part = try crossedOutcomes(over: piece, setting)
        total = total.map { zip($0, part).map { $0 + $1 } } ?? part
      }
      return total ?? []
    case .lattice: return try LatticeIntegration(program: self, setting: setting).outcomes()
    case .finite: return try PointSummation(program: self, setting: setting).outcomes()
    }
  }

  /// The outcomes over a piece, cut where functions in the density change their sign; not known where there are too many.
  private func crossedOutcomes(over piece: Piece, _ setting: NumericSetting) throws -> [PieceOutcome] {
    let crossings = try crossings(of: piece) { try program(piece).hasExtremeNumbers(setting.parameters) }
    guard let crossings else {
      return try outcomes(over: piece, setting, mostCuts: Self.mostCuts)
    }
    let places = crossings.areEndless ? nil : crossings.places(setting.parameters, bits: setting.bits)
    var total = PieceOutcome.nothing(setting.entryCount)
    for part in try parts(of: piece, at: places ?? []) {
      total = zip(total, try outcomes(over: part, setting, mostCuts: Self.mostCuts)).map { $0 + $1 }
    }
    return places == nil ? total.map { $0.unknown() } : total
  }

  /// A piece is cut between its peaks, and a part of it once more where the scales of one peak are far apart.
  private static let mostCuts = 2

  /// The outcomes over a piece, or, where that takes cuts, over its parts.
  private func outcomes(over piece: Piece, _ setting: NumericSetting, mostCuts: Int) throws -> [PieceOutcome] {
    let integration = PieceIntegration(program: try program(piece), setting: setting)
    if mostCuts == 0 { return try integration.outcomes() }
    return try integration.outcomes { cuts in
      try self.parts(of: piece, cuts).reduce(PieceOutcome.nothing(setting.entryCount)) { total, part in
        zip(total, try self.outcomes(over: part, setting, mostCuts: mostCuts - 1)).map { $0 + $1 }
      }
    }
  }
}
