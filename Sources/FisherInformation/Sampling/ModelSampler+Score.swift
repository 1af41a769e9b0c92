internal import Expectation
internal import Expressions
internal import Numerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ModelSampler {
  /// Values of a score with their weights.
  public struct ScoreSample {
    /// Pairs of a value and its probability, in the order of the observation.
    public let weighted: [(value: Double, weight: Double)]
    /// Whether the observation takes separate values.
    public let isDiscrete: Bool
  }

  /// The distribution of a score at a point; nil where several variables are observed, or nothing can be evaluated.
  public func score(at point: [Double], parameter: Int) -> ScoreSample? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let parts = setting.parts
    let score = score(parameter, at: point)
    func evaluator(_ part: SupportPart) -> GridEvaluator? {
      try? GridEvaluator(
        store, [part.restricted(setting.logDensity), part.restricted(score)], variable: observed.variable,
        parameters: symbols)
    }
    guard let whole = evaluator(parts[0]) else { return nil }
    let atoms = parts.dropFirst().compactMap(evaluator).map { atom in
      let values = atom.values(over: [0], parameters: point)
      return (value: values[1][0], weight: exp(values[0][0]))
    }
    func weighted(_ grid: [Double], _ widths: [Double]) -> [(value: Double, weight: Double)] {
      let values = whole.values(over: grid, parameters: point)
      return grid.indices.map { i in
        let weight = exp(values[0][i]) * widths[i]
        return (values[1][i], weight.isFinite ? weight : 0)
      }
    }
    switch observed.range {
    case .finite(let elements):
      let grid = elements.map { number($0, at: point) ?? .nan }
      return ScoreSample(weighted: weighted(grid, grid.map { _ in 1 }), isDiscrete: true)
    case .lattice(let lower, let upper):
      let first = number(lower, at: point) ?? -1000
      let last = min(number(upper, at: point) ?? first + 2000, first + 2000)
      let grid = Array(stride(from: first, through: last, by: 1))
      return ScoreSample(weighted: weighted(grid, grid.map { _ in 1 }), isDiscrete: true)
    case .reals: return continuous(nil, nil, weighted, atoms)
    case .interval(let lower, let upper, _, _):
      return continuous(number(lower, at: point), number(upper, at: point), weighted, atoms)
    }
  }

  /// A score with the values that the expectations in it have at a point.
  private func score(_ parameter: Int, at point: [Double]) -> Expr {
    let score = report.score[parameter]
    let calls = InertCalls.calls(in: score, store).filter { store.expectationArgument($0) != nil }
    if calls.isEmpty { return score }
    let values = integrals(of: calls.compactMap { store.expectationArgument($0) }, at: point)
    return store.substitute(score, zip(calls, values).map { ($0, store.number(Self.rational($1))) })
  }

  /// The single points, and a fine grid where the rest of the mass is: on a wide one first, then twice between the points that bound nearly all of it.
  private func continuous(
    _ lower: Double?, _ upper: Double?, _ weighted: ([Double], [Double]) -> [(value: Double, weight: Double)],
    _ atoms: [(value: Double, weight: Double)]
  ) -> ScoreSample {
    var range = (-25.0, 25.0)
    var result: [(value: Double, weight: Double)] = []
    for _ in 0..<3 {
      let count = 6000
      let step = (range.1 - range.0) / Double(count)
      let places = (0..<count).map { range.0 + (Double($0) + 0.5) * step }
      let images = places.map { Self.image($0, lower, upper) }
      result = weighted(images.map(\.value), images.map { $0.slope * step })
      let total = result.reduce(0) { $0 + $1.weight }
      guard total > 0 else { break }
      var sum = 0.0
      let inside = result.indices.filter { i in
        sum += result[i].weight
        return sum > 1e-5 * total && sum < (1 - 1e-5) * total
      }
      guard let first = inside.first, let last = inside.last else { break }
      range = (places[first] - 2 * step, places[last] + 2 * step)
    }
    return ScoreSample(weighted: result + atoms, isDiscrete: false)
  }

  /// A point of the support for a real number, with the slope of the map.
  private static func image(_ u: Double, _ lower: Double?, _ upper: Double?) -> (value: Double, slope: Double) {
    switch (lower, upper) {
    case (nil, nil): return (sinh(u), cosh(u))
    case (let lower?, nil): return (lower + exp(u), exp(u))
    case (nil, let upper?): return (upper - exp(-u), exp(-u))
    case (let lower?, let upper?):
      let share = 1 / (1 + exp(-u))
      return (lower + (upper - lower) * share, (upper - lower) * share / (1 + exp(u)))
    }
  }

  /// The value of a bound at a point; nil where it is infinite.
  func number(_ e: Expr?, at point: [Double]) -> Double? {
    guard let e, e != store.infinity, e != store.negated(store.infinity),
      let evaluator = try? ClosedFormEvaluator(store, expressions: [e], parameters: symbols)
    else { return nil }
    let value = evaluator.evaluate(at: point.map(Self.rational), digits: 15)[0].doubleValue
    return value.isFinite ? value : nil
  }
}
