internal import Calculus
internal import Expressions

/// Densities over a full period that depend on the angle through sines and cosines only: the period may begin anywhere,
/// so that a centre is moved to 0, and m turns may be read as one.
struct PeriodicRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first,
      case .interval(let lower?, let upper?, _, _) = observed.range
    else { return nil }
    let store = setting.store
    let pi = store.constant("pi")
    let turn = store.product([store.two, pi])
    guard setting.simplifier.isZero(store.sum([upper, store.negated(lower), store.negated(turn)])),
      let turns = setting.turns(of: setting.logDensity, in: observed.variable), turns > 0
    else { return nil }
    let u = setting.freshVariable(["u", "t", "v", "w", "z"])
    let image = NumberSet.interval(lower: store.negated(pi), upper: pi, lowerClosed: false, upperClosed: false)
    let inner = setting.simplifier.assuming(setting.assumptions.assuming([.membership(u, image)]))
    for centre in AffineSubstitution().centres(of: observed.variable, in: setting) + [store.zero] {
      let inverse = store.sum([centre, store.quotient(u, store.integer(turns))])
      let density = inner.expandedAngles(store.substitute(setting.logDensity, [(observed.variable, inverse)]))
      let shifted = DensitySetting(simplifier: inner, logDensity: density, observed: [.init(u, in: image)])
      let routes: [any ExpectationRouteKind] = [LaurentRouteKind(), KernelRouteKind()]
      guard let route = routes.firstValue({ $0.prepared(for: shifted) }) else { continue }
      return PeriodicRoute(setting, shifted, centre: centre, turns: turns, inverse: inverse, route)
    }
    return nil
  }
}

extension DensitySetting {
  /// The number m for which an expression depends on a variable through sines and cosines of `m*x + c` only; 0 where it
  /// does not depend on it, nil where it depends otherwise.
  func turns(of e: Expr, in x: Expr) -> Int? {
    if !store.contains(e, x) { return 0 }
    if let angle = CircularFunctions(store)?.argument(of: e) {
      guard let (slope, _) = store.affine(angle, in: x, simplifier), let m = store.integerValue(slope) else {
        return nil
      }
      return abs(m)
    }
    if e == x { return nil }
    var found = 0
    for operand in store.operands(e) {
      guard let m = turns(of: operand, in: x) else { return nil }
      if m == 0 || m == found { continue }
      if found != 0 { return nil }
      found = m
    }
    return found
  }
}

extension Simplifier {
  /// Logarithms expanded, and the arguments of sines and cosines.
  func expandedAngles(_ e: Expr) -> Expr {
    guard let circular = CircularFunctions(store) else { return expandedLogarithms(e) }
    func visit(_ e: Expr) -> Expr {
      circular.argument(of: e) == nil ? store.mapOperands(e, visit) : store.mapOperands(e) { expanded($0) }
    }
    return expandedLogarithms(visit(e))
  }
}
