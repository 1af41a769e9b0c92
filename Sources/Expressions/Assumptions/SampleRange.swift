internal import Multiprecision

/// The numeric range left for one symbol of a sample point, and the values to try in it.
struct SampleRange {
  private enum Kind {
    case continuous, lattice
    case finite([Rational])
  }

  private var kind: Kind = .continuous
  private var lower: Rational?
  private var upper: Rational?

  /// The range of a set whose bounds are numbers; other bounds are left to the check of the candidates.
  init(_ set: NumberSet, in store: ExpressionStore) {
    switch set {
    case .reals: break
    case .interval(let a, let b, _, _):
      lower = a.flatMap(store.numberValue)
      upper = b.flatMap(store.numberValue)
    case .lattice(let a, let b):
      kind = .lattice
      lower = a.flatMap(store.numberValue)
      upper = b.flatMap(store.numberValue)
    case .finite(let values): kind = .finite(values.compactMap(store.numberValue))
    }
  }

  /// Narrows the range by a comparison with a number.
  mutating func narrow(by bound: NumericBound) {
    switch bound.relation {
    case .less, .lessOrEqual: upper = upper.map { min($0, bound.value) } ?? bound.value
    case .greater, .greaterOrEqual: lower = lower.map { max($0, bound.value) } ?? bound.value
    case .equal:
      lower = bound.value
      upper = bound.value
    case .notEqual: break
    }
  }

  /// The values to try, that of the pattern first; the position of the symbol makes its values differ from the others'.
  ///
  /// Values and distances from ends are multiplied by the scale; between two ends, one above 1 stands for its reciprocal as seen
  /// from the upper end.
  func candidates(_ pattern: SamplePattern, _ index: Int, scale: Rational) -> [Rational] {
    let others = SamplePattern.allCases.filter { $0 != pattern }
    let all = ([pattern] + others).flatMap { values($0, index, scale) }
    var result: [Rational] = []
    for value in all where !result.contains(value) { result.append(value) }
    return result
  }

  private func values(_ pattern: SamplePattern, _ index: Int, _ scale: Rational) -> [Rational] {
    switch kind {
    case .finite(let values):
      guard !values.isEmpty else { return [] }
      return Self.rotated(values, by: index + pattern.rawValue + values.count / 2)
    case .lattice: return latticeValues(Self.rotated(pattern.steps, by: index).map { Rational($0) }, pattern)
    case .continuous: return continuousValues(pattern, index, scale)
    }
  }

  private func continuousValues(_ pattern: SamplePattern, _ index: Int, _ scale: Rational) -> [Rational] {
    switch (lower, upper) {
    case (nil, nil): return Self.rotated(pattern.values, by: index).map { $0 * scale }
    case (let a?, nil): return Self.rotated(pattern.distances, by: index).map { a + $0 * scale }
    case (nil, let b?): return Self.rotated(pattern.distances, by: index).map { b - $0 * scale }
    case (let a?, let b?) where a == b: return [a]
    case (let a?, let b?) where scale > Rational(1):
      return Self.rotated(pattern.positions, by: index).map { b - (b - a) * $0 / scale }
    case (let a?, let b?): return Self.rotated(pattern.positions, by: index).map { a + (b - a) * $0 * scale }
    }
  }

  private func latticeValues(_ steps: [Rational], _ pattern: SamplePattern) -> [Rational] {
    let first = lower.map { $0.isInteger ? $0 : Rational($0.floor) + Rational(1) }
    let last = upper.map { Rational($0.floor) }
    switch (first, last) {
    case (nil, nil): return steps.map { pattern == .small || pattern == .mixed ? -$0 : $0 }
    case (let a?, nil): return steps.map { a + $0 }
    case (nil, let b?): return steps.map { b - $0 }
    case (let a?, let b?): return (steps.map { a + $0 } + steps.map { b - $0 }).filter { a <= $0 && $0 <= b }
    }
  }

  private static func rotated<Element>(_ list: [Element], by shift: Int) -> [Element] {
    let start = shift % list.count
    return Array(list[start...] + list[..<start])
  }
}
