internal import Expressions

/// Densities that a change of variable brings to a bounded interval, where they are a power of a linear function: of
/// exp(-x) on the half-line, or of a distribution function that stands in the density beside its derivative.
struct SegmentRouteKind: ExpectationRouteKind {
  /// Such a power has means of further powers that no kernel for its factors has.
  var isAlternative: Bool { true }

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard let range = setting.observed.first?.range else { return nil }
    // From the line one step leads there, that of a distribution function.
    return SubstitutedRoute.first(for: setting, stages: range == .reals ? 1 : 2) { image in
      if case .interval(_?, _?, _, _) = image { [LaurentRouteKind()] } else { [] }
    }
  }
}
