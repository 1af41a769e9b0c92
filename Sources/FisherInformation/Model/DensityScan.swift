internal import Expressions
internal import Multiprecision
internal import Numerics

/// A look at a density over its support, to tell that it is none.
struct DensityScan {
  /// Where a density fails to be one, and how.
  struct Failure {
    let place: [Rational]
    /// Whether it is negative there; else it is no real number there.
    let isNegative: Bool
  }

  private let grid: SupportGrid
  private let evaluator: ClosedFormEvaluator

  /// - Parameter density: the density as it was typed; nil where its logarithm was.
  init?(store: ExpressionStore, logDensity: Expr, density: Expr?, observed: [ObservedVariable], symbols: [Expr]) {
    grid = SupportGrid(store: store, observed: observed, symbols: symbols)
    let expressions = [logDensity] + [density].compactMap(\.self)
    guard
      let evaluator = try? ClosedFormEvaluator(
        store, expressions: expressions, parameters: symbols + observed.map(\.symbol))
    else { return nil }
    self.evaluator = evaluator
  }

  /// What is wrong with the density at a point, as far as is seen; a single place without a value is of no account.
  func failure(at point: [Rational]) -> Failure? {
    var undefined: [[Rational]] = []
    for place in grid.places(at: point) {
      let values = evaluator.evaluate(at: point + place, digits: Self.digits)
      if values.count > 1, values[1].isFinite, values[1] < .zero { return Failure(place: place, isNegative: true) }
      if values[0].isNaN { undefined.append(place) }
    }
    return undefined.count > 1 ? Failure(place: undefined[0], isNegative: false) : nil
  }

  private static let digits = 12
}
