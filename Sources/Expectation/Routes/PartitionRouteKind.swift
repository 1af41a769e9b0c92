internal import Calculus
internal import Expressions

/// Densities that are of one kind only on parts of their support: brackets `[x = a]` single out points, absolute values
/// and other kinks cut the range, and a lattice may begin later than the series that sums it.
///
/// `E[g] = Σ_a f(a) g(a) + Σ_j ∫_(R_j) f g`, with every bracket and absolute value resolved on each part.
struct PartitionRouteKind: ExpectationRouteKind {
  let coversAtoms = true
  /// Longer lists of single points are left alone.
  static let maximumPoints = 32

  func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first,
      let points = setting.bracketPoints(of: observed), points.count <= Self.maximumPoints,
      let ranges = ranges(of: observed, in: setting)
    else { return nil }
    let atoms = observed.range.isDiscrete ? points : observed.atoms
    var masses: [Expr] = []
    for atom in atoms {
      guard let mass = setting.value(of: setting.store.exp(setting.logDensity), observed.variable, at: atom) else {
        return nil
      }
      masses.append(mass)
    }
    var regions: [PartitionRegion] = []
    for range in ranges {
      // A single point does not matter to the integral over an interval.
      let summed = range.isDiscrete ? atoms : []
      guard let region = PartitionRegion(range, without: summed, of: setting) else { return nil }
      regions.append(region)
    }
    return PartitionRoute(setting, observed.variable, Array(zip(atoms, masses)), regions)
  }

  /// The range cut at the kinks of the density, the cuts in ascending order.
  private func ranges(of observed: DensitySetting.Observed, in setting: DensitySetting) -> [NumberSet]? {
    let store = setting.store
    var cuts: [Expr] = []
    for kink in store.kinks(of: setting.logDensity, in: observed.variable)
    where setting.holds(.membership(kink, observed.range)) != .no {
      guard let place = place(of: kink, among: cuts, setting) else { return nil }
      cuts.insert(kink, at: place)
    }
    var parts: [NumberSet] = []
    switch observed.range {
    case .lattice(let lower, let upper):
      guard cuts.allSatisfy({ setting.assumptions.isInteger($0) == .yes }) else { return nil }
      var start = lower
      for cut in cuts {
        parts.append(.lattice(lower: start, upper: store.difference(cut, store.one)))
        start = cut
      }
      return parts + [.lattice(lower: start, upper: upper)]
    case .reals, .interval:
      let (lower, upper) = observed.range.ends
      let bounds = [lower] + cuts.map { $0 } + [upper]
      if cuts.isEmpty, observed.atoms.isEmpty { return nil }
      if case .reals = observed.range, cuts.isEmpty { return [.reals] }
      return zip(bounds, bounds.dropFirst()).map {
        .interval(lower: $0, upper: $1, lowerClosed: false, upperClosed: false)
      }
    case .finite: return nil
    }
  }

  /// Where a kink stands among those before it; nil where that is not known.
  private func place(of kink: Expr, among cuts: [Expr], _ setting: DensitySetting) -> Int? {
    for (i, cut) in cuts.enumerated() {
      if setting.holds(.relation(kink, .less, cut)) == .yes { return i }
      guard setting.holds(.relation(kink, .greater, cut)) == .yes else { return nil }
    }
    return cuts.count
  }
}

extension NumberSet {
  /// The finite ends of an interval or a lattice.
  fileprivate var ends: (Expr?, Expr?) {
    switch self {
    case .interval(let lower, let upper, _, _), .lattice(let lower, let upper): (lower, upper)
    case .reals, .finite: (nil, nil)
    }
  }
}
