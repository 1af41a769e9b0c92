internal import Expressions

/// A density's integrals over the logarithms of those variables that it contains in no other way.
///
/// With `u = log x` the mass of a density such as `1/(pi x (1 + log^2 x))` is that of a Cauchy law: its tails reach
/// beyond the largest number that has an exponential, where no node in x can go. The integrands must have x in its logarithm
/// alone as well: a power of x that has no mean grows exponentially in u, which no tail of a line is expected to do.
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
    var memo: [Expr: Expr] = [:]
    let density = takingLogarithms(logDensity, of: x, as: u, &memo)
    guard density != logDensity, !store.contains(density, x), let range = logarithms(of: set, assumptions),
      !boundsOthers(x)
    else { return }
    let moved = integrands.map { takingLogarithms($0, of: x, as: u, &memo) }
    guard !moved.contains(where: { store.contains($0, x) }) else { return }
    logDensity = store.sum([density, u])
    variables[position] = (u, range)
    integrands = moved
  }

  /// The expression with `log(c x^k)` as `k u + log(c)`.
  private func takingLogarithms(_ e: Expr, of x: Expr, as u: Expr, _ memo: inout [Expr: Expr]) -> Expr {
    if let known = memo[e] { return known }
    let result =
      linear(e, in: x, u) ?? store.mapOperands(e) { takingLogarithms($0, of: x, as: u, &memo) }
    memo[e] = result
    return result
  }

  private func linear(_ e: Expr, in x: Expr, _ u: Expr) -> Expr? {
    guard let argument = store.logarithmArgument(e), store.contains(argument, x) else { return nil }
    let powers = store.factors(argument).map { store.baseAndExponent($0) }
    let ofVariable = powers.filter { $0.0 == x && !store.contains($0.1, x) }
    let rest = store.product(powers.filter { $0.0 != x }.map { store.power($0.0, $0.1) })
    guard !ofVariable.isEmpty, !store.contains(rest, x) else { return nil }
    return store.sum([store.product([store.sum(ofVariable.map(\.1)), u]), store.log(rest)])
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

  /// The range of the logarithm; nil for numbers that need not be positive, or with kinks: a density in log(x) alone has none in x.
  private func logarithms(of set: IntegrationSet, _ assumptions: Assumptions?) -> IntegrationSet? {
    guard case .interval(let lower?, let upper, kinks: []) = set else { return nil }
    let startsAtZero = lower == store.zero
    let isPositive = store.numberValue(lower).map { $0.signum > 0 } ?? (assumptions?.isPositive(lower) == .yes)
    guard startsAtZero || isPositive else { return nil }
    return .interval(lower: startsAtZero ? nil : store.log(lower), upper: upper.map(store.log), kinks: [])
  }
}
