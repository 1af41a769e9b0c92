internal import Diagnostics
internal import Expressions

extension ModelAssembly {
  /// The support that cases state by their conditions alone, where no clause bounds their variable; an error where it can be
  /// read as the range of either of two symbols.
  mutating func supportOfCases(_ density: NodeID, declared: [ParsedCondition]) -> [ParsedCondition] {
    guard elaborator.tree.kind(density) == .cases, let cases = coveredCases(density) else { return [] }
    let store = elaborator.store
    var assumptions = elaborator.assumptions
    assumptions.assume(declared.prefix(Self.assumedConditions).map(\.condition))
    let bounded = declared.flatMap { $0.condition.freeSymbols(in: store) }
    // The mass tells whether it is integers that the cases cover; where it is not stated, a gap stays an error.
    let isUpToNormalizer = syntax.header?.isUpToNormalizer ?? false
    var readings: [(variable: Expr, conditions: [Condition])] = []
    for variable in candidates(cases) where !bounded.contains(variable) {
      var range = CasesRange(of: variable, in: store, under: assumptions)
      let found = range.conditions(cases, readsIntegers: !isUpToNormalizer)
      if let found { readings.append((variable, found)) }
    }
    if readings.count > 1 {
      let printer = PlainPrinter(store)
      diagnostics.append(
        .casesBoundSeveral(
          elaborator.tree.span(density),
          readings.map { (printer.print($0.variable), $0.conditions.map { printer.print($0) }.joined(separator: ", ")) }
        ))
      return []
    }
    let span = elaborator.tree.span(density)
    return (readings.first?.conditions ?? []).map { ParsedCondition(condition: $0, span: span, isInferred: true) }
  }

  /// What is wrong besides what follows from cases that can be read in two ways.
  func withoutConsequences(_ found: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.contains(where: { $0.id == "syntax.cases-bound-several" }) else { return found }
    return found.filter { $0.id != "syntax.cases-incomplete" }
  }

  /// The conditions of the cases in which the density is not 0, where nothing is said of what holds elsewhere but that it
  /// is 0; nil where the support is found without them.
  private func coveredCases(_ node: NodeID) -> [[Condition]]? {
    let parts = elaborator.tree.children(node)
    let hasOtherwise = !parts.count.isMultiple(of: 2)
    if hasOtherwise, !vanishes(parts[parts.count - 1]) { return nil }
    var probe = elaborator
    var found: [[Condition]] = []
    var holdsPoint = false
    for k in stride(from: 0, to: parts.count - 1, by: 2) {
      if vanishes(parts[k]) {
        if !hasOtherwise { return nil }
        continue
      }
      let conditions = probe.conditions(parts[k + 1]).map(\.condition)
      holdsPoint = holdsPoint || conditions.contains { isPoint($0) }
      found.append(conditions)
    }
    guard probe.diagnostics.count == elaborator.diagnostics.count else { return nil }
    // Intervals that `0 otherwise` sets apart are read off the brackets of the formula.
    return hasOtherwise && !holdsPoint ? nil : found
  }

  /// Whether the density of a case is 0.
  private func vanishes(_ node: NodeID) -> Bool {
    guard elaborator.isDensity else { return elaborator.infinity(node) == -1 }
    var probe = elaborator
    return probe.expression(node) == elaborator.store.zero
  }

  private func isPoint(_ condition: Condition) -> Bool {
    switch condition {
    case .relation(_, .equal, _), .membership(_, .finite): true
    default: false
    }
  }

  /// The symbols that may be observed: the one of the header, or else those in the conditions of every case.
  private func candidates(_ cases: [[Condition]]) -> [Expr] {
    let store = elaborator.store
    if let observed = syntax.header?.observed { return observed.count == 1 ? [store.symbol(observed[0].text)] : [] }
    let listed = ((syntax.header?.parameters ?? []) + (syntax.header?.known ?? []) + syntax.known).map(\.text)
    let symbols = (cases.first ?? []).flatMap { $0.freeSymbols(in: store) }
    var found: [Expr] = []
    for symbol in symbols where !found.contains(symbol) && !listed.contains(store.symbolName(symbol) ?? "") {
      if cases.allSatisfy({ $0.contains { $0.freeSymbols(in: store).contains(symbol) } }) { found.append(symbol) }
    }
    return found
  }
}
