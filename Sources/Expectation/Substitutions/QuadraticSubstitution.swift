internal import Calculus
public import Expressions

/// u = b*x + a*x^2 on the half-line, for positive a and b, where the density shows both powers of x.
public struct QuadraticSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// One candidate: the terms of the log-density with x and with x^2, where the factor b + 2*a*x stands beside them.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    let x = observed.variable
    guard case .interval(let lower, nil, _, _) = observed.range, lower == store.zero else { return [] }
    var coefficients: [Expr] = [store.zero, store.zero]
    var factors: [Expr] = []
    for term in store.terms(setting.simplifier.expanded(setting.logDensity)) {
      let (free, function) = store.split(term, over: x)
      if let argument = store.logarithmArgument(function) {
        factors.append(argument)
      } else if let power = [x, store.power(x, store.two)].firstIndex(of: function) {
        coefficients[power] = store.negated(free)
      }
    }
    let (b, a) = (coefficients[0], coefficients[1])
    let slope = store.sum([b, store.product([store.two, a, x])])
    guard setting.assumptions.isPositive(a) == .yes, setting.assumptions.isPositive(b) == .yes,
      let factor = factors.first(where: { !store.contains(setting.simplifier.normal(store.quotient($0, slope)), x) })
    else { return [] }
    let root = store.power(
      store.sum([store.power(b, store.two), store.product([store.integer(4), a, u])]), store.half)
    let ratio = setting.simplifier.normal(store.quotient(factor, slope))
    return [
      Substitution(
        id: "substitution.quadratic", variable: u,
        forward: store.sum([store.product([b, x]), store.product([a, store.power(x, store.two)])]),
        inverse: store.quotient(store.difference(root, b), store.product([store.two, a])),
        logJacobian: store.negated(store.log(root)), image: observed.range,
        shortcuts: [(factor, store.product([ratio, root]))])
    ]
  }
}
