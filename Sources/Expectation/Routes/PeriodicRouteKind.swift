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
    let inner = setting.simplifier.assuming(setting.assumptions.assuming([.membership(u, image)])).reserving([u])
    let scale = inner.expandedLogarithms(store.log(store.quotient(length, turn)))
    let kinds: [any ExpectationRouteKind] = [LaurentRouteKind(), KernelRouteKind()]
    for centre in AffineSubstitution().centres(of: observed.variable, in: setting) + [store.zero] {
      let plain = Period(observed.variable, from: centre, speed: speed, to: u, inner)
      let moved = plain.applied(to: setting.logDensity)
      // A wave that is turned to a cosine is a power of one function of the angle; it has means of further powers that no
      // kernel for its factors has.
      for rotation in Rotation.candidates(in: moved, of: u, inner) + [nil] {
        let period = plain.rotated(by: rotation)
        let density = rotation == nil ? moved : period.applied(to: setting.logDensity)
        let shifted = DensitySetting(
          simplifier: inner, logDensity: store.sum([density, scale]), observed: [.init(u, in: image)])
        let isEven = isEven(shifted)
        let route =
          kinds.firstValue { $0.prepared(for: shifted) } ?? (isEven ? halved(shifted, to: pi) : nil)
        if let route { return PeriodicRoute(setting, shifted, period, isEven: isEven, route) }
      }
    }
    return nil
  }

  /// Whether a density is even in its variable.
  private func isEven(_ setting: DensitySetting) -> Bool {
    let store = setting.store
    let u = setting.observed[0].variable
    let mirrored = setting.simplifier.expandedAngles(store.substitute(setting.logDensity, [(u, store.negated(u))]))
    return setting.simplifier.isZero(store.difference(setting.logDensity, mirrored))
  }

  /// The route for an even density by its half on (0, end).
  private func halved(_ setting: DensitySetting, to end: Expr) -> (any ExpectationRoute)? {
    let store = setting.store
    let u = setting.observed[0].variable
    let half = NumberSet.interval(lower: store.zero, upper: end, lowerClosed: false, upperClosed: false)
    let inner = setting.simplifier.assuming(setting.assumptions.assuming([.membership(u, half)]))
    return KernelRouteKind().prepared(
      for: DensitySetting(
        simplifier: inner, logDensity: store.sum([setting.logDensity, store.log(store.two)]),
        observed: [.init(u, in: half)]))
  }
}
