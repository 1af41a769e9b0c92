internal import Calculus
internal import Expectation
internal import Expressions

/// The expectations that came out in closed form, in textbook form; nil where an expectation is left.
struct ClosedForms {
  let expectedScore: [Expr?]
  /// Full symmetric matrices.
  let outer: [[Expr?]]
  let covariance: [[Expr?]]
  let negativeHessian: [[Expr?]]
  /// Whether E[score scoreᵀ] = E[-Hessian] is proved, entry by entry.
  let secondIdentity: [[Bool]]

  init(_ results: SymbolicResults) {
    let (store, simplifier) = (results.setting.store, results.setting.simplifier)
    func closed(_ derivation: Derivation) -> Expr? {
      store.containsExpectation(derivation.result) ? nil : simplifier.textbookForm(derivation.result)
    }
    // That the score has mean 0 is what the moments of a density without closed normaliser rest on.
    let mean = results.expectedScore.map { results.kernel == nil ? closed($0) : nil }
    let indices = results.score.indices
    let outer = indices.map { i in indices.map { j in closed(results.outer[max(i, j)][min(i, j)]) } }
    expectedScore = mean
    self.outer = outer
    let curvature = indices.map { i in
      indices.map { j in closed(results.negativeHessian[max(i, j)][min(i, j)]) }
    }
    negativeHessian = curvature
    secondIdentity = indices.map { i in
      indices.map { j in
        guard let a = outer[i][j], let b = curvature[i][j] else { return false }
        return a == b || simplifier.isZero(store.difference(a, b))
      }
    }
    covariance = indices.map { i in
      indices.map { j in
        guard let product = outer[i][j], let a = mean[i], let b = mean[j] else { return nil }
        return simplifier.textbookForm(store.difference(product, store.product([a, b])))
      }
    }
  }

  /// The information: the covariance of the score, or E[-Hessian] where only that came out in closed form; which holds
  /// only as far as the second identity does.
  var information: [[Expr?]] {
    zip(covariance, negativeHessian).map { row, other in zip(row, other).map { $0 ?? $1 } }
  }

  /// All closed forms, each once.
  var distinct: [Expr] {
    var seen: Set<Expr> = []
    return (expectedScore + (outer + covariance + negativeHessian).flatMap { $0 }).compactMap { $0 }
      .filter { seen.insert($0).inserted }
  }
}
