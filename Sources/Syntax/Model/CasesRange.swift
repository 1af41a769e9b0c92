internal import Expressions
internal import Multiprecision

/// The range of a variable that the conditions of cases cover together: `0 <= x < c` and `x = c` are `0 <= x <= c`.
struct CasesRange {
  let store: ExpressionStore
  let variable: Expr
  private var assumptions: Assumptions

  /// An interval with ends that may be missing; a point has equal ends.
  private struct Piece: Equatable {
    var lower: Expr?
    var upper: Expr?
    var lowerClosed = false
    var upperClosed = false
    /// Whether the piece holds integers only.
    var isLattice = false

    var isPoint: Bool { lower != nil && lower == upper }
  }

  init(of variable: Expr, in store: ExpressionStore, under assumptions: Assumptions) {
    self.store = store
    self.variable = variable
    self.assumptions = assumptions
  }

  /// The conditions that state the range; nil where the cases are not all intervals or points of the variable, where a gap
  /// is between them, or where nothing is left out.
  ///
  /// Where a gap is between intervals but none between the integers in them, as for `x = 0` and `x >= 1`, the range is
  /// that of the integers.
  ///
  /// - Parameter readsIntegers: whether that reading is allowed where no case lists integers.
  mutating func conditions(_ cases: [[Condition]], readsIntegers: Bool) -> [Condition]? {
    var pieces: [Piece] = []
    for conditions in cases {
      guard let found = self.pieces(conditions) else { return nil }
      pieces += found
    }
    guard !pieces.isEmpty else { return nil }
    // A case is meant to occur: 0 < x < c says that c is positive.
    for piece in pieces where !piece.isPoint {
      if let lower = piece.lower, let upper = piece.upper { assumptions.assume(.relation(lower, .less, upper)) }
    }
    if pieces.allSatisfy(\.isPoint) {
      return [.membership(variable, .finite(ordered(pieces.compactMap(\.lower))))]
    }
    let isDiscrete = pieces.contains(where: \.isLattice)
    guard !isDiscrete, let whole = joined(pieces) else {
      return isDiscrete || readsIntegers ? joinedIntegers(pieces).map { [$0] } : nil
    }
    if whole.isPoint { return nil }
    let lower = whole.lower.map {
      Condition.relation(variable, whole.lowerClosed ? .greaterOrEqual : .greater, $0)
    }
    let upper = whole.upper.map { Condition.relation(variable, whole.upperClosed ? .lessOrEqual : .less, $0) }
    if lower == nil || upper == nil { return [lower, upper].compactMap(\.self).first.map { [$0] } }
    let range = NumberSet.interval(
      lower: whole.lower, upper: whole.upper, lowerClosed: whole.lowerClosed, upperClosed: whole.upperClosed)
    return [.membership(variable, range)]
  }

  // MARK: Pieces

  private func pieces(_ conditions: [Condition]) -> [Piece]? {
    if conditions.count == 1, case .membership(variable, .finite(let values)) = conditions[0] {
      return values.map { Piece(lower: $0, upper: $0, lowerClosed: true, upperClosed: true) }
    }
    if conditions.count == 1, case .membership(variable, .lattice(let lower, let upper)) = conditions[0] {
      return [Piece(lower: lower, upper: upper, lowerClosed: true, upperClosed: true, isLattice: true)]
    }
    var piece = Piece()
    for condition in conditions {
      switch condition {
      case .membership(variable, .interval(let lower, let upper, let lowerClosed, let upperClosed))
      where conditions.count == 1:
        piece = Piece(lower: lower, upper: upper, lowerClosed: lowerClosed, upperClosed: upperClosed)
      case .relation(let left, let relation, let right):
        guard bound(&piece, left, relation, right) else { return nil }
      case .membership: return nil
      }
    }
    return [piece]
  }

