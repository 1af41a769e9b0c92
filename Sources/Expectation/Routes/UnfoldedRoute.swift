internal import Calculus
internal import Expressions

/// Densities on the half-line whose formula is even in the variable, continued to the real line: the reverse of folding.
///
/// With f(-y) = f(y), `E[g(x)] = E[g(y)]` for even g, where y has the density f(y)/2 on the real line.
struct UnfoldedRouteKind: ExpectationRouteKind {
  /// A kernel on the half-line may leave what one on the line gives.
  var isAlternative: Bool { true }

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    let store = setting.store
    guard setting.observed.count == 1, let observed = setting.observed.first,
      case .interval(let lower, nil, _, _) = observed.range, lower == store.zero
    else { return nil }
    let y = setting.freshVariable(["y", "t", "v", "w", "z"])
    var assumptions = Assumptions(store)
    assumptions.assume(
      setting.assumptions.conditions.filter { !$0.freeSymbols(in: store).contains(observed.variable) }
        + [.membership(y, .reals)])
    let inner = setting.simplifier.assuming(assumptions)
    let density = inner.settled(store.substitute(setting.logDensity, [(observed.variable, y)]), in: y)
    let mirrored = inner.settled(store.substitute(density, [(y, store.negated(y))]), in: y)
    guard inner.isZero(store.difference(density, mirrored)) else { return nil }
    let whole = DensitySetting(
      simplifier: inner, logDensity: store.difference(density, store.log(store.two)), observed: [.init(y, in: .reals)])
    guard let route = KernelRouteKind().prepared(for: whole) else { return nil }
    return UnfoldedRoute(setting, observed.variable, y, inner, route)
  }

  /// Whether g(-y) = g(y).
  static func isEven(_ g: Expr, _ y: Expr, _ simplifier: Simplifier) -> Bool {
    let store = simplifier.store
    return simplifier.isZero(store.difference(g, store.substitute(g, [(y, store.negated(y))])))
  }
}

final class UnfoldedRoute: CarriedRoute {
  let id = "route.unfolded"
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let variable: Expr
  private let signed: Expr
  private let inner: Simplifier
  let route: any ExpectationRoute

  init(_ setting: DensitySetting, _ variable: Expr, _ signed: Expr, _ inner: Simplifier, _ route: any ExpectationRoute)
  {
    self.setting = setting
    store = setting.store
    self.variable = variable
    self.signed = signed
    self.inner = inner
    self.route = route
  }

  var newVariables: [(Expr, Expr)] {
    [(signed, variable)] + route.newVariables.map { ($0.0, store.substitute($0.1, [(signed, variable)])) }
  }

  /// The mean over both signs, since a term of an even function need not be even itself.
  func inObservedVariables(_ g: Expr, _ store: ExpressionStore) -> Expr {
    let written = route.inObservedVariables(g, store)
    guard store.contains(written, signed) else { return written }
    let values = [variable, store.negated(variable)].map { store.substitute(written, [(signed, $0)]) }
    return store.product([store.half, store.sum(values)])
  }

  func advance(_ derivation: inout Derivation) {
    if derivation.apply(unfoldingRule, in: store) { route.advance(&derivation) }
  }

  /// E[g(x)] = E[g(y)] for even g.
  private var unfoldingRule: Rule {
    let (store, inner, x, y) = (store, inner, variable, signed)
    return Rule(id: "expectation.unfolding", sentence: "with {y} = {x} or −{x}, each half of the time, by symmetry") {
      e in
      guard let g = store.expectationArgument(e) else { return nil }
      let continued = inner.expandedLogarithms(store.substitute(g, [(x, y)]))
      guard UnfoldedRouteKind.isEven(continued, y, inner) else { return nil }
      return Rewriting(store.expectation(of: continued), bindings: [.init("y", y), .init("x", x)])
    }
  }
}
