internal import Expressions
internal import Multiprecision

/// What evaluates a density and integrands over one piece.
///
/// The variable is replaced, in the store, by its distance `v` from an end of the piece, so that `x - a` becomes `v` itself
/// and keeps its full relative precision however close the node lies to a singular end. A finite piece has a program for
/// either end.
struct PieceProgram {
  enum Shape {
    case line, aboveLower, belowUpper, between
  }

  let shape: Shape
  /// One program, or for `between` that of the lower and that of the upper end.
  let sides: [NodeProgram]
  /// Evaluates, where the variables before have values, the length of a finite piece, landmarks, and those values.
  let frame: Tape
  /// The number of landmarks, which are values of the variable that stands for the piece's own.
  let landmarkCount: Int
  /// The level of the variable.
  let level: Int
  let names: IntegrandNames
  /// Whether the logarithms of the distances from the ends are needed.
  let needsLogarithms: Bool
  private let hasExtremeConstants: Bool
  /// For integrands that are periodic over the piece, how many periods the fastest varying part of them has; nil for others.
  let harmonics: Int?

  init(_ source: AxisProgram.Source, _ piece: Piece) throws {
    let store = source.store
    let own = source.remaining[0].symbol
    level = source.outer.count + 1
    names = source.names
    // A name that nobody can type, so that it meets no symbol of the model.
    let distance = store.symbol("distance of " + (store.symbolName(own) ?? ""))
    let rest = store.symbol("rest of " + (store.symbolName(own) ?? ""))
    let ends: [End]
    var length: [Expr] = []
    switch (piece.lower, piece.upper) {
    case (nil, nil):
      shape = .line
      ends = [End(variable: own)]
    case (let lower?, nil):
      shape = .aboveLower
      ends = [End(variable: distance, bound: lower, offset: distance)]
    case (nil, let upper?):
      shape = .belowUpper
      ends = [End(variable: distance, bound: upper, offset: store.negated(distance))]
    case (let lower?, let upper?):
      shape = .between
      length = [store.difference(upper, lower)]
      ends = [
        End(variable: distance, bound: lower, offset: distance, rest: rest, length: length[0]),
        End(variable: distance, bound: upper, offset: store.negated(distance), rest: rest, length: length[0]),
      ]
    }
    let sources = ends.map { Self.source(source, $0) }
    sides = try zip(sources, ends).map {
      try NodeProgram($0, at: TapeVariable($1.variable, isPositive: $1.bound != nil, rest: $1.rest))
    }
    needsLogarithms = sides.contains { side in
      switch side {
      case .terms(let tape): tape.needsLogarithms(of: tape.variables.count - 1)
      case .integrals: true
      }
    }
    harmonics = Self.harmonics(source, length: length.first)
    hasExtremeConstants = store.subexpressions(of: source.logDensity).contains {
      store.numberValue($0).map(Self.isExtreme) ?? false
    }
    let landmarks = Landmarks(sources[0], variable: ends[0].variable, rest: ends[0].rest).places
    landmarkCount = landmarks.count
    var compiler = TapeCompiler(store, parameters: source.parameters, variables: source.outer)
    frame = try compiler.compile(length + landmarks + source.outer.map(\.symbol))
  }

  /// Whether some number is so large or small that integrands may vary on other scales than the density.
  func hasExtremeNumbers(_ parameters: [Rational]) -> Bool {
    hasExtremeConstants || parameters.contains(where: Self.isExtreme)
  }

  static func isExtreme(_ number: Rational) -> Bool {
    number.signum != 0 && abs(Real(number, precision: 64).exponent) > extremeExponent
  }

  /// More than 64, or less than 1/128.
  private static let extremeExponent = 6

  private static func harmonics(_ source: AxisProgram.Source, length: Expr?) -> Int? {
    guard let length, source.remaining.count == 1 else { return nil }
    var periodicity = Periodicity(source.store, variable: source.remaining[0].symbol, length: length)
    return ([source.logDensity] + source.integrands).allSatisfy { periodicity.holds(for: $0) }
      ? periodicity.harmonics : nil
  }

  /// An end of a piece, with the variable replaced by its distance from there.
  private struct End {
    let variable: Expr
    /// The variable is `bound + offset`.
    var bound: Expr?
    var offset: Expr?
    /// What the distance leaves of the piece's length.
    var rest: Expr?
    var length: Expr?
  }

  /// The source with the variable replaced as seen from an end, also where later variables' sets depend on it.
  private static func source(_ source: AxisProgram.Source, _ end: End) -> AxisProgram.Source {
    guard let bound = end.bound, let offset = end.offset else { return source }
    let store = source.store
    var substitution = Substitution(store, replacing: source.remaining[0].symbol, with: bound, plus: offset)
    var replacements: [(Expr, Expr)] = []
    if let rest = end.rest, let length = end.length {
      replacements = [
        (store.difference(length, end.variable), rest), (store.difference(end.variable, length), store.negated(rest)),
      ]
    }
    var signs = AbsoluteValues(store, positive: [end.variable, end.rest].compactMap { $0 })
    func moved(_ e: Expr) -> Expr {
      let moved = substitution.apply(e)
      return replacements.isEmpty ? moved : store.substitute(moved, replacements)
    }
    /// What stands in an absolute value has one sign on the piece if it has its zeros at the ends: without the bars it
    /// cancels next to other terms.
    var bare: [Expr: Expr] = [:]
    func withoutBars(_ e: Expr) -> Expr {
      if let known = bare[e] { return known }
      var result = store.mapOperands(e) { withoutBars($0) }
      if store.functionName(result) == "abs" {
        let argument = store.operand(result, at: 0)
        if let sign = signs.sign(of: moved(argument)) { result = sign > 0 ? argument : store.negatedTerms(argument) }
      }
      bare[e] = result
      return result
    }
    func seen(_ e: Expr) -> Expr { signs.resolved(in: moved(withoutBars(e))) }
    var result = source
    result.logDensity = seen(source.logDensity)
    result.integrands = source.integrands.map(seen)
    // Bounds stay as they are, so that they cancel against the later variables' own expressions.
    for later in source.remaining.indices.dropFirst() {
      result.remaining[later].set = source.remaining[later].set.mapExpressions { substitution.apply($0) }
    }
    return result
  }
}
