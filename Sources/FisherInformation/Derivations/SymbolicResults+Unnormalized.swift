internal import Calculus
internal import Expectation
internal import Expressions

extension SymbolicResults {
  /// Derives what can be said of a log-density ℓ whose mass exp(A) has no closed form.
  ///
  /// The derivatives of A are moments, ∂ᵢA = E[∂ᵢℓ] and ∂ᵢ∂ⱼA = E[∂ᵢ∂ⱼℓ] + Cov(∂ᵢℓ, ∂ⱼℓ), where the mass may be
  /// differentiated under the integral; so the score is ∂ᵢℓ - E[∂ᵢℓ] and the information Cov(∂ᵢℓ, ∂ⱼℓ)
  /// (Lehmann & Casella 1998, Theory of Point Estimation, 2nd ed., section 2.5).
  ///
  /// - Throws: `Differentiation.Unnamed` where a derivative has no name.
  init(unnormalized engine: ExpectationEngine, typed: Expr, parameters: [Expr]) throws(Differentiation.Unnamed) {
    let calculus = DerivativeChains(engine.setting)
    let gradient = try calculus.scores(parameters).map(\.result)
    let hessians = try calculus.hessians(gradient, parameters)
    let indices = gradient.indices
    let kernel = KernelDerivatives(
      gradient: gradient,
      hessian: indices.map { i in indices.map { j in hessians[max(i, j)][min(i, j)].result } })
    try self.init(MassMoments(engine, kernel), calculus, typed: typed, parameters: parameters)
  }

  private init(
    _ moments: MassMoments, _ calculus: DerivativeChains, typed: Expr, parameters: [Expr]
  ) throws(Differentiation.Unnamed) {
    let (engine, kernel) = (moments.engine, moments.kernel)
    let setting = engine.setting
    let store = setting.store
    let indices = kernel.gradient.indices
    var typedChain = Derivation(.logDensity, from: typed)
    typedChain.apply(setting.simplifier.logarithmRule, in: store)
    var (scores, hessians): ([Derivation], [[Derivation]]) = ([], [])
    for i in indices {
      scores.append(
        try calculus.chain(.score(i), setting.logDensity, by: parameters[i], less: moments.gradient(i)))
      var row: [Derivation] = []
      for j in 0...i {
        let less = moments.hessian(i, j)
        row.append(try calculus.chain(.hessian(i, j), kernel.gradient[i], by: parameters[j], less: less))
      }
      hessians.append(row)
    }
    self.init(
      engine: engine, kernel: kernel, score: scores.map(\.result),
      hessian: indices.map { i in
        indices.map { j in hessians[max(i, j)][min(i, j)].result }
      },
      derivatives: [typedChain] + scores + hessians.flatMap { $0 },
      expectedScore: indices.map { Derivation(.expectedScore($0), from: store.zero) },
      outer: indices.map { i in (0...i).map { moments.covariance(i, $0, .expectedScoreOuter(i, $0)) } },
      negativeHessian: indices.map { i in (0...i).map { moments.covariance(i, $0, .expectedNegativeHessian(i, $0)) } })
  }
}

/// The derivatives of the logarithm of a mass as moments.
private struct MassMoments {
  let engine: ExpectationEngine
  let kernel: KernelDerivatives
  private let remainders: RemainingExpectation
  private var store: ExpressionStore { engine.setting.store }

  init(_ engine: ExpectationEngine, _ kernel: KernelDerivatives) {
    self.engine = engine
    self.kernel = kernel
    remainders = RemainingExpectation(engine)
  }

  /// E[g], what does not depend on the observation taken out of it.
  private func mean(_ g: Expr) -> Expr {
    remainders.reduced(Derivation(.moment, from: store.expectation(of: g))).result
  }

  /// ∂ᵢA.
  func gradient(_ i: Int) -> Expr { mean(kernel.gradient[i]) }

  /// ∂ᵢ∂ⱼA.
  func hessian(_ i: Int, _ j: Int) -> Expr {
    store.sum([mean(kernel.hessian[i][j]), covariance(i, j, .moment).result])
  }

  /// Cov(∂ᵢℓ, ∂ⱼℓ).
  func covariance(_ i: Int, _ j: Int, _ topic: Derivation.Topic) -> Derivation {
    let parts = [i, j].map { remainders.moving(kernel.gradient[$0]) }
    let rests = parts.map(\.rest)
    let difference = store.difference(mean(store.product(rests)), store.product(rests.map(mean)))
    let form = store.product(parts.map(\.factor) + [difference])
    return Derivation(topic, from: InertCalls.textbookForm(form, engine.setting.simplifier))
  }
}
