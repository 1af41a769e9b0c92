internal import Diagnostics
internal import Expressions
internal import Syntax

/// Takes the values out of a set that clauses such as `x != 0` exclude; single points of an interval have no probability
/// and stay.
struct PointExclusions {
  let store: ExpressionStore
  let variable: Expr
  /// What is known of the parameters.
  let assumptions: Assumptions

  /// Ranges up to this length are listed where a value inside is excluded.
  private static let longestList = 1000

  private typealias Point = (value: Expr, span: SourceSpan)

  /// The set without the excluded values.
  ///
  /// - Throws: a diagnostic where the values that are left cannot be written as a range or a list.
  func applied(to set: NumberSet, _ clauses: [ParsedCondition]) throws(Diagnostic) -> NumberSet {
    guard set.isDiscrete else { return set }
    var points: [Point] = []
    for clause in clauses {
      guard case .relation(let left, .notEqual, let right) = clause.condition else { continue }
      let form = store.difference(left, right)
      guard store.contains(form, variable) else { continue }
      guard let (slope, offset) = store.affineParts(of: form, in: variable), assumptions.isNonzero(slope) == .yes else {
        throw Diagnostic.supportNotAffine(clause.span, store.symbolName(variable) ?? "")
      }
      points.append((store.multipliedOut(store.quotient(store.negated(offset), slope)), clause.span))
    }
    var result = set
    while let place = points.firstIndex(where: { isEnd($0.value, of: result) }) {
      result = withoutEnd(points.remove(at: place).value, of: result)
    }
    for point in points { result = try withoutMember(point, of: result) }
    return result
  }

  private func ends(of set: NumberSet) -> (lower: Expr?, upper: Expr?) {
    if case .lattice(let lower, let upper) = set { return (lower, upper) }
    return (nil, nil)
  }

  private func isEnd(_ value: Expr, of set: NumberSet) -> Bool {
    let (lower, upper) = ends(of: set)
    return [lower, upper].compactMap { $0 }.contains { isSame($0, value) == .yes }
  }

  private func withoutEnd(_ value: Expr, of set: NumberSet) -> NumberSet {
    let (lower, upper) = ends(of: set)
    if let lower, isSame(lower, value) == .yes {
      return .lattice(lower: store.sum([lower, store.one]), upper: upper)
    }
    return .lattice(lower: lower, upper: upper.map { store.sum([$0, store.minusOne]) })
  }

  private func withoutMember(_ point: Point, of set: NumberSet) throws(Diagnostic) -> NumberSet {
    if assumptions.holds(.membership(point.value, set)) == .no { return set }
    let gap = Diagnostic.supportWithGap(point.span, store.symbolName(variable) ?? "")
    switch set {
    case .finite(let values):
      for value in values where isSame(value, point.value) == .unknown { throw gap }
      return .finite(values.filter { isSame($0, point.value) == .no })
    case .lattice(let lower?, let upper?):
      guard let first = store.integerValue(lower), let last = store.integerValue(upper),
        last - first < Self.longestList,
        store.numberValue(point.value) != nil, last >= first
      else { throw gap }
      return .finite((first...last).map { store.integer($0) }.filter { isSame($0, point.value) == .no })
    default: throw gap
    }
  }

  private func isSame(_ a: Expr, _ b: Expr) -> Truth {
    let difference = store.multipliedOut(store.difference(a, b))
    if assumptions.isZero(difference) == .yes { return .yes }
    return assumptions.isNonzero(difference) == .yes ? .no : .unknown
  }
}
