internal import Expressions

/// The tapes that evaluate a density and integrands over one piece.
///
/// The variable is replaced, in the store, by its distance `v` from an end of the piece, so that `x - a` becomes `v` itself
/// and keeps its full relative precision however close the node lies to a singular end. A finite piece has a tape for
/// either end.
struct PieceProgram {
  enum Shape {
    case line, aboveLower, belowUpper, between
  }

  let shape: Shape
  /// One tape, or for `between` that of the lower and that of the upper end. The outputs are the log-density, the
  /// integrands and, for `between`, the length of the piece.
  let tapes: [Tape]

  /// What is integrated, before a piece is chosen.
  struct Source {
    let store: ExpressionStore
    let logDensity: Expr
    let integrands: [Expr]
    let parameters: [Expr]
    let variable: Expr
    /// Whether `0 log 0 = 0` applies.
    var isLattice = false
  }

  init(_ source: Source, _ piece: Piece) throws {
    let store = source.store
    // A name that nobody can type, so that it meets no symbol of the model.
    let distance = store.symbol("distance of " + (store.symbolName(source.variable) ?? ""))
    switch (piece.lower, piece.upper) {
    case (nil, nil):
      shape = .line
      tapes = [try Self.tape(source, variable: source.variable, from: nil, length: nil)]
    case (let lower?, nil):
      shape = .aboveLower
      tapes = [try Self.tape(source, variable: distance, from: (lower, distance), length: nil)]
    case (nil, let upper?):
      shape = .belowUpper
      tapes = [try Self.tape(source, variable: distance, from: (upper, store.negated(distance)), length: nil)]
    case (let lower?, let upper?):
      shape = .between
      let length = store.difference(upper, lower)
      tapes = [
        try Self.tape(source, variable: distance, from: (lower, distance), length: length),
        try Self.tape(source, variable: distance, from: (upper, store.negated(distance)), length: length),
      ]
    }
  }

  private static func tape(
    _ source: Source, variable: Expr, from end: (bound: Expr, offset: Expr)?, length: Expr?
  ) throws -> Tape {
    let store = source.store
    var outputs = [source.logDensity] + source.integrands
    if let end {
      var substitution = Substitution(store, replacing: source.variable, with: end.bound, plus: end.offset)
      outputs = outputs.map { substitution.apply($0) }
    }
    if let length { outputs.append(length) }
    // The logarithm of the distance comes with the node on a half-line; elsewhere the tape computes it.
    let isHalfLine = end != nil && length == nil
    var compiler = TapeCompiler(
      store, parameters: source.parameters, variables: [variable], positive: isHalfLine ? variable : nil,
      isLattice: source.isLattice)
    return try compiler.compile(outputs)
  }
}
