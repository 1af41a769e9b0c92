internal import Expressions
internal import Multiprecision

/// Finds standard domains of parameters on which a density has mass 1, where nobody stated any and it fails elsewhere.
///
/// The law of Borel has mass 1 for a mean below 1 alone, and nothing in its formula says so. Such a domain is believed from
/// the points at which the mass is looked at, and the report says so.
struct DomainSearch {
  let screening: MassScreening
  /// The reading under further conditions; nil where it is none, or does not normalise at the typical point.
  let reading: ([InferredCondition]) -> Reading?
  private var store: ExpressionStore { screening.store }

  /// A domain that may be assumed of a symbol, with conditions beyond it.
  private struct Choice {
    let symbol: Expr
    let condition: Condition
    let outside: [Condition]
  }

  /// More symbols whose domains nobody stated have too many combinations.
  private static let mostSymbols = 4
  /// So many of them may get a domain.
  private static let mostNarrowed = 2
  /// Where the support is in question as well, a combination takes much longer.
  private static let mostCombinations = (typed: 60, inferred: 8)

  /// Conditions under which the density has mass 1, the fewest that do; nil where none were found.
  ///
  /// - Parameter failed: a reading without them.
  func conditions(for failed: Reading) -> [InferredCondition]? {
    let open = failed.symbols.filter { isOpen($0, failed) }
    guard failed.observed.count == 1, !open.isEmpty, open.count <= Self.mostSymbols else { return nil }
    let each = open.map { choices($0, failed) }
    let most = failed.supportInferred ? Self.mostCombinations.inferred : Self.mostCombinations.typed
    for combination in combinations(each).prefix(most) {
      guard let found = inferred(combination, failed) else { continue }
      let wider = widened(combination, failed, found.reading).firstValue { inferred($0, failed) }
      return wider?.conditions ?? found.conditions
    }
    return nil
  }

  /// Whether no typed condition speaks of a symbol, which may be any real number between bounds.
  private func isOpen(_ symbol: Expr, _ reading: Reading) -> Bool {
    let isTyped = reading.constraints.contains { $0.freeSymbols(in: store).contains(symbol) }
    switch reading.assumptions.domain(of: symbol) {
    case .reals, .interval: return !isTyped
    default: return false
    }
  }

  /// Half the line, the interval (-1, 1) and its upper half, as far as they say more than is known.
  ///
  /// - Parameter all: whether (-1, 1) counts also where the support is in question, so that each choice takes long.
  private func choices(_ symbol: Expr, _ reading: Reading, all: Bool = false) -> [Choice] {
    let (zero, one, minusOne) = (store.zero, store.one, store.minusOne)
    let (negative, large) = (Condition.relation(symbol, .less, zero), Condition.relation(symbol, .greater, one))
    func interval(_ lower: Expr) -> Condition {
      .membership(symbol, .interval(lower: lower, upper: one, lowerClosed: false, upperClosed: false))
    }
    let sign = Choice(symbol: symbol, condition: .relation(symbol, .greater, zero), outside: [negative])
    let unit = Choice(symbol: symbol, condition: interval(zero), outside: [large, negative])
    let wide = Choice(
      symbol: symbol, condition: interval(minusOne), outside: [.relation(symbol, .less, minusOne), large])
    return [sign, wide, unit].filter { choice in
      let isWide = choice.condition == wide.condition
      return reading.assumptions.holds(choice.condition) == .unknown
        && !(isWide && (reading.supportInferred && !all || reading.assumptions.isNonnegative(symbol) == .yes))
    }
  }

  /// Combinations with the half-line or (-1, 1) for (0, 1), and with what the latter entailed of the other symbols.
  private func widened(_ combination: [Choice], _ failed: Reading, _ reading: Reading) -> [[Choice]] {
    let listed = combination.map(\.symbol)
    let entailed = failed.symbols.filter { isOpen($0, failed) && !listed.contains($0) }.compactMap { symbol in
      choices(symbol, failed, all: true).last { reading.assumptions.holds($0.condition) == .yes }
    }
    return combination.enumerated().flatMap { position, choice -> [[Choice]] in
      let all = choices(choice.symbol, failed, all: true)
      guard all.count > 1, choice.condition == all[all.count - 1].condition else { return [] }
      return all.dropLast().map { wider in
        var result = combination
        result[position] = wider
        return result + entailed
      }
    }
  }

  /// The choices for one symbol, and then those for several.
  private func combinations(_ choices: [[Choice]]) -> [[Choice]] {
    var found: [[Choice]] = [[]]
    for list in choices {
      let longer = found.filter { $0.count < Self.mostNarrowed }
      found += longer.flatMap { begun in list.map { begun + [$0] } }
    }
    let bySize = Dictionary(grouping: found, by: \.count)
    return (1...Self.mostNarrowed).flatMap { bySize[$0] ?? [] }
  }

  /// The conditions of a combination, and the reading under them, if the density has mass 1 under them and not under the
  /// others of any one.
  private func inferred(
    _ combination: [Choice], _ failed: Reading
  ) -> (conditions: [InferredCondition], reading: Reading)? {
    let conditions = combination.map(\.condition)
    let isPlausible = failed.supportInferred || isNormalized(failed, under: conditions, patterns: [.typical])
    let bare = conditions.map { InferredCondition(condition: $0, reason: .unitMassSeen(elsewhere: [])) }
    guard isPlausible, let reading = reading(bare),
      isNormalized(reading, under: [], patterns: SamplePattern.allCases)
    else { return nil }
    var result: [InferredCondition] = []
    for choice in combination {
      let others = combination.filter { $0.symbol != choice.symbol }.map(\.condition)
      guard let place = refutingPoint(choice, others, reading, failed) else { return nil }
      let equations = zip(failed.symbols, place).map { Condition.relation($0, .equal, store.number($1)) }
      result.append(InferredCondition(condition: choice.condition, reason: .unitMassSeen(elsewhere: equations)))
    }
    return (result, reading)
  }

  /// A point beyond one of the domains at which the mass is not 1 over the same support.
  private func refutingPoint(
    _ choice: Choice, _ others: [Condition], _ reading: Reading, _ failed: Reading
  ) -> [Rational]? {
    var wide = failed
    wide.observed = reading.observed
    let sampling = SamplePoints(of: wide.symbols, assumptions: wide.assumptions.assuming(others))
    return choice.outside.firstValue { outside in
      sampling.point(satisfying: [outside]).flatMap { screening.isNormalized(wide, at: $0) == .no ? $0 : nil }
    }
  }

  /// Whether the mass is 1 at the typical point, and nowhere known to be another.
  private func isNormalized(_ reading: Reading, under conditions: [Condition], patterns: [SamplePattern]) -> Bool {
    var narrowed = reading
    narrowed.assumptions = reading.assumptions.assuming(conditions)
    let scan = DensityScan(
      store: store, logDensity: reading.logDensity, density: nil, observed: reading.observed, symbols: reading.symbols)
    return patterns.allSatisfy { pattern in
      guard let point = screening.point(narrowed, pattern), scan?.failure(at: point) == nil else { return false }
      let isOne = screening.isNormalized(narrowed, at: point)
      return pattern == .typical ? isOne == .yes : isOne != .no
    }
  }
}
