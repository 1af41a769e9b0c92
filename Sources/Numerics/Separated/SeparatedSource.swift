internal import Expressions

/// A density of several variables as the product of one of a single variable and one of the others, and each integrand
/// as a sum of such products.
struct SeparatedSource {
  /// The variable that was split off, with its set.
  let variable: (symbol: Expr, set: IntegrationSet)
  let ownDensity: Expr
  let restDensity: Expr
  /// The variables that remain.
  let others: [(symbol: Expr, set: IntegrationSet)]
  /// The terms of each integrand.
  let integrands: [[SplitTerm]]

  /// Nil where no variable was found to split off.
  init?(
    _ store: ExpressionStore, logDensity: Expr, variables: [(Expr, IntegrationSet)], integrands: [Expr],
    assumptions: Assumptions
  ) {
    for position in variables.indices.reversed() {
      let symbol = variables[position].0
      // A kink that depends on the variable is one of the density as a whole, met there: no factor has it.
      let others = variables.indices.filter { $0 != position }.map {
        (symbol: variables[$0].0, set: variables[$0].1.withoutKinks(at: symbol, store))
      }
      guard !others.contains(where: { Self.mentions($0.set, [symbol], store) }) else { continue }
      let changes = VariableChanges(
        store: store, logDensity: logDensity, variable: symbol, others: others.map(\.symbol), assumptions: assumptions)
      for change in changes.candidates(variables[position].1) {
        let attempt = Attempt(store, symbol, others.map(\.symbol), change, assumptions)
        guard let found = attempt.densities(logDensity), let terms = attempt.terms(integrands) else { continue }
        self.others = others
        variable = (attempt.variable, change.set)
        (restDensity, ownDensity) = found
        self.integrands = terms
        return
      }
    }
    return nil
  }

  private static func mentions(_ set: IntegrationSet, _ symbols: [Expr], _ store: ExpressionStore) -> Bool {
    var isFound = false
    _ = set.mapExpressions { bound in
      isFound = isFound || store.containsAny(bound, symbols)
      return bound
    }
    return isFound
  }

  /// The split after one change of variable.
  private final class Attempt {
    let store: ExpressionStore
    let variable: Expr
    private let old: Expr
    private let change: VariableChange
    private var split: VariableSplit

    init(_ store: ExpressionStore, _ old: Expr, _ others: [Expr], _ change: VariableChange, _ known: Assumptions) {
      self.store = store
      self.old = old
      self.change = change
      guard change.shift != store.zero || change.scale != store.one else {
        variable = old
        split = VariableSplit(store, variable: old, others: others, assumptions: known)
        return
      }
      // A name that nobody can type, so that it meets no symbol of the model.
      variable = store.symbol("scaled " + (store.symbolName(old) ?? ""))
      var conditions: [Condition] = []
      if case .interval(let lower, let upper, _) = change.set {
        if let lower { conditions.append(.relation(variable, .greater, lower)) }
        if let upper { conditions.append(.relation(variable, .less, upper)) }
      }
      split = VariableSplit(store, variable: variable, others: others, assumptions: known.assuming(conditions))
    }

    private func changed(_ e: Expr) -> Expr {
      if variable == old { return e }
      return store.substitute(e, [(old, store.sum([change.shift, store.product([change.scale, variable])]))])
    }

    /// The logarithms of the two densities, that of the others with the derivative of the change.
    func densities(_ logDensity: Expr) -> (rest: Expr, own: Expr)? {
      guard let (rest, own) = split.separateSums(of: changed(logDensity)) else { return nil }
      let slope = change.scale == store.minusOne ? store.one : change.scale
      return (store.sum([rest, store.log(slope)]), own)
    }

    func terms(_ integrands: [Expr]) -> [[SplitTerm]]? {
      var found: [[SplitTerm]] = []
      for integrand in integrands {
        guard let terms = split.terms(of: changed(integrand)) else { return nil }
        found.append(terms)
      }
      return found
    }
  }
}

extension IntegrationSet {
  /// The set without the kinks whose place depends on a symbol.
  fileprivate func withoutKinks(at symbol: Expr, _ store: ExpressionStore) -> IntegrationSet {
    guard case .interval(let lower, let upper, let kinks) = self else { return self }
    return .interval(lower: lower, upper: upper, kinks: kinks.filter { !store.contains($0, symbol) })
  }
}
