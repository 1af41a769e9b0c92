public import Expressions

/// x = a + b*u: finite intervals to (0, 1), half-lines to (0, ∞), lattices to start at 0 or where an index begins that the
/// density shows, centring on the real line.
public struct AffineSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: moving to a bound of the support, then each centre that a power in the density shows, then none.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    let x = observed.variable
    let identity = Substitution(
      id: "substitution.none", variable: u, forward: x, inverse: u, logJacobian: store.zero, image: observed.range)
    switch observed.range {
    case .reals:
      let centres = self.centres(of: x, in: setting)
      return centres.map { shift(x, by: $0, store.one, image: .reals, u, store) } + [identity]
    case .interval(let lower?, let upper?, _, _):
      if lower == store.zero, upper == store.one { return [identity] + mirrored(x, u, setting) }
      let width = store.difference(upper, lower)
      let unit = NumberSet.interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false)
      let moved = NumberSet.interval(lower: store.zero, upper: width, lowerClosed: false, upperClosed: false)
      return [
        shift(x, by: lower, width, image: unit, u, store), shift(x, by: lower, store.one, image: moved, u, store),
        identity,
      ]
    case .interval(let lower?, nil, _, _):
      return lower == store.zero
        ? [identity] + movedBases(x, u, setting) : [shift(x, by: lower, store.one, image: halfLine(store), u, store)]
    case .interval(nil, let upper?, _, _):
      return [shift(x, by: upper, store.minusOne, image: halfLine(store), u, store)]
    case .lattice(let lower?, let upper):
      let origins = (lower == store.zero ? [] : [lower]) + setting.indexOrigins(of: x).map { store.integer($0) }
      let shifts = origins.map { origin in
        let image = NumberSet.lattice(
          lower: store.difference(lower, origin), upper: upper.map { store.difference($0, origin) })
        return shift(x, by: origin, store.one, image: image, u, store)
      }
      return lower == store.zero ? [identity] + shifts : shifts + [identity]
    case .lattice(nil, let upper?):
      return [shift(x, by: upper, store.minusOne, image: .lattice(lower: store.zero, upper: nil), u, store)]
    default: return [identity]
    }
  }

  /// x = 1 - u, where the density shows powers of 1 - x.
  private func mirrored(_ x: Expr, _ u: Expr, _ setting: DensitySetting) -> [Substitution] {
    let store = setting.store
    guard bases(of: x, in: setting).contains(store.difference(store.one, x)) else { return [] }
    let unit = NumberSet.interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false)
    return [shift(x, by: store.one, store.minusOne, image: unit, u, store)]
  }

  /// x = u - a for a > 0, where the density shows powers of x + a.
  private func movedBases(_ x: Expr, _ u: Expr, _ setting: DensitySetting) -> [Substitution] {
    let store = setting.store
    return bases(of: x, in: setting).compactMap { base in
      let offset = store.difference(base, x)
      guard !store.contains(offset, x), setting.assumptions.isPositive(offset) == .yes else { return nil }
      let image = NumberSet.interval(lower: offset, upper: nil, lowerClosed: false, upperClosed: false)
      return shift(x, by: store.negated(offset), store.one, image: image, u, store)
    }
  }

  /// The sums of which the density shows powers with symbolic exponents.
  private func bases(of x: Expr, in setting: DensitySetting) -> [Expr] {
    let store = setting.store
    let powers = DensityParts(setting, x).parts { part in
      let (base, exponent) = store.baseAndExponent(part)
      return store.op(part) == .power && store.op(base) == .sum && store.numberValue(exponent) == nil
    }
    return powers.map { store.baseAndExponent($0).0 }
  }

  private func halfLine(_ store: ExpressionStore) -> NumberSet {
    .interval(lower: store.zero, upper: nil, lowerClosed: false, upperClosed: false)
  }

  /// x = origin + scale * u with a scale that is positive, or -1.
  private func shift(
    _ x: Expr, by origin: Expr, _ scale: Expr, image: NumberSet, _ u: Expr, _ store: ExpressionStore
  ) -> Substitution {
    Substitution(
      id: "substitution.affine", variable: u,
      forward: store.quotient(store.difference(x, origin), scale),
      inverse: store.sum([origin, store.product([scale, u])]),
      logJacobian: scale == store.minusOne || image.isDiscrete ? store.zero : store.log(scale), image: image)
  }

  /// The points a for which the density contains a sum x - a, or a quadratic in x whose square is completed by a.
  func centres(of x: Expr, in setting: DensitySetting) -> [Expr] {
    let store = setting.store
    var found: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ e: Expr) {
      guard store.contains(e, x), seen.insert(e).inserted else { return }
      if store.op(e) == .sum, let centre = centre(e, x, store) ?? Quadratic(e, in: x, setting.simplifier)?.centre,
        centre != store.zero, !found.contains(centre)
      {
        found.append(centre)
      }
      for operand in store.operands(e) { visit(operand) }
    }
    visit(setting.logDensity)
    return found
  }

  private func centre(_ sum: Expr, _ x: Expr, _ store: ExpressionStore) -> Expr? {
    var rest: [Expr] = []
    var slope: Expr?
    for term in store.terms(sum) {
      if !store.contains(term, x) {
        rest.append(term)
      } else if slope == nil, let factor = slopeOf(term, x, store) {
        slope = factor
      } else {
        return nil
      }
    }
    guard let slope, !rest.isEmpty else { return nil }
    return store.negated(store.quotient(store.sum(rest), slope))
  }

  private func slopeOf(_ term: Expr, _ x: Expr, _ store: ExpressionStore) -> Expr? {
    let others = store.factors(term).filter { $0 != x }
    guard others.count + 1 == store.factors(term).count, !others.contains(where: { store.contains($0, x) }) else {
      return nil
    }
    return store.product(others)
  }
}
