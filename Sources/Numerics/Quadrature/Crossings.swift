internal import Expressions
internal import Multiprecision

/// Places inside a piece where functions inside a density change their sign, found by looking for them: the kinks of
/// `abs(x^3 - x - m)`, and the centres of narrow peaks such as `exp(-(x^3 - 20)^2/s^2)`, which no formula gives.
///
/// A grid shows changes of sign and the places where a function comes near to 0; it is refined until it shows no more of them.
struct Crossings {
  private let tape: Tape
  private let hasLower: Bool
  private let hasUpper: Bool
  /// The number of functions with kinks at their zeros; the others are squared.
  private let kinkCount: Int
  private let functionCount: Int
  /// Whether a function with kinks at its zeros has a zero in each of infinitely many periods.
  let areEndless: Bool

  /// No more places than this are looked for.
  private static let most = 256
  private static let fewestNodes = 128
  private static let mostNodes = 4096

  init(_ source: AxisProgram.Source, _ piece: Piece, kinks: [Expr], squares: [Expr]) throws {
    (kinkCount, functionCount) = (kinks.count, kinks.count + squares.count)
    (hasLower, hasUpper) = (piece.lower != nil, piece.upper != nil)
    let own = source.remaining[0].symbol
    let isInfinite = piece.lower == nil || piece.upper == nil
    areEndless = isInfinite && kinks.contains { source.store.isOscillating($0, in: own) }
    var compiler = TapeCompiler(source.store, parameters: source.parameters, variables: [own])
    tape = try compiler.compile([piece.lower, piece.upper].compactMap { $0 } + kinks + squares)
  }

  /// The places, in their order; nil where there are too many.
  ///
  /// - Parameter bits: those wanted of an integral. Nodes come very near to a kink, where a density may be singular, so it is
  ///   known to many times as many.
  func places(_ parameters: [Rational], bits: Int) -> [Rational]? {
    var scan = CrossingScan(tape, parameters, precision: Self.scanPrecision, hasLower: hasLower, hasUpper: hasUpper)
    var brackets: [CrossingScan.Bracket] = []
    var count = Self.fewestNodes
    repeat {
      let before = brackets.count
      brackets = scan.brackets(functionCount: functionCount, nodes: count)
      if count > Self.fewestNodes, brackets.count == before { break }
      count *= 2
    } while count <= Self.mostNodes && brackets.count <= Self.most
    guard brackets.count <= Self.most, count <= Self.mostNodes || kinkCount == 0 else { return nil }
    let precision = min(Self.bitsOfKinks * bits, PieceIntegration.largestPrecision / 2)
    var fine = CrossingScan(tape, parameters, precision: precision, hasLower: hasLower, hasUpper: hasUpper)
    let found = brackets.compactMap { bracket in
      Rational(exactly: bracket.function < kinkCount ? fine.zero(in: bracket) : scan.zero(in: bracket))
    }
    return found.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private static let scanPrecision = 192
  private static let bitsOfKinks = 8
}

extension ExpressionStore {
  /// Whether an expression depends on the variable through periodic functions alone.
  fileprivate func isOscillating(_ e: Expr, in variable: Expr) -> Bool {
    let waves = subexpressions(of: e).filter { function($0)?.periodInPi != nil && contains($0, variable) }
    return !waves.isEmpty && !contains(substitute(e, waves.map { ($0, one) }), variable)
  }
}
