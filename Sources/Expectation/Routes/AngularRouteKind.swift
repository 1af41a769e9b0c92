internal import Calculus
internal import Expressions

/// Densities of one variable on a bounded interval that are polynomials in it and in the sine and cosine of one angle.
struct AngularRouteKind: ExpectationRouteKind {
  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, case .interval(let lower?, let upper?, _, _) = setting.observed[0].range,
      setting.hasAngles(setting.logDensity)
    else { return nil }
    return AngularRoute(setting, from: lower, to: upper)
  }
}
