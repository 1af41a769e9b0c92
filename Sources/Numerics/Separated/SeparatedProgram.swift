internal import Expressions
internal import Multiprecision

/// Integrals against a product of two densities, put together from integrals against each.
struct SeparatedProgram {
  private let own: IntegralProgram
  private let rest: IntegralProgram
  private let ownCount: Int
  private let restCount: Int
  /// The terms of each entry; the density's own is the first.
  private let entries: [[Term]]
  private let factors: ClosedFormEvaluator

  /// A product of an integral of each density, and of a factor of parameters alone.
  private struct Term {
    let own: Int
    let rest: Int
    /// The position among the factors; nil for 1.
    let factor: Int?
  }

  init(_ store: ExpressionStore, _ source: SeparatedSource, parameters: [Expr], assumptions: Assumptions) throws {
    let symbols = source.others.map(\.symbol) + [source.variable.symbol]
    var (ownEntries, restEntries) = (FactorEntries(store), FactorEntries(store))
    var factors: [Expr] = []
    func term(_ split: SplitTerm) -> Term {
      func part(_ e: Expr, _ wanted: Bool) -> [Expr] {
        store.factors(e).filter { store.containsAny($0, symbols) == wanted }
      }
      let factor = store.product(part(split.rest, false) + part(split.own, false))
      var position: Int?
      if factor != store.one {
        position = factors.firstIndex(of: factor) ?? factors.count
        if position == factors.count { factors.append(factor) }
      }
      return Term(
        own: ownEntries.entry(of: store.product(part(split.own, true))),
        rest: restEntries.entry(of: store.product(part(split.rest, true))), factor: position)
    }
    entries = [[Term(own: 0, rest: 0, factor: nil)]] + source.integrands.map { $0.map(term) }
    self.factors = try ClosedFormEvaluator(store, expressions: factors, parameters: parameters)
    (ownCount, restCount) = (ownEntries.list.count + 1, restEntries.list.count + 1)
    own = try IntegralProgram(
      store, logDensity: source.ownDensity, integrands: ownEntries.list, parameters: parameters,
      positions: Array(repeating: nil, count: ownCount), variables: [(source.variable.symbol, source.variable.set)],
      assumptions: nil)
    rest = try IntegralProgram(
      store, logDensity: source.restDensity, integrands: restEntries.list, parameters: parameters,
      positions: Array(repeating: nil, count: restCount), variables: source.others.map { ($0.symbol, $0.set) },
      assumptions: assumptions)
  }

  /// Bits beyond the wanted ones, against cancellation between terms.
  private static let guardBits = 16
  private static let mostExtraBits = 1 << 12

  /// The outcomes of all entries; nil unless every integral that they are made of converges.
  func outcomes(_ setting: NumericSetting) throws -> [PieceOutcome]? {
    var extra = Self.guardBits
    while true {
      guard let found = try outcomes(setting, extra: extra) else { return nil }
      let missing = found.map { $0.lost }.max() ?? 0
      guard missing > extra - Self.guardBits / 2, missing + Self.guardBits <= Self.mostExtraBits else {
        return found.map { $0.outcome(extra - Self.guardBits / 2) }
      }
      extra = missing + Self.guardBits
    }
  }

  private func outcomes(_ setting: NumericSetting, extra: Int) throws -> [CombinedTerms]? {
    func part(_ program: IntegralProgram, _ count: Int) throws -> [PieceOutcome]? {
      let found = try program.outcomes(
        NumericSetting(
          parameters: setting.parameters, entryCount: count, bits: setting.bits + extra, tables: setting.tables,
          calls: setting.calls, meter: setting.meter, provesErrors: setting.provesErrors))
      return found.allSatisfy { $0.status == .converged && $0.scale.isFinite } && !found[0].value.isZero ? found : nil
    }
    guard let ownParts = try part(own, ownCount), let restParts = try part(rest, restCount) else { return nil }
    let digits = Int(Double(setting.bits + extra) * 0.301_03) + 2
    let constants = factors.estimates(at: setting.parameters, digits: digits)
    return entries.map { terms in
      var sum = CombinedTerms()
      for term in terms { sum.add(ownParts[term.own], restParts[term.rest], term.factor.map { constants[$0] }) }
      return sum
    }
  }
}
