internal import Expressions
internal import Multiprecision

extension ExpectationIntegrals {
  /// The outcomes of the density and the entries over the whole support.
  func outcomes(at point: [Rational], bits: Int, meter: WorkMeter) throws -> [PieceOutcome] {
    let (symbol, set) = variables[0]
    switch set {
    case .interval(let lower, let upper, let kinks):
      let bounds = try orderedBounds(lower, upper, kinks, symbol, point)
      var total: [PieceOutcome]?
      for piece in bounds {
        let part = try integrate(piece, symbol, at: point, bits: bits, meter: meter)
        total = total.map { zip($0, part).map { $0 + $1 } } ?? part
      }
      return total ?? []
    case .lattice(let lower, let upper):
      return try sum(from: lower, to: upper, symbol, at: point, bits: bits, meter: meter)
    case .finite(let points):
      return try sum(over: points, symbol, at: point, bits: bits, meter: meter)
    }
  }

  private func integrate(
    _ piece: Piece, _ symbol: Expr, at point: [Rational], bits: Int, meter: WorkMeter
  ) throws -> [PieceOutcome] {
    let program = try self.program(piece, symbol)
    let integration = PieceIntegration(
      program: program, entryCount: entries.count + 1, parameters: point, tables: tables, meter: meter,
      names: names(symbol))
    return try integration.outcomes(bits: bits)
  }

  /// The program for a piece, whose bounds may hold `further` symbols besides the parameters.
  func program(_ piece: Piece, _ symbol: Expr, further: [Expr] = []) throws -> PieceProgram {
    if let known = programs[piece] { return known }
    let source = PieceProgram.Source(
      store: store, logDensity: logDensity, integrands: entries, parameters: parameters + further, variable: symbol)
    let made = try PieceProgram(source, piece)
    programs[piece] = made
    return made
  }

  func names(_ symbol: Expr) -> IntegrandNames {
    let positions = entries.indices.map { entry in
      places.firstIndex { if case .entry(entry) = $0 { true } else { false } }
    }
    return IntegrandNames(variable: store.symbolName(symbol) ?? "", positions: [nil] + positions)
  }

  /// The pieces between the bounds, cut at the kinks that lie strictly inside at this point.
  private func orderedBounds(
    _ lower: Expr?, _ upper: Expr?, _ kinks: [Expr], _ symbol: Expr, _ point: [Rational]
  ) throws -> [Piece] {
    let lower = finite(lower)
    let upper = finite(upper)
    guard !kinks.isEmpty else { return [Piece(lower: lower, upper: upper)] }
    let evaluator = try ClosedFormEvaluator(store, expressions: kinks, parameters: parameters)
    let ends = try ClosedFormEvaluator(
      store, expressions: [lower ?? store.zero, upper ?? store.zero], parameters: parameters)
    let values = evaluator.evaluate(at: point, digits: 30)
    let limits = ends.evaluate(at: point, digits: 30)
    var inside = zip(values, kinks).filter { value, _ in
      value.isFinite && (lower == nil || value > limits[0]) && (upper == nil || value < limits[1])
    }
    inside.sort { $0.0 < $1.0 }
    var pieces: [Piece] = []
    var previous: (value: Real?, bound: Expr?) = (nil, lower)
    for (value, kink) in inside {
      if let last = previous.value, last.relativeDigits(agreeingWith: value) >= 30 { continue }
      pieces.append(Piece(lower: previous.bound, upper: kink))
      previous = (value, kink)
    }
    return pieces + [Piece(lower: previous.bound, upper: upper)]
  }

  /// The bound, or nil if it is infinite.
  func finite(_ bound: Expr?) -> Expr? {
    guard let bound, bound != store.infinity, bound != store.negated(store.infinity) else { return nil }
    return bound
  }
}
