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
  /// integrands, for `between` the length of the piece, and landmarks.
  let tapes: [Tape]
  /// The number of landmarks, which are values of the tape's variable.
  let landmarkCount: Int

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
    let ends: [End]
    switch (piece.lower, piece.upper) {
    case (nil, nil):
      shape = .line
      ends = [End(variable: source.variable)]
    case (let lower?, nil):
      shape = .aboveLower
      ends = [End(variable: distance, bound: lower, offset: distance, isHalfLine: true)]
    case (nil, let upper?):
      shape = .belowUpper
      ends = [End(variable: distance, bound: upper, offset: store.negated(distance), isHalfLine: true)]
    case (let lower?, let upper?):
      shape = .between
      let length = store.difference(upper, lower)
      ends = [
        End(variable: distance, bound: lower, offset: distance, length: length),
        End(variable: distance, bound: upper, offset: store.negated(distance), length: length),
      ]
    }
    let made = try ends.map { try Self.tape(source, $0) }
    tapes = made.map(\.tape)
    landmarkCount = made[0].landmarkCount
  }

  /// An end of a piece, with the variable replaced by its distance from there.
  private struct End {
    let variable: Expr
    /// The variable is `bound + offset`.
    var bound: Expr?
    var offset: Expr?
    var length: Expr?
    var isHalfLine = false
  }

  private static func tape(_ source: Source, _ end: End) throws -> (tape: Tape, landmarkCount: Int) {
    let store = source.store
    var outputs = [source.logDensity] + source.integrands
    if let bound = end.bound, let offset = end.offset {
      var substitution = Substitution(store, replacing: source.variable, with: bound, plus: offset)
      outputs = outputs.map { substitution.apply($0) }
    }
    if let length = end.length { outputs.append(length) }
    let landmarks = Landmarks(store, of: outputs[0], variable: end.variable, parameters: source.parameters).places
    // The logarithm of the distance comes with the node on a half-line; elsewhere the tape computes it.
    var compiler = TapeCompiler(
      store, parameters: source.parameters, variables: [end.variable], positive: end.isHalfLine ? end.variable : nil,
      isLattice: source.isLattice)
    return (try compiler.compile(outputs + landmarks), landmarks.count)
  }
}
