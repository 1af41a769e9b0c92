internal import Calculus
internal import Expressions

/// A score of one parameter as a(θ) (t(x) − m(θ)): a one-parameter exponential family with the statistic t.
struct ScoreSeparation {
  let score: Derivation
  let statistic: Expr
  let mean: Expr
  /// m′(θ)²/I(θ).
  let bound: Derivation

  /// Separates a score; nil where it depends on the observation in more than one way.
  init?(_ base: ConsequenceDerivations) {
    let store = base.store
    guard base.parameters.count == 1 else { return nil }
    let parameter = base.parameters[0]
    var free: [Expr] = []
    var slopes: [Expr] = []
    var statistic: Expr?
    for term in store.terms(base.simplifier.expanded(base.score[0])) {
      let factors = store.factors(term)
      let dependent = store.product(factors.filter { store.containsAny($0, base.observed) })
      if dependent == store.one {
        free.append(term)
        continue
      }
      guard !store.contains(dependent, parameter), statistic == nil || statistic == dependent else { return nil }
      statistic = dependent
      slopes.append(store.product(factors.filter { !store.containsAny($0, base.observed) }))
    }
    guard let statistic else { return nil }
    let slope = base.simplifier.textbookForm(store.sum(slopes))
    let mean = base.simplifier.textbookForm(store.negated(store.quotient(store.sum(free), slope)))
    let product = store.product([slope, store.difference(statistic, mean)])
    var chain = Derivation(.consequence, from: base.score[0])
    chain.apply(
      Rule(id: "score.separation", sentence: "with the statistic {t} apart from the parameter") { _ in
        Rewriting(product, bindings: [.init("t", statistic)])
      }, in: store)
    let derivative = base.differentiated(mean, by: parameter).result
    score = chain
    self.statistic = statistic
    self.mean = mean
    bound = base.simplified(store.quotient(store.power(derivative, store.two), base.information[0][0]))
  }
}
