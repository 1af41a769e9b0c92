internal import Expressions

/// A density's integrals over the logarithms of those variables that it contains in no other way.
///
/// With `u = log x` the mass of a density such as `1/(pi x (1 + log^2 x))` is that of a Cauchy law: its tails reach
/// beyond the largest number that has an exponential, where no node in x can go.
struct LogarithmicVariables {
  private(set) var logDensity: Expr
  private(set) var variables: [(Expr, IntegrationSet)]
  private(set) var integrands: [Expr]
  private let store: ExpressionStore

  init(
    _ store: ExpressionStore, logDensity: Expr, variables: [(Expr, IntegrationSet)], integrands: [Expr],
    assumptions: Assumptions?
  ) {
    (self.store, self.logDensity, self.variables, self.integrands) = (store, logDensity, variables, integrands)
    for position in variables.indices { change(position, assumptions) }
  }

  private mutating func change(_ position: Int, _ assumptions: Assumptions?) {
    let (x, set) = variables[position]
    // A name that nobody can type, and that can be read where a message gives the place of a value.
    let u = store.symbol("log(" + (store.symbolName(x) ?? "") + ")")
    let density = takingLogarithms(logDensity, of: x, as: u)
    guard !store.contains(density, x), let range = logarithms(of: set, assumptions), !boundsOthers(x) else { return }
    logDensity = store.sum([density, u])
    variables[position] = (u, range)
    integrands = integrands.map { store.substitute(takingLogarithms($0, of: x, as: u), [(x, store.exp(u))]) }
  }

  /// The expression with `log(c x^k)` as `k u + log(c)`.
  private func takingLogarithms(_ e: Expr, of x: Expr, as u: Expr) -> Expr {
    guard store.contains(e, x) else { return e }
    if let argument = store.logarithmArgument(e) {
      let powers = store.factors(argument).map { store.baseAndExponent($0) }
      let ofVariable = powers.filter { $0.0 == x && !store.contains($0.1, x) }
      let rest = store.product(powers.filter { $0.0 != x }.map { store.power($0.0, $0.1) })
      if !ofVariable.isEmpty, !store.contains(rest, x) {
        return store.sum([store.product([store.sum(ofVariable.map(\.1)), u]), store.log(rest)])
      }
    }
    return store.mapOperands(e) { takingLogarithms($0, of: x, as: u) }
  }

  private func boundsOthers(_ x: Expr) -> Bool {
    var isFound = false
    for (_, set) in variables {
      _ = set.mapExpressions { bound in
        isFound = isFound || store.contains(bound, x)
        return bound
      }
    }
    return isFound
  }

  /// The range of the logarithm; nil for numbers that need not be positive.
  private func logarithms(of set: IntegrationSet, _ assumptions: Assumptions?) -> IntegrationSet? {
    guard case .interval(let lower?, let upper, let kinks) = set else { return nil }
    let startsAtZero = lower == store.zero
    let isPositive = store.numberValue(lower).map { $0.signum > 0 } ?? (assumptions?.isPositive(lower) == .yes)
    guard startsAtZero || isPositive else { return nil }
    return .interval(
      lower: startsAtZero ? nil : store.log(lower), upper: upper.map(store.log), kinks: kinks.map(store.log))
  }
}
