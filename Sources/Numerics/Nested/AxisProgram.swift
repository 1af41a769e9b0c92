internal import Expressions
internal import Multiprecision

/// How a density and integrands are integrated or summed over one variable, and at each of its values over those after it.
///
/// Compiled piece by piece, as far as the points evaluated so far have needed it.
final class AxisProgram {
  let source: Source
  /// What the set's bounds, kinks or points are, given the variables before.
  let frame: Frame
  private var pieces: [Piece: PieceProgram] = [:]
  private var hidden = Once<HiddenFunctions>()
  private var lattice = Once<NodeProgram>()
  private var recurrent = Once<TermRecurrence?>()
  private var geometric = Once<GeometricTail?>()
  private var gaussianForm = Once<GaussianForm?>()

  /// What is compiled when it is first wanted.
  private struct Once<Value> {
    private var made: Value?

    mutating func value(_ make: () throws -> Value) rethrows -> Value {
      if let made { return made }
      let value = try make()
      made = .some(value)
      return value
    }
  }

  /// What is integrated.
  struct Source {
    let store: ExpressionStore
    var logDensity: Expr
    var integrands: [Expr]
    let parameters: [Expr]
    /// The caller's position of each entry; the density itself has none.
    let positions: [Int?]
    /// The variables that have a value already, the outermost first.
    var outer: [TapeVariable] = []
    /// The variables that remain, each with its set; the first is the axis's own.
    var remaining: [(symbol: Expr, set: IntegrationSet)]

    let lock = CompilationLock()

    /// Whether `0 log 0 = 0` applies.
    var isLattice = false

    var names: IntegrandNames {
      IntegrandNames(variable: store.symbolName(remaining[0].symbol) ?? "", positions: positions)
    }
  }

  init(_ source: Source) throws {
    self.source = source
    frame = try Frame(source)
  }

  /// The level of the axis's variable in all tapes.
  var level: Int { source.outer.count + 1 }

  /// The program for a piece of an interval.
  func program(_ piece: Piece) throws -> PieceProgram {
    try source.lock.run {
      if let known = pieces[piece] { return known }
      let made = try PieceProgram(source, piece)
      pieces[piece] = made
      return made
    }
  }

  /// The parts of a piece between cuts.
  func parts(of piece: Piece, _ cuts: [Cut]) throws -> [Piece] {
    try source.lock.run { piece.parts(cuts, source.store) }
  }

  /// The parts of a piece between places inside it.
  func parts(of piece: Piece, at places: [Rational]) throws -> [Piece] {
    try source.lock.run {
      let numbers = places.map { source.store.number($0) }
      return zip([piece.lower] + numbers, numbers + [piece.upper]).map { Piece(lower: $0, upper: $1) }
    }
  }

  /// The places in a piece that have to be looked for; nil if there are none.
  ///
  /// - Parameter seekingPeaks: whether a density that is no sum may have peaks that are hard to find, too.
  func crossings(of piece: Piece, seekingPeaks: () throws -> Bool) throws -> Crossings? {
    let functions = try source.lock.run { hidden.value { HiddenFunctions(source) } }
    if functions.kinks.isEmpty, functions.squares.isEmpty { return nil }
    let squares = try seekingPeaks() ? functions.squares : functions.squaresInSums
    if functions.kinks.isEmpty, squares.isEmpty { return nil }
    return try source.lock.run { try Crossings(source, piece, kinks: functions.kinks, squares: squares) }
  }

  /// The program for isolated values of the variable.
  func pointwise() throws -> NodeProgram {
    try source.lock.run {
      try lattice.value {
        var source = self.source
        source.isLattice = true
        return try NodeProgram(source, at: TapeVariable(source.remaining[0].symbol))
      }
    }
  }

  /// The programs that find each term of a sum over integers from its neighbour; nil if there are none.
  func recurrence() throws -> TermRecurrence? {
    try source.lock.run { try recurrent.value { try TermRecurrence(source) } }
  }

  /// What bounds the rest of a sum to infinity; nil if nothing does.
  func tail() throws -> GeometricTail? {
    try source.lock.run { try geometric.value { try GeometricTail(source) } }
  }

  /// Density and integrands as polynomials times a Gaussian; nil if they are not.
  func gaussian() throws -> GaussianForm? {
    try source.lock.run { try gaussianForm.value { try GaussianForm(source) } }
  }

  /// Evaluates the distance between two bounds, given the parameters.
  func length(from lower: Expr, to upper: Expr) throws -> Tape {
    try source.lock.run {
      var compiler = TapeCompiler(source.store, parameters: source.parameters, variables: source.outer)
      return try compiler.compile([source.store.difference(upper, lower)])
    }
  }

  /// The program that continues a sum over integers between two of them, or to infinity; the two are further outer
  /// variables.
  func continuation(hasLower: Bool, hasUpper: Bool) throws -> PieceProgram {
    try source.lock.run {
      let store = source.store
      let name = source.names.variable
      // Names that nobody can type, so that they meet no symbol of the model.
      let (first, last) = (store.symbol("first " + name), store.symbol("last " + name))
      let piece = Piece(lower: hasLower ? first : nil, upper: hasUpper ? last : nil)
      if let known = pieces[piece] { return known }
      var source = self.source
      source.outer += [TapeVariable(first), TapeVariable(last)]
      let made = try PieceProgram(source, piece)
      pieces[piece] = made
      return made
    }
  }
}
