internal import Expressions

/// A density's integrals over the logarithms, or the logits, of those variables that it contains in no other way.
///
/// With `u = log x` the mass of a density such as `1/(pi x (1 + log^2 x))` is that of a Cauchy law: its tails reach
/// beyond the largest number that has an exponential, where no node in x can go. The integrands must have x in its logarithm
/// alone as well: a power of x that has no mean grows exponentially in u, which no tail of a line is expected to do. Between
/// 0 and 1 the same holds of `u = log(x/(1 - x))`.
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
    guard let image = image(of: x, set, assumptions), !boundsOthers(x) else { return }
    var memo: [Expr: Expr] = [:]
    let taken = image.takingLogarithms(logDensity, store, &memo)
    if taken == logDensity { return }
    let density = store.sum([taken, image.logJacobian])
    let moved = integrands.map { image.cancelling(image.takingLogarithms($0, store, &memo), store) }
    let replaced = [x, image.rest].compactMap(\.self)
    if (moved + [density]).contains(where: { store.containsAny($0, replaced) }) { return }
    logDensity = density
    variables[position] = (image.variable, image.range)
    integrands = moved
  }

  /// What a variable becomes.
  private struct Image {
    let variable: Expr
    let range: IntegrationSet
    /// What has a logarithm, with that logarithm.
    let logarithms: [(of: Expr, Expr)]
    /// A symbol for `log(1 - x)`, of which nothing may be left.
    let rest: Expr?
    let logJacobian: Expr

    /// The expression with `log(c x^k)` as `k log(x) + log(c)`.
    func takingLogarithms(_ e: Expr, _ store: ExpressionStore, _ memo: inout [Expr: Expr]) -> Expr {
      if let known = memo[e] { return known }
      var result = linear(e, store) ?? store.mapOperands(e) { takingLogarithms($0, store, &memo) }
      // What the logarithms of x and 1 - x have in common cancels between them.
      if rest != nil, result != e, store.op(result) == .sum { result = store.multipliedOut(result) }
      memo[e] = result
      return result
    }

    /// The expression without `log(1 - x)`, where its powers cancel once products are multiplied out.
    func cancelling(_ e: Expr, _ store: ExpressionStore) -> Expr {
      guard let rest, store.contains(e, rest), let powers = PolynomialForm(e, in: rest, store), powers.degree == 0
      else { return e }
      return powers[0]
    }

    private func linear(_ e: Expr, _ store: ExpressionStore) -> Expr? {
      guard let argument = store.logarithmArgument(e) else { return nil }
      var parts: [Expr] = []
      var others: [Expr] = []
      for factor in store.factors(argument) {
        let (base, exponent) = store.baseAndExponent(factor)
        if let logarithm = logarithms.first(where: { $0.of == base })?.1 {
          parts.append(store.product([exponent, logarithm]))
        } else {
          others.append(factor)
        }
      }
      return parts.isEmpty ? nil : store.multipliedOut(store.sum(parts + [store.log(store.product(others))]))
    }
  }

  /// The logarithm of a variable that is positive, or the logit of one between 0 and 1; nil where kinks show that the
  /// density has x in another way.
  private func image(of x: Expr, _ set: IntegrationSet, _ assumptions: Assumptions?) -> Image? {
    guard case .interval(let lower?, let upper, kinks: []) = set else { return nil }
    let name = store.symbolName(x) ?? ""
    // Names that nobody can type, and that can be read where a message gives the place of a value.
    let u = store.symbol("log(" + name + ")")
    let complement = store.difference(store.one, x)
    if lower == store.zero, upper == store.one, store.subexpressions(of: logDensity).contains(complement) {
      let (logit, rest) = (store.symbol("logit(" + name + ")"), store.symbol("log(1 - " + name + ")"))
      let logarithm = store.sum([logit, rest])
      let onePlusOdds = store.sum([store.one, store.quotient(x, complement)])
      return Image(
        variable: logit, range: .interval(lower: nil, upper: nil, kinks: []),
        logarithms: [(x, logarithm), (complement, rest), (onePlusOdds, store.negated(rest))], rest: rest,
        logJacobian: store.sum([logarithm, rest]))
    }
    let startsAtZero = lower == store.zero
    let isPositive = store.numberValue(lower).map { $0.signum > 0 } ?? (assumptions?.isPositive(lower) == .yes)
    guard startsAtZero || isPositive else { return nil }
    let range = IntegrationSet.interval(
      lower: startsAtZero ? nil : store.log(lower), upper: upper.map(store.log), kinks: [])
    return Image(variable: u, range: range, logarithms: [(x, u)], rest: nil, logJacobian: u)
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
}
