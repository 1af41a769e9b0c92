internal import Multiprecision

/// Intersections of number sets, as far as the order of their bounds is known.
///
/// Where the order of two bounds is not known, the second set's bound stays; the inequalities of the assumptions carry
/// both.
struct DomainIntersection {
  let analysis: SignAnalysis
  private var store: ExpressionStore { analysis.store }

  init(analysis: SignAnalysis) {
    self.analysis = analysis
  }

  /// One end of a set; nil bounds are infinite.
  private struct End {
    var bound: Expr?
    var isClosed: Bool
    /// Whether the bound is that of a lattice, so an integer whatever it looks like.
    var isIntegral = false
  }

  /// The numbers in both sets.
  func intersection(_ a: NumberSet, _ b: NumberSet) -> NumberSet {
    switch (a, b) {
    case (.reals, _): return b
    case (_, .reals): return a
    case (.finite(let values), _): return .finite(values.filter { analysis.holds(.membership($0, b)) != .no })
    case (_, .finite(let values)): return .finite(values.filter { analysis.holds(.membership($0, a)) != .no })
    default:
      let lower = tighter(lowerEnd(a), lowerEnd(b), isLower: true)
      let upper = tighter(upperEnd(a), upperEnd(b), isLower: false)
      return a.isDiscrete || b.isDiscrete
        ? .lattice(lower: latticeBound(lower, isLower: true), upper: latticeBound(upper, isLower: false))
        : .interval(
          lower: lower.bound, upper: upper.bound, lowerClosed: lower.isClosed, upperClosed: upper.isClosed)
    }
  }

  /// The set narrowed by a comparison with a number.
  func narrowed(_ set: NumberSet, by bound: NumericBound) -> NumberSet {
    let value = store.number(bound.value)
    switch bound.relation {
    case .less, .lessOrEqual:
      let isClosed = bound.relation == .lessOrEqual
      return intersection(
        .interval(lower: nil, upper: value, lowerClosed: false, upperClosed: isClosed), set)
    case .greater, .greaterOrEqual:
      let isClosed = bound.relation == .greaterOrEqual
      return intersection(
        .interval(lower: value, upper: nil, lowerClosed: isClosed, upperClosed: false), set)
    case .equal: return .finite([value])
    case .notEqual: return removing(value, from: set)
    }
  }

  /// The set without a number that is one of its listed members or ends; the set itself if the number lies elsewhere.
  private func removing(_ value: Expr, from set: NumberSet) -> NumberSet {
    switch set {
    case .reals: return set
    case .finite(let values): return .finite(values.filter { $0 != value })
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      return .interval(
        lower: lower, upper: upper, lowerClosed: lowerClosed && lower != value,
        upperClosed: upperClosed && upper != value)
    case .lattice(let lower, let upper):
      let (next, previous) = (store.sum([value, store.one]), store.sum([value, store.minusOne]))
      return .lattice(lower: lower == value ? next : lower, upper: upper == value ? previous : upper)
    }
  }

  private func lowerEnd(_ set: NumberSet) -> End {
    switch set {
    case .reals, .finite: End(bound: nil, isClosed: false)
    case .interval(let lower, _, let isClosed, _): End(bound: lower, isClosed: lower != nil && isClosed)
    case .lattice(let lower, _): End(bound: lower, isClosed: true, isIntegral: true)
    }
  }

  private func upperEnd(_ set: NumberSet) -> End {
    switch set {
    case .reals, .finite: End(bound: nil, isClosed: false)
    case .interval(_, let upper, _, let isClosed): End(bound: upper, isClosed: upper != nil && isClosed)
    case .lattice(_, let upper): End(bound: upper, isClosed: true, isIntegral: true)
    }
  }

  private func tighter(_ a: End, _ b: End, isLower: Bool) -> End {
    guard let p = a.bound else { return b }
    guard let q = b.bound else { return a }
    let difference = analysis.signs(isLower ? store.difference(p, q) : store.difference(q, p))
    if difference == .positive { return a }
    if difference == .zero { return End(bound: p, isClosed: a.isClosed && b.isClosed) }
    return difference == .nonnegative && !a.isClosed ? a : b
  }

  /// The first integer inside an end; nil where it cannot be named.
  private func latticeBound(_ end: End, isLower: Bool) -> Expr? {
    guard let bound = end.bound, !end.isIntegral else { return end.bound }
    if analysis.isInteger(bound) == .yes {
      return end.isClosed ? bound : store.sum([bound, isLower ? store.one : store.minusOne])
    }
    guard let value = store.numberValue(bound) else { return nil }
    return store.number(Rational(value.floor) + Rational(isLower ? 1 : 0))
  }
}

extension NumberSet {
  /// The set with bounds written as `inf` or `-inf` left out.
  func withoutInfiniteBounds(in store: ExpressionStore) -> NumberSet {
    func finite(_ bound: Expr?) -> Expr? {
      bound.flatMap { store.contains($0, store.infinity) ? nil : $0 }
    }
    switch self {
    case .reals, .finite: return self
    case .lattice(let lower, let upper): return .lattice(lower: finite(lower), upper: finite(upper))
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      let ends = (finite(lower), finite(upper))
      if ends.0 == nil && ends.1 == nil { return .reals }
      return .interval(
        lower: ends.0, upper: ends.1, lowerClosed: ends.0 != nil && lowerClosed,
        upperClosed: ends.1 != nil && upperClosed)
    }
  }
}
