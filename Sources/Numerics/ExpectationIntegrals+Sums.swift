internal import Expressions
internal import Multiprecision

extension ExpectationIntegrals {
  /// The outcomes over listed points.
  func sum(
    over points: [Expr], _ symbol: Expr, at point: [Rational], bits: Int, meter: WorkMeter
  ) throws -> [PieceOutcome] {
    var compiler = TapeCompiler(store, parameters: parameters, variables: [Expr]())
    let pointTape = try compiler.compile(points)
    let summation = PointSummation(
      tape: try pointwiseTape(symbol), entryCount: entries.count + 1, parameters: point, meter: meter,
      names: names(symbol))
    return try summation.outcomes(bits: bits) { precision in
      var machine = Machine(pointTape, precision: precision)
      machine.bind(parameters: point)
      return points.indices.map { machine.output($0) }
    }
  }

  /// The outcomes over the integers between two bounds.
  func sum(
    from lower: Expr?, to upper: Expr?, _ symbol: Expr, at point: [Rational], bits: Int, meter: WorkMeter
  ) throws -> [PieceOutcome] {
    let (first, last) = (try integer(finite(lower), symbol, point), try integer(finite(upper), symbol, point))
    if let first, let last, last < first { throw UndefinedIntegrand.bounds(variable: names(symbol).variable) }
    let summation = LatticeSummation(
      tape: try pointwiseTape(symbol), entryCount: entries.count + 1, parameters: point, meter: meter,
      names: names(symbol), lower: first, upper: last)
    guard let plan = summation.plan(bits: bits) else { return summation.unboundedOutcomes() }
    if plan.isShort { return try summation.directOutcomes(bits: bits, plan: plan) }
    let smooth = SmoothSummation(summation: summation, mode: plan.mode) { low, high in
      try self.integral(from: low, to: high, symbol, at: point, bits: bits, meter: meter)
    }
    do {
      return try smooth.outcomes(bits: bits)
    } catch is UndefinedIntegrand {
      // The terms are defined at integers only; then there is nothing but to add them up.
      return try summation.directOutcomes(bits: bits, plan: plan)
    }
  }

  /// The outcomes of the integral that continues a sum between the integers.
  private func integral(
    from low: Int?, to high: Int?, _ symbol: Expr, at point: [Rational], bits: Int, meter: WorkMeter
  ) throws -> [PieceOutcome] {
    let name = store.symbolName(symbol) ?? ""
    let bounds = [store.symbol("first " + name), store.symbol("last " + name)]
    let piece = Piece(lower: low.map { _ in bounds[0] }, upper: high.map { _ in bounds[1] })
    let program = try self.program(piece, symbol, further: bounds)
    let integration = PieceIntegration(
      program: program, entryCount: entries.count + 1,
      parameters: point + [Rational(low ?? 0), Rational(high ?? 0)], tables: tables, meter: meter,
      names: names(symbol))
    return try integration.outcomes(bits: bits)
  }

  /// The tape that is run at isolated points.
  private func pointwiseTape(_ symbol: Expr) throws -> Tape {
    if let known = latticeTape { return known }
    var compiler = TapeCompiler(store, parameters: parameters, variables: [symbol], isLattice: true)
    let made = try compiler.compile([logDensity] + entries)
    latticeTape = made
    return made
  }

  /// The integer that a bound is at a point.
  private func integer(_ bound: Expr?, _ symbol: Expr, _ point: [Rational]) throws -> Int? {
    guard let bound else { return nil }
    let value = try ClosedFormEvaluator(store, expressions: [bound], parameters: parameters)
      .evaluate(at: point, digits: 30)[0]
    var registers = Registers(count: 2, precision: 128)
    registers.set(0, value)
    // A bound such as 3*(1/3) that is an integer only up to rounding is accepted.
    registers.set(1, registers.double(0).rounded())
    let whole = registers.integer(1)
    registers.subtract(0, 0, 1)
    guard let whole, whole.magnitude < 1 << 50, registers.isZero(0) || registers.exponent(0) < -80 else {
      throw UndefinedIntegrand.bounds(variable: store.symbolName(symbol) ?? "")
    }
    return whole
  }
}
