internal import Calculus
internal import Expectation
internal import Expressions

/// Which integrand stands for which entry.
///
/// Where the logarithm A of the normaliser has no closed form, its derivatives are symbols, whose values are differences
/// of integrals at displaced parameters: so the mean of the score, ∂ᵢℓ - ∂ᵢA, and the mean of the Hessian,
/// ∂ᵢ∂ⱼℓ - ∂ᵢ∂ⱼA, are found without assuming what they are to be compared with.
struct IntegrandLayout {
  let one: Expr
  /// The integrands whose expectations are the means of the scores.
  let mean: [Expr]
  let outer: [[Expr]]
  let negativeHessian: [[Expr]]
  /// The symbols for derivatives of A, in the order of `LogMassDifferences`; empty for a normalised density.
  let massDerivatives: [Expr]
  /// For integrands with such symbols, the same with values from the longer step.
  let coarse: [Expr: Expr]
  private let store: ExpressionStore

  /// The length of the step of a difference.
  enum Step: CaseIterable {
    case fine
    case coarse
  }

  init(_ results: SymbolicResults, _ store: ExpressionStore) {
    self.store = store
    one = store.one
    outer = results.score.map { a in results.score.map { store.product([a, $0]) } }
    guard let kernel = results.kernel else {
      mean = results.score
      negativeHessian = results.differentiatedScore.map { $0.map { store.negated($0) } }
      (massDerivatives, coarse) = ([], [:])
      return
    }
    let indices = kernel.gradient.indices
    func centred(_ i: Int, _ step: Step) -> Expr {
      store.difference(kernel.gradient[i], Self.symbol(step, "\(i)", store))
    }
    func curvature(_ i: Int, _ j: Int, _ step: Step) -> Expr {
      store.difference(Self.symbol(step, Self.place(i, j), store), kernel.hessian[i][j])
    }
    mean = indices.map { centred($0, .fine) }
    negativeHessian = indices.map { i in indices.map { curvature(i, $0, .fine) } }
    massDerivatives = Step.allCases.flatMap { step in
      indices.map { Self.symbol(step, "\($0)", store) }
        + indices.flatMap { i in (0...i).map { Self.symbol(step, Self.place(i, $0), store) } }
    }
    let means = indices.map { (centred($0, .fine), centred($0, .coarse)) }
    let curvatures = indices.flatMap { i in (0...i).map { (curvature(i, $0, .fine), curvature(i, $0, .coarse)) } }
    coarse = Dictionary(means + curvatures) { first, _ in first }
  }

  /// The symbol for a second derivative of A.
  func massCurvature(_ i: Int, _ j: Int, _ step: Step) -> Expr { Self.symbol(step, Self.place(i, j), store) }

  private static func symbol(_ step: Step, _ place: String, _ store: ExpressionStore) -> Expr {
    store.symbol("log-mass.\(step).\(place)")
  }

  private static func place(_ i: Int, _ j: Int) -> String { "\(max(i, j)).\(min(i, j))" }

  var all: [Expr] {
    [one] + mean + outer.flatMap { $0 } + negativeHessian.flatMap { $0 } + mean.compactMap { coarse[$0] }
      + negativeHessian.flatMap { $0 }.compactMap { coarse[$0] }
  }
}
