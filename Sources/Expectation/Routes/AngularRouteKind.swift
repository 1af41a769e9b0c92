internal import Calculus
internal import Expressions

/// Densities of one variable on a bounded interval that are polynomials in it and in the sine and cosine of one angle, which
/// becomes the variable.
struct AngularRouteKind: ExpectationRouteKind {
  /// Over a full period, what holds x itself beside the angle is no function of the angle.
  var isAlternative: Bool { true }

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, setting.hasAngles(setting.logDensity),
      let substitution = substitution(setting, setting.observed[0])
    else { return nil }
    return AngularRoute(setting, substitution)
  }

  /// The angle as the new variable; nil where there are several, or none that is affine in the observed variable.
  private func substitution(_ setting: DensitySetting, _ observed: DensitySetting.Observed) -> Substitution? {
    let (store, x, simplifier) = (setting.store, observed.variable, setting.simplifier)
    guard case .interval(let lower?, let upper?, _, _) = observed.range, let circular = CircularFunctions(store) else {
      return nil
    }
    let angles = Set(store.subexpressions(of: setting.logDensity).compactMap { circular.argument(of: $0) })
    guard let angle = angles.first, angles.count == 1, let (slope, offset) = store.affine(angle, in: x, simplifier)
    else {
      return nil
    }
    let isRising = setting.assumptions.isPositive(slope)
    if isRising == .unknown { return nil }
    let u = setting.freshVariable(["u", "t", "v", "w", "z"])
    let ends = [lower, upper].map { simplifier.normal(store.substitute(angle, [(x, $0)])) }
    let magnitude = isRising == .yes ? slope : store.negated(slope)
    let (first, last) = isRising == .yes ? (ends[0], ends[1]) : (ends[1], ends[0])
    return Substitution(
      id: "substitution.affine", variable: u, forward: angle,
      inverse: store.quotient(store.difference(u, offset), slope),
      logJacobian: store.negated(store.log(magnitude)),
      image: .interval(lower: first, upper: last, lowerClosed: false, upperClosed: false))
  }
}
