internal import Expressions
internal import Multiprecision

/// Integrals over several observed variables, one after another: the outermost by a rule of its own, at each node of which
/// the others are integrated with it as a parameter.
final class IteratedIntegrals {
  private let inner: ExpectationIntegrals
  private let outer: IntegrationSet
  private let bounds: ClosedFormEvaluator
  private let count: Int

  /// Prepares the integrals; the first variable is the outermost.
  init(
    store: ExpressionStore, logDensity: Expr, variables: [(Expr, IntegrationSet)], integrands: [Expr],
    parameters: [Expr]
  ) throws {
    outer = variables[0].1
    inner = try ExpectationIntegrals(
      store: store, logDensity: logDensity, variables: Array(variables.dropFirst()), integrands: integrands,
      parameters: parameters + [variables[0].0])
    bounds = try ClosedFormEvaluator(store, expressions: outer.bounds(in: store), parameters: parameters)
    count = integrands.count
  }

  /// The integrals at a parameter point, in the order of the integrands.
  func evaluate(at point: [Rational], digits: Int, limits: WorkLimits) throws -> [Estimate] {
    let ends = bounds.evaluate(at: point, digits: digits + 20)
    let total = IteratedSum(count: count, digits: digits)
    func add(_ node: Rational, weight: Real) throws -> Bool {
      let values = try inner.evaluate(at: point + [node], digits: digits + 5, limits: limits)
      return total.add(values, weight: weight)
    }
    switch outer {
    case .finite:
      for end in ends { _ = try add(try Self.integer(end), weight: .one) }
      return total.estimates()
    case .lattice(let lower, let upper):
      try sumLattice(lower == nil ? nil : ends.first, upper == nil ? nil : ends.last, limits) {
        try add($0, weight: .one)
      }
      return total.estimates()
    case .interval(let lower, let upper, _):
      let map = IteratedMap(
        lower: lower == nil ? nil : ends.first, upper: upper == nil ? nil : ends.last, digits: digits)
      return try refine(map, digits: digits, limits: limits, total, add)
    }
  }

  /// Halves the step of the double-exponential rule until two levels agree.
  private func refine(
    _ map: IteratedMap, digits: Int, limits: WorkLimits, _ total: IteratedSum,
    _ add: (Rational, Real) throws -> Bool
  ) throws -> [Estimate] {
    var previous: [Estimate]?
    for level in 2...6 {
      let step = Rational(1, 1 << level)
      for direction in [1, -1] {
        var k = level == 2 ? (direction == 1 ? 0 : 1) : 1
        let stride = level == 2 ? 1 : 2
        total.startTail()
        while k < 12 << level {
          if limits.isExpired() { throw LimitReached.time }
          guard let (node, weight) = map.node(step * Rational(direction * k)) else { break }
          if try add(node, weight), k > 1 << level { break }
          k += stride
        }
      }
      let current = total.estimates(step: step, previous: previous)
      if previous != nil, current.allSatisfy({ $0.status != .limit }) { return current }
      previous = current
    }
    return previous ?? []
  }

  /// Sums outwards from a finite bound, or from 0 both ways, until the terms are negligible.
  private func sumLattice(
    _ lower: Real?, _ upper: Real?, _ limits: WorkLimits, _ add: (Rational) throws -> Bool
  ) throws {
    if let lower, let upper {
      var k = try Self.integer(lower)
      let last = try Self.integer(upper)
      while k <= last {
        _ = try add(k)
        k = k + Rational(1)
      }
      return
    }
    let start = try lower.map { try Self.integer($0) } ?? upper.map { try Self.integer($0) } ?? Rational(0)
    let directions = lower != nil ? [1] : (upper != nil ? [-1] : [1, -1])
    for (index, direction) in directions.enumerated() {
      var k = start + Rational(index * direction)
      var steps = 0
      while !(try add(k)) || steps < 8 {
        if limits.isExpired() { throw LimitReached.time }
        k = k + Rational(direction)
        steps += 1
        if steps > limits.maximumEvaluations { throw LimitReached.evaluations(limits.maximumEvaluations) }
      }
    }
  }

  private static func integer(_ value: Real) throws -> Rational {
    guard value.isFinite, let exact = Rational(value.description(digits: 30)) else {
      throw UndefinedIntegrand.bounds(variable: "")
    }
    return exact
  }
}

extension IntegrationSet {
  /// The finite bounds, or the listed values.
  fileprivate func bounds(in store: ExpressionStore) -> [Expr] {
    switch self {
    case .finite(let values): values
    case .interval(let lower, let upper, _), .lattice(let lower, let upper): [lower, upper].compactMap { $0 }
    }
  }
}
