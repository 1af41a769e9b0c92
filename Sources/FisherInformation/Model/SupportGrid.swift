internal import Expressions
internal import Multiprecision
internal import Numerics

/// Values of the observed variables that reach over the whole support, to look at a density where no integral can be taken.
struct SupportGrid {
  let store: ExpressionStore
  let observed: [ObservedVariable]
  /// Parameters and known constants, in the order of a point's values.
  let symbols: [Expr]

  /// Distances from a finite end, or from 0.
  private static let distances = [
    (1, 50), (1, 7), (2, 5), (3, 4), (6, 5), (2, 1), (3, 1), (5, 1), (8, 1), (15, 1), (40, 1), (100, 1),
  ].map { Rational($0.0, $0.1) }
  /// The number of values in a bounded interval, and from the end of a lattice.
  private static let steps = 24
  /// Of several variables, one value in so many is taken.
  private static let stride = 3

  /// The values of all variables at a point; none where a bound has no value.
  func places(at point: [Rational]) -> [[Rational]] {
    var found: [[Rational]] = [[]]
    for variable in observed {
      found = found.flatMap { earlier in
        let known = Array(zip(symbols, point)) + Array(zip(observed.map(\.symbol), earlier))
        return thinned(values(of: variable.range, known)).map { earlier + [$0] }
      }
    }
    return found
  }

  private func thinned(_ values: [Rational]) -> [Rational] {
    guard observed.count > 1 else { return values }
    return values.indices.filter { $0 % Self.stride == 1 || values.count <= Self.stride }.map { values[$0] }
  }

  private func values(of range: NumberSet, _ known: [(Expr, Rational)]) -> [Rational] {
    func number(_ e: Expr) -> Rational? { value(of: e, known) }
    switch range {
    case .reals: return Self.distances.reversed().map { -$0 } + [Rational(0)] + Self.distances
    case .finite(let elements): return elements.compactMap(number)
    case .lattice(let lower?, let upper):
      guard let first = number(lower) else { return [] }
      let last = upper.flatMap(number)
      return (0..<Self.steps).map { first + Rational($0) }.filter { value in last.map { value <= $0 } ?? true }
    case .lattice(nil, let upper):
      guard let last = upper.map(number) ?? Rational(Self.steps / 2) else { return [] }
      return (0..<Self.steps).map { last - Rational($0) }
    case .interval(let lower?, let upper?, _, _):
      guard let a = number(lower), let b = number(upper) else { return [] }
      return (0..<Self.steps).map { rounded(a + (b - a) * Rational(2 * $0 + 1, 2 * Self.steps), between: a, b) }
    case .interval(let lower?, nil, _, _): return number(lower).map { a in Self.distances.map { a + $0 } } ?? []
    case .interval(nil, let upper?, _, _): return number(upper).map { b in Self.distances.map { b - $0 } } ?? []
    case .interval(nil, nil, _, _): return values(of: .reals, known)
    }
  }

  /// A value with three decimals, for display, where that leaves it in an interval.
  private func rounded(_ value: Rational, between a: Rational, _ b: Rational) -> Rational {
    let decimal = Rational((value * Rational(Self.decimals)).floor) / Rational(Self.decimals)
    return a < decimal && decimal < b ? decimal : value
  }

  private static let decimals = 1_000

  /// The value of a bound where other symbols have theirs; nil where it has none.
  private func value(of e: Expr, _ known: [(Expr, Rational)]) -> Rational? {
    let e = store.substitute(e, known.map { ($0.0, store.number($0.1)) })
    if let number = store.numberValue(e) { return number }
    guard let evaluator = try? ClosedFormEvaluator(store, expressions: [e], parameters: []) else { return nil }
    return Rational(exactly: evaluator.evaluate(at: [], digits: Self.digits)[0])
  }

  private static let digits = 15
}
