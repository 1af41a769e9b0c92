internal import Calculus
internal import Expectation
internal import Expressions

/// Score, Hessian and the three expectations of a model, each derived by its own route.
struct SymbolicResults {
  /// The setting with the normalised log-density.
  let setting: DensitySetting
  private(set) var score: [Expr]
  let hessian: [[Expr]]
  /// The second derivatives as differentiation left them: numerically kinder than a form over one denominator, in which
  /// small values may be differences of large ones.
  private(set) var differentiatedScore: [[Expr]]
  /// The chains for log-density, score and Hessian.
  let derivatives: [Derivation]
  /// E[1], where a route gives it.
  let normalizer: Derivation?
  let expectedScore: [Derivation]
  /// E[score scoreᵀ], the lower triangle: entry (i, j) with j ≤ i.
  let outer: [[Derivation]]
  /// E[-Hessian], the lower triangle: entry (i, j) with j ≤ i.
  let negativeHessian: [[Derivation]]
  /// The moments that the expectations used.
  let lemmas: [Derivation]
  /// The engine that derived the expectations.
  let engine: ExpectationEngine
  /// Why single terms could not be integrated.
  let obstacles: [Obstacle]
  /// The derivatives of the log-density as it was typed, where that integrates to a mass without closed form.
  let kernel: KernelDerivatives?

  /// Derives everything for a normalised log-density; `typed` is the same as it was typed.
  ///
  /// - Throws: `Differentiation.Unnamed` where a derivative has no name.
  init(engine: ExpectationEngine, typed: Expr, parameters: [Expr]) throws(Differentiation.Unnamed) {
    self.engine = engine
    setting = engine.setting
    let store = setting.store
    let calculus = DerivativeChains(setting)
    var typedChain = Derivation(.logDensity, from: typed)
    typedChain.apply(setting.simplifier.logarithmRule, in: store)
    let scores = try calculus.scores(parameters)
    let hessians = try calculus.hessians(scores.map(\.result), parameters)
    let score = scores.map(\.result)
    let hessian = score.indices.map { i in
      score.indices.map { j in hessians[max(i, j)][min(i, j)].result }
    }
    self.score = score
    self.hessian = hessian
    let (setting, observed) = (engine.setting, engine.setting.observed.map(\.variable))
    func mayHavePole(_ e: Expr) -> Bool { setting.mayDivideByZero(e) { !store.containsAny($0, observed) } }
    differentiatedScore = score.indices.map { i in
      score.indices.map { j in
        let chain = hessians[max(i, j)][min(i, j)]
        let before = chain.steps.first?.after ?? chain.result
        // A pole that cancels in the textbook form has no value at its point.
        return mayHavePole(before) && !mayHavePole(chain.result) ? chain.result : before
      }
    }
    derivatives = [typedChain] + scores + hessians.flatMap { $0 }
    normalizer = engine.normalizer
    let remainders = RemainingExpectation(engine)
    func mean(_ g: Expr, _ topic: Derivation.Topic) -> Derivation { remainders.reduced(engine.derive(g, topic)) }
    expectedScore = score.enumerated().map { mean($1, .expectedScore($0)) }
    outer = score.indices.map { i in
      (0...i).map { mean(store.product([score[i], score[$0]]), .expectedScoreOuter(i, $0)) }
    }
    negativeHessian = score.indices.map { i in
      (0...i).map { mean(store.negatedTerms(hessian[i][$0]), .expectedNegativeHessian(i, $0)) }
    }
    lemmas = engine.lemmas
    obstacles = engine.obstacles
    kernel = nil
  }

  /// The results on a density without closed normaliser, put together.
  init(
    engine: ExpectationEngine, kernel: KernelDerivatives, score: [Expr], hessian: [[Expr]], derivatives: [Derivation],
    expectedScore: [Derivation], outer: [[Derivation]], negativeHessian: [[Derivation]]
  ) {
    setting = engine.setting
    self.engine = engine
    self.kernel = kernel
    self.score = score
    self.hessian = hessian
    differentiatedScore = hessian
    self.derivatives = derivatives
    self.expectedScore = expectedScore
    self.outer = outer
    self.negativeHessian = negativeHessian
    (normalizer, lemmas, obstacles) = (nil, [], [])
  }

  /// The same with the score, too, as differentiation left it, and the derivatives of that: where a simplified quotient is
  /// infinity by infinity far out, as that of a mixture with tails of different weight may be.
  func asDifferentiated(by parameters: [Expr]) -> SymbolicResults? {
    guard kernel == nil else { return nil }
    let differentiation = Differentiation(setting.store, formulas: setting.simplifier.formulas)
    var result = self
    guard let gradient = try? differentiation.gradient(of: setting.logDensity, by: parameters) else { return nil }
    result.score = gradient
    var rows: [[Expr]] = []
    for entry in gradient {
      guard let row = try? differentiation.gradient(of: entry, by: parameters) else { return nil }
      rows.append(row)
    }
    result.differentiatedScore = rows
    return result
  }

  /// Every derivation, in the order in which a reader wants them.
  var allDerivations: [Derivation] {
    derivatives + [normalizer].compactMap { $0 } + lemmas + expectedScore + outer.flatMap { $0 }
      + negativeHessian.flatMap { $0 }
  }
}
