internal import Expressions

/// Finds the brackets `0^(x - a)` in expressions of one store, and takes expressions apart at them.
final class PointBrackets {
  private let assumptions: Assumptions
  private let store: ExpressionStore
  private var known: [Expr: [Expr]] = [:]

  /// Longer lists of points are not taken apart.
  private static let mostPoints = 8

  init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
    store = assumptions.store
  }

  /// An expression taken apart at the points of the first symbol for which that can be done; nil without brackets.
  func split(_ e: Expr) -> PointSplit? {
    let brackets = brackets(in: e)
    if brackets.isEmpty { return nil }
    // What singles out most points is the variable: of [y = a] and [y = b] it is y.
    let symbols = symbols(of: brackets)
    let counts = symbols.map { symbol in brackets.count { store.contains($0, symbol) } }
    let order = symbols.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    for symbol in order.map({ symbols[$0] }) {
      if let split = split(e, at: brackets.filter { store.contains($0, symbol) }, of: symbol) { return split }
    }
    return nil
  }

  private func split(_ e: Expr, at brackets: [Expr], of symbol: Expr) -> PointSplit? {
    guard brackets.count <= Self.mostPoints else { return nil }
    var points: [Expr] = []
    for bracket in brackets {
      guard let point = point(bracket, of: symbol), areDifferent(point, points) else { return nil }
      points.append(point)
    }
    var values: [(Expr, Expr)] = []
    for (here, point) in zip(brackets, points) {
      let resolved = replacing(brackets, by: { $0 == here ? store.one : store.zero }, in: e)
      let value = store.substitute(resolved, [(symbol, point)])
      if store.isUndefined(value) { return nil }
      // Of the two symbols of `[y = c]` the variable is not told from the constant: neither is put for the other.
      values.append((here, store.isNumber(point) ? value : resolved))
    }
    let rest = replacing(brackets, by: { _ in store.zero }, in: e)
    let isDefined = points.allSatisfy { !store.isUndefined(store.substitute(rest, [(symbol, $0)])) }
    return PointSplit(symbol: symbol, places: points, points: values, rest: rest, isDefinedThroughout: isDefined)
  }

  private func replacing(_ brackets: [Expr], by value: (Expr) -> Expr, in e: Expr) -> Expr {
    if isInert(e) { return e }
    if brackets.contains(e) { return value(e) }
    return self.brackets(in: e).isEmpty ? e : store.mapOperands(e) { replacing(brackets, by: value, in: $0) }
  }

  /// Whether an expression has a value of its own whatever stands around it: an expectation has integrated its variable.
  private func isInert(_ e: Expr) -> Bool { store.function(e).map { $0.evaluate == nil } ?? false }

  private func areDifferent(_ point: Expr, _ others: [Expr]) -> Bool {
    others.allSatisfy { assumptions.isNonzero(store.difference(point, $0)) == .yes }
  }

  /// The point a of `0^(x - a)` or `0^(a - x)`.
  private func point(_ bracket: Expr, of symbol: Expr) -> Expr? {
    let exponent = store.operand(bracket, at: 1)
    guard let (slope, offset) = store.affineParts(of: exponent, in: symbol) else { return nil }
    if slope == store.one { return store.negated(offset) }
    return slope == store.minusOne ? offset : nil
  }

  /// The symbols in which brackets single out points, in the order of the brackets.
  private func symbols(of brackets: [Expr]) -> [Expr] {
    var found: [Expr] = []
    for bracket in brackets {
      for symbol in store.freeSymbols(bracket) where !found.contains(symbol) { found.append(symbol) }
    }
    return found
  }

  /// The distinct brackets inside an expression.
  private func brackets(in e: Expr) -> [Expr] {
    if let found = known[e] { return found }
    var found: [Expr] = store.isBracket(e) ? [e] : []
    for operand in isInert(e) ? [] : store.operands(e) {
      for bracket in brackets(in: operand) where !found.contains(bracket) { found.append(bracket) }
    }
    known[e] = found
    return found
  }
}

extension ExpressionStore {
  /// Whether a division by zero or a logarithm of zero is written out.
  func isUndefined(_ e: Expr) -> Bool {
    if op(e) == .power, operand(e, at: 0) == zero, isNumber(operand(e, at: 1)) { return true }
    if logarithmArgument(e) == zero { return true }
    return operands(e).contains { isUndefined($0) }
  }
}