  /// Takes a comparison into a piece; false where it does not bound the variable on a side that is still open.
  private func bound(_ piece: inout Piece, _ left: Expr, _ relation: Relation, _ right: Expr) -> Bool {
    guard let (slope, offset) = store.affineParts(of: store.difference(left, right), in: variable),
      let sign = store.numberValue(slope)?.signum
    else { return false }
    let place = store.multipliedOut(store.quotient(store.negated(offset), slope))
    if store.contains(place, variable) { return false }
    switch sign > 0 ? relation : relation.mirrored {
    case .equal:
      guard piece == Piece() else { return false }
      piece = Piece(lower: place, upper: place, lowerClosed: true, upperClosed: true)
    case .notEqual: return false
    case .greater, .greaterOrEqual:
      guard piece.lower == nil else { return false }
      piece.lower = place
      piece.lowerClosed = relation == .greaterOrEqual || relation == .lessOrEqual
    case .less, .lessOrEqual:
      guard piece.upper == nil else { return false }
      piece.upper = place
      piece.upperClosed = relation == .greaterOrEqual || relation == .lessOrEqual
    }
    return true
  }

  /// The integers of the pieces as one range; nil where some are left out between them, or nothing below bounds them.
  private func joinedIntegers(_ pieces: [Piece]) -> Condition? {
    let closed = pieces.map { piece -> Piece in
      let ends = NumberSet.integers(
        lower: piece.lower, upper: piece.upper, lowerClosed: piece.lowerClosed, upperClosed: piece.upperClosed, store)
      // Up to where the next integer begins.
      return Piece(lower: ends.lower, upper: ends.upper.map { store.sum([$0, store.one]) }, lowerClosed: true)
    }
    let ends = closed.flatMap { [$0.lower, $0.upper].compactMap(\.self) }
    guard ends.allSatisfy({ assumptions.isInteger($0) == .yes }), let whole = joined(closed), let lower = whole.lower
    else { return nil }
    return .membership(
      variable, .lattice(lower: lower, upper: whole.upper.map { store.sum([$0, store.minusOne]) }))
  }

  private func ordered(_ points: [Expr]) -> [Expr] {
    var distinct: [Expr] = []
    for point in points where !distinct.contains(point) { distinct.append(point) }
    guard distinct.allSatisfy({ store.numberValue($0) != nil }) else { return distinct }
    return distinct.sorted { (store.numberValue($0) ?? Rational(0)) < (store.numberValue($1) ?? Rational(0)) }
  }

  // MARK: Their union

  private func joined(_ pieces: [Piece]) -> Piece? {
    var rest = pieces
    var whole = rest.removeFirst()
    while !rest.isEmpty {
      var wider: Piece?
      guard
        let next = rest.firstIndex(where: { piece in
          wider = union(whole, piece)
          return wider != nil
        }), let wider
      else { return nil }
      rest.remove(at: next)
      whole = wider
    }
    return whole
  }

  /// Two pieces that overlap, or touch without a gap, as one.
  private func union(_ a: Piece, _ b: Piece) -> Piece? {
    guard reaches(a, b), reaches(b, a) else { return nil }
    var result = a
    if let first = a.lower {
      guard let second = b.lower else { return unionAbove(Piece(upper: a.upper, upperClosed: a.upperClosed), b) }
      guard let order = order(first, second) else { return nil }
      if order > 0 { (result.lower, result.lowerClosed) = (b.lower, b.lowerClosed) }
      if order == 0 { result.lowerClosed = a.lowerClosed || b.lowerClosed }
    }
    return unionAbove(result, b)
  }

  /// A piece whose lower end is settled with the upper end of the union with another.
  private func unionAbove(_ a: Piece, _ b: Piece) -> Piece? {
    guard let first = a.upper else { return a }
    var result = a
    guard let second = b.upper else {
      (result.upper, result.upperClosed) = (nil, false)
      return result
    }
    guard let order = order(first, second) else { return nil }
    if order < 0 { (result.upper, result.upperClosed) = (b.upper, b.upperClosed) }
    if order == 0 { result.upperClosed = a.upperClosed || b.upperClosed }
    return result
  }

  /// Whether no gap is between the lower end of one piece and the upper end of another.
  private func reaches(_ a: Piece, _ b: Piece) -> Bool {
    guard let lower = a.lower, let upper = b.upper else { return true }
    guard let order = order(lower, upper) else { return false }
    return order < 0 || (order == 0 && (a.lowerClosed || b.upperClosed))
  }

  /// The sign of a difference; nil where it is not known.
  private func order(_ a: Expr, _ b: Expr) -> Int? {
    if a == b { return 0 }
    let difference = store.difference(a, b)
    if assumptions.isPositive(difference) == .yes { return 1 }
    if assumptions.isNegative(difference) == .yes { return -1 }
    return assumptions.isZero(difference) == .yes ? 0 : nil
  }
}
