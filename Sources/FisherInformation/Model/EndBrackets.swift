internal import Expressions

/// Brackets that change at a closed end of an interval, written by the end itself: where `x <= c`, `[x < c]` is
/// `1 - [x = c]` and `[x >= c]` is `[x = c]`.
struct EndBrackets {
  let store: ExpressionStore
  let variable: Expr
  /// The ends that belong to the interval.
  private let ends: [(bound: Expr, isLower: Bool)]

  init?(_ observed: ObservedVariable, _ store: ExpressionStore) {
    guard case .interval(let lower, let upper, let lowerClosed, let upperClosed) = observed.range else { return nil }
    self.store = store
    variable = observed.symbol
    let candidates = [lowerClosed ? lower.map { ($0, true) } : nil, upperClosed ? upper.map { ($0, false) } : nil]
    ends = candidates.compactMap(\.self)
    if ends.isEmpty { return nil }
  }

  /// An expression with its brackets rewritten.
  func aligned(_ e: Expr) -> Expr {
    guard store.contains(e, variable) else { return e }
    return aligned(bracket: e) ?? store.mapOperands(e) { aligned($0) }
  }

  /// The variable over its interval without the ends that no bracket of a density singles out: they have no probability, and
  /// on the rest `x > c` is known, as for `x^k` and `log(x)`.
  func opened(_ observed: ObservedVariable, in density: Expr) -> ObservedVariable {
    guard case .interval(let lower, let upper, let lowerClosed, let upperClosed) = observed.range else {
      return observed
    }
    let density = aligned(density)
    func isSingledOut(_ bound: Expr?) -> Bool { bound.map { singlesOut($0, in: density) } ?? false }
    let range = NumberSet.interval(
      lower: lower, upper: upper, lowerClosed: lowerClosed && isSingledOut(lower),
      upperClosed: upperClosed && isSingledOut(upper))
    return ObservedVariable(observed.symbol, in: range, atoms: observed.atoms)
  }

  /// Whether a bracket in an expression changes at a point.
  private func singlesOut(_ point: Expr, in e: Expr) -> Bool {
    guard store.contains(e, variable) else { return false }
    if let margin = margin(of: e), store.substitute(margin, [(variable, point)]) == store.zero { return true }
    return store.operands(e).contains { singlesOut(point, in: $0) }
  }

  /// What a bracket compares with 0.
  private func margin(of e: Expr) -> Expr? {
    if store.isBracket(e) { return store.operand(e, at: 1) }
    guard case .relation(let margin, _, store.zero)? = store.indicatedCondition(e) else { return nil }
    return margin
  }

  private func aligned(bracket e: Expr) -> Expr? {
    guard case .relation(let margin, let relation, store.zero)? = store.indicatedCondition(e),
      relation == .greater || relation == .greaterOrEqual,
      let (slope, offset) = store.affineParts(of: margin, in: variable), slope == store.one || slope == store.minusOne
    else { return nil }
    let rises = slope == store.one
    let place = rises ? store.negated(offset) : offset
    guard let end = ends.first(where: { $0.bound == place }) else { return nil }
    let holdsInside = rises == end.isLower
    let holdsAtEnd = relation == .greaterOrEqual
    if holdsInside == holdsAtEnd { return holdsInside ? store.one : store.zero }
    let equation = store.power(store.zero, store.difference(variable, place))
    return holdsAtEnd ? equation : store.difference(store.one, equation)
  }
}
