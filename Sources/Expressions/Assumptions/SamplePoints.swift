public import Multiprecision

/// Rational points at which a result is confronted with independent integrals, chosen without randomness.
///
/// Every point satisfies all assumptions about its symbols; joint constraints are checked exactly where they are rational,
/// else by evaluation with a margin that no rounding error reaches.
public struct SamplePoints {
  /// The symbols that a point gives values to.
  public let symbols: [Expr]
  private let assumptions: Assumptions
  private let conditions: [Condition]
  /// The order in which values are chosen: a symbol after those that bound it.
  private let order: [Int]
  private let bare: Assumptions
  private var store: ExpressionStore { assumptions.store }

  /// Prepares points for symbols under assumptions; conditions that mention other symbols are disregarded.
  public init(of symbols: [Expr], assumptions: Assumptions) {
    self.symbols = symbols
    self.assumptions = assumptions
    let store = assumptions.store
    conditions = assumptions.conditions.filter { condition in
      condition.freeSymbols(in: store).allSatisfy(symbols.contains)
    }
    order = Self.order(of: symbols, assumptions)
    bare = Assumptions(store)
  }

  /// Sizes tried after one another, with how many values may be tried for each: those other than 1 serve joint constraints that
  /// hold close to the ends of the domains only, or far out.
  private static let searches = [
    (scale: Rational(1), budget: 1000), (Rational(1, 10), 400), (Rational(1, 100), 400), (Rational(10), 400),
    (Rational(1, 1000), 400), (Rational(100), 400), (Rational(1), 4000),
  ]

  /// A point of a pattern; nil where none was found within the search limit.
  public func point(_ pattern: SamplePattern) -> [Rational]? {
    for (scale, budget) in Self.searches {
      var search = Search(scale: scale, budget: budget)
      if let found = chosen(pattern, [:], order[...], &search) { return symbols.map { found[$0] ?? Rational(0) } }
    }
    return nil
  }

  /// Distinct points, the one for display first.
  public func points(upTo count: Int) -> [[Rational]] {
    var result: [[Rational]] = []
    for pattern in SamplePattern.allCases where result.count < count {
      if let point = point(pattern), !result.contains(point) { result.append(point) }
    }
    return result
  }

  /// A point at which further conditions hold as well, e.g. one cell of a sign.
  public func point(satisfying further: [Condition], pattern: SamplePattern = .typical) -> [Rational]? {
    SamplePoints(of: symbols, assumptions: assumptions.assuming(further)).point(pattern)
  }

  /// Whether all assumptions hold at a point; unknown where a constraint cannot be evaluated.
  public func admits(_ point: [Rational]) -> Truth {
    let values = Dictionary(uniqueKeysWithValues: zip(symbols, point))
    return conditions.reduce(.yes) { $0 && holds($1, values) }
  }

  /// The first condition that does not hold at a point.
  public func violated(by point: [Rational]) -> Condition? {
    let values = Dictionary(uniqueKeysWithValues: zip(symbols, point))
    return conditions.first { holds($0, values) == .no }
  }

  private struct Search {
    let scale: Rational
    var budget: Int
  }

  /// Depth-first choice of values, alternatives in a fixed order.
  private func chosen(
    _ pattern: SamplePattern, _ values: [Expr: Rational], _ rest: ArraySlice<Int>, _ search: inout Search
  ) -> [Expr: Rational]? {
    guard let index = rest.first else { return values }
    let symbol = symbols[index]
    for candidate in candidates(for: symbol, at: index, pattern, scale: search.scale, values) {
      search.budget -= 1
      guard search.budget > 0 else { return nil }
      var extended = values
      extended[symbol] = candidate
      let isAdmitted = conditions.allSatisfy { condition in
        let occurring = condition.freeSymbols(in: store)
        guard occurring.contains(symbol), occurring.allSatisfy({ extended[$0] != nil }) else { return true }
        return holds(condition, extended) == .yes
      }
      guard isAdmitted else { continue }
      if let found = chosen(pattern, extended, rest.dropFirst(), &search) { return found }
    }
    return nil
  }

  private func holds(_ condition: Condition, _ values: [Expr: Rational]) -> Truth {
    bare.holds(condition.mapExpressions { substituted($0, values) })
  }

  private func substituted(_ e: Expr, _ values: [Expr: Rational]) -> Expr {
    store.substitute(e, store.freeSymbols(e).compactMap { s in values[s].map { (s, store.number($0)) } })
  }

  private func candidates(
    for symbol: Expr, at index: Int, _ pattern: SamplePattern, scale: Rational, _ values: [Expr: Rational]
  ) -> [Rational] {
    let own = assumptions.domain(of: symbol).mapExpressions { substituted($0, values) }
    var range = SampleRange(own, in: store)
    for condition in conditions {
      let numeric = condition.mapExpressions { e in substituted(e, values.filter { $0.key != symbol }) }
      guard case .relation(let left, let relation, let right) = numeric,
        let bound = NumericBound(store.linearForm(store.difference(left, right)), relation, in: store),
        bound.symbol == symbol
      else { continue }
      range.narrow(by: bound)
    }
    return range.candidates(pattern, index, scale: scale)
  }

  /// Symbols in their own order, except that a symbol comes after those that occur in its bounds.
  private static func order(of symbols: [Expr], _ assumptions: Assumptions) -> [Int] {
    var result: [Int] = []
    var rest = Array(symbols.indices)
    while !rest.isEmpty {
      let next = rest.firstIndex { index in
        let bounding = assumptions.domain(of: symbols[index]).bounds.flatMap(assumptions.store.freeSymbols)
        return bounding.allSatisfy { symbol in
          guard let position = symbols.firstIndex(of: symbol), position != index else { return true }
          return result.contains(position)
        }
      }
      result.append(rest.remove(at: next ?? 0))
    }
    return result
  }
}
