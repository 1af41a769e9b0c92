internal import Calculus
internal import Expressions

/// Densities over a full period that depend on the angle through sines and cosines only: the period may begin anywhere,
/// so that a centre is moved to 0, and several turns may be read as one.
struct PeriodicRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first,
      case .interval(let lower?, let upper?, _, _) = observed.range
    else { return nil }
    guard setting.hasAngles(setting.logDensity) else { return nil }
    let store = setting.store
    let pi = store.constant("pi")
    let turn = store.product([store.two, pi])
    let length = setting.simplifier.normal(store.difference(upper, lower))
    guard let speed = setting.angularSpeed(of: setting.logDensity, in: observed.variable), speed != store.zero,
      let turns = store.integerValue(setting.simplifier.normal(store.quotient(store.product([speed, length]), turn))),
      turns != 0
    else { return nil }
    let u = setting.freshVariable(["u", "t", "v", "w", "z"])
    let image = NumberSet.interval(lower: store.negated(pi), upper: pi, lowerClosed: false, upperClosed: false)
    let inner = setting.simplifier.assuming(setting.assumptions.assuming([.membership(u, image)]))
    for centre in AffineSubstitution().centres(of: observed.variable, in: setting) + [store.zero] {
      let inverse = store.sum([centre, store.quotient(u, speed)])
      let moved = inner.expandedAngles(store.substitute(setting.logDensity, [(observed.variable, inverse)]))
      let density = store.sum([moved, inner.expandedLogarithms(store.log(store.quotient(length, turn)))])
      let shifted = DensitySetting(simplifier: inner, logDensity: density, observed: [.init(u, in: image)])
      let routes: [any ExpectationRouteKind] = [LaurentRouteKind(), KernelRouteKind()]
      guard let route = routes.firstValue({ $0.prepared(for: shifted) }) else { continue }
      return PeriodicRoute(setting, shifted, centre: centre, speed: speed, inverse: inverse, route)
    }
    return nil
  }
}
