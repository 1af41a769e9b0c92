internal import Calculus
internal import Expectation
internal import Expressions

/// Reduces an expectation that no route reached: what does not depend on the observation is taken out of it.
///
/// Terms are not parted further: one by one they might not exist.
struct RemainingExpectation {
  private let store: ExpressionStore
  private let simplifier: Simplifier
  private let variables: [Expr]

  init(_ engine: ExpectationEngine) {
    store = engine.setting.store
    simplifier = engine.setting.simplifier
    // An expectation may stand in a new variable of a route.
    variables = engine.setting.observed.map(\.variable) + engine.newVariables.map(\.0)
  }

  /// The derivation with a further step, if it still stands at a single expectation from which something comes out.
  func reduced(_ derivation: Derivation) -> Derivation {
    guard store.expectationArgument(derivation.result) != nil else { return derivation }
    var result = derivation
    result.apply(rule, in: store)
    return result
  }

  /// `E[a + b g(x)] = a + b E[g(x)]`.
  private var rule: Rule {
    Rule(id: "expectation.constants", sentence: "by linearity of the expectation") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let terms = distributed(g)
      let constants = terms.filter { !depends($0) }
      let moving = terms.filter(depends)
      guard !moving.isEmpty else { return Rewriting(g) }
      let parts = moving.map(split)
      guard let factor = parts.first?.free, parts.allSatisfy({ $0.free == factor }) else {
        return Rewriting(store.sum(constants + [store.expectation(of: store.sum(moving))]))
      }
      let inner = store.expectation(of: store.sum(parts.map(\.dependent)))
      return Rewriting(store.sum(constants + [store.product([factor, inner])]))
    }
  }

  /// The part of a function that depends on the observation, as a factor that does not times the rest.
  func moving(_ g: Expr) -> (factor: Expr, rest: Expr) {
    let parts = distributed(g).filter(depends).map(split)
    let factor = parts.first?.free ?? store.one
    let ratios = parts.map { store.quotient($0.free, factor) }
    guard ratios.allSatisfy({ store.numberValue($0) != nil }) else {
      return (store.one, store.sum(parts.map { store.product([$0.free, $0.dependent]) }))
    }
    return (factor, store.sum(zip(ratios, parts).map { store.product([$0, $1.dependent]) }))
  }

  /// The terms of a function, a factor free of the observation multiplied into a sum.
  private func distributed(_ g: Expr) -> [Expr] {
    let (free, dependent) = split(g)
    return store.op(dependent) == .sum ? store.terms(dependent).map { store.product([free, $0]) } : store.terms(g)
  }

  private func depends(_ e: Expr) -> Bool { store.containsAny(e, variables) }

  /// A term as what does not depend on the observation times what does.
  private func split(_ term: Expr) -> (free: Expr, dependent: Expr) {
    let factors = store.factors(term)
    return (store.product(factors.filter { !depends($0) }), store.product(factors.filter(depends)))
  }
}

extension SymbolicResults {
  /// An entry of the information that has no closed form: what was derived of it, and the same as it is shown.
  ///
  /// It is the shorter of E[-Hessian], where the second identity holds, and the covariance of the score, reduced.
  func unresolved(_ i: Int, _ j: Int, meanVanishes: Bool, identityHolds: Bool) -> (derived: Expr, shown: Expr) {
    let store = setting.store
    let (row, column) = (max(i, j), min(i, j))
    var derived = [outer[row][column].result]
    if !meanVanishes {
      let means = store.product([expectedScore[row].result, expectedScore[column].result])
      derived = [store.difference(derived[0], means)]
    }
    if identityHolds { derived.append(negativeHessian[row][column].result) }
    let reduced = shortest(derived.map { (derived: $0, shown: shown($0)) })
    // What falls into many parts is better read as the one expectation that it was.
    if kernel != nil { return reduced }
    let whole =
      [store.product([score[row], score[column]])].filter { _ in meanVanishes }
      + [store.negatedTerms(hessian[row][column])].filter { _ in identityHolds }
    if whole.isEmpty { return reduced }
    let plain = shortest(whole.map { store.expectation(of: $0) }.map { (derived: $0, shown: $0) })
    return 2 * store.nodeCount(plain.shown) < store.nodeCount(reduced.shown) ? plain : reduced
  }

  private func shortest(_ forms: [(derived: Expr, shown: Expr)]) -> (derived: Expr, shown: Expr) {
    let store = setting.store
    return forms.min { store.nodeCount($0.shown) < store.nodeCount($1.shown) } ?? forms[0]
  }

  /// The textbook form of an expression in which the expectations that are left count as symbols.
  private func shown(_ e: Expr) -> Expr {
    engine.inObservedVariables(InertCalls.textbookForm(e, setting.simplifier))
  }
}
