internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Syntax

/// Puts a reading of a typed model together once the observed variables are chosen.
struct ReadingBuilder {
  let store: ExpressionStore
  private(set) var parsed: ParsedModel
  /// Further constraints, from outside the text of the model.
  let further: [Condition]
  /// What is known already of parameters that the text says nothing of.
  var inferred: [InferredCondition] = []
  let formulas: FunctionFormulas

  /// The builder that knows more of the parameters.
  func inferring(_ conditions: [InferredCondition]) -> ReadingBuilder {
    var result = self
    result.inferred += conditions
    return result
  }

  /// The builder with further conditions on observed variables.
  func bounded(by conditions: [Condition]) -> ReadingBuilder {
    var result = self
    result.parsed = parsed.bounded(by: conditions)
    return result
  }

  /// The builder that takes a listed parameter for a known constant where it has to be one.
  func listingLoosely() -> ReadingBuilder {
    var result = self
    result.parsed = parsed.listedLoosely()
    return result
  }

  /// The reading with these observed variables; where no clause bounds the single one, with a standard support.
  func reading(observed: [Expr], support: StandardSupport?) throws(DiagnosticList) -> Reading {
    let clauses = parsed.conditions.filter { mentions($0.condition, observed) }
    let constraints = parsed.conditions.filter { !mentions($0.condition, observed) }
    let declared = try declaredAssumptions(constraints)
    var ranges = support.map { [$0.set(in: store)] } ?? []
    var nonempty: [Condition] = []
    if support == nil {
      let nested = NestedSupport(store: store, observed: observed, assumptions: withDemands(declared, observed))
      do throws(Diagnostic) { (ranges, nonempty) = try nested.ranges(clauses) } catch { throw DiagnosticList([error]) }
    }
    let typed = support.map { [$0.condition(on: observed[0], in: store)] } ?? clauses.map(\.condition)
    let roles = SymbolRoles(store: store, parsed: parsed, observed: observed, ranges: ranges, declared: declared)
    if let conflict = roles.conflict { throw DiagnosticList([conflict]) }
    var reading = Reading(
      observed: zip(observed, ranges).map { ObservedVariable($0, in: $1) }, supportConditions: typed,
      supportInferred: support != nil, parameters: roles.parameters, known: roles.known, knownBecause: roles.reasons,
      inferred: inferred, constraints: constraints.map(\.condition) + further, assumptions: declared,
      logDensity: parsed.density)
    reading.supportCoversCases = clauses.contains(where: \.isInferred)
    try requireNonemptySupport(&reading, nonempty, clauses)
    try complete(&reading, roles, clauses)
    return reading
  }

  // MARK: Assumptions

  /// What is declared, with what the density demands of the parameters whatever is observed: `log(sigma)`, sigma > 0.
  private func withDemands(_ declared: Assumptions, _ observed: [Expr]) -> Assumptions {
    let demands = declared.requirements(of: parsed.density).filter { demand in
      !demand.condition.freeSymbols(in: store).contains(where: observed.contains)
    }
    let symbols = parsed.symbols.map(\.symbol).filter { !observed.contains($0) }
    let domains = ParameterDomains(meeting: demands, parameters: symbols, observed: [], assumptions: declared)
    return domains.refuted.isEmpty && !domains.assumptions.isContradictory ? domains.assumptions : declared
  }

  /// The expression on whose sign it depends on which side a clause bounds the observed variable; nil where none does, or
  /// several do.
  func undecidedSide() throws(DiagnosticList) -> Expr? {
    let named = parsed.symbols.map(\.symbol).filter { ["x", "y", "t", "z"].contains(store.symbolName($0)) }
    let observed = parsed.observed ?? named
    let constraints = parsed.conditions.filter { !mentions($0.condition, observed) }
    let assumptions = withDemands(try declaredAssumptions(constraints), observed)
    var found: [Expr] = []
    for clause in parsed.conditions {
      for variable in observed {
        let slope = SupportSlope(of: clause.condition, in: variable, under: assumptions)
        for factor in slope?.undecided ?? [] where !found.contains(factor) { found.append(factor) }
      }
    }
    return found.count == 1 && !store.containsAny(found[0], observed) ? found[0] : nil
  }

  private func declaredAssumptions(_ constraints: [ParsedCondition]) throws(DiagnosticList) -> Assumptions {
    let all = Assumptions(store).assuming(constraints.map(\.condition) + further)
    guard all.isContradictory else { return all.assuming(inferred.map(\.condition)) }
    var partial = Assumptions(store)
    for (position, constraint) in constraints.enumerated() {
      partial.assume(constraint.condition)
      if partial.isContradictory {
        let earlier = constraints[..<position].filter { shareSymbols($0.condition, constraint.condition) }
        throw DiagnosticList([.contradiction(constraint.span, earlier: earlier.map(\.span))])
      }
    }
    throw DiagnosticList([.contradictoryAssumption(further.map(PlainPrinter(store).print))])
  }

  /// Bounds the parameters so that the support has members, e.g. theta > 0 for 0 < x < theta.
  private func requireNonemptySupport(
    _ reading: inout Reading, _ conditions: [Condition], _ clauses: [ParsedCondition]
  ) throws(DiagnosticList) {
    let demands = conditions.map { DomainRequirement($0, of: store.zero) }.filter { demand in
      reading.assumptions.holds(demand.condition) != .yes
    }
    let domains = ParameterDomains(
      meeting: demands, parameters: reading.symbols, observed: [], assumptions: reading.assumptions)
    guard domains.refuted.isEmpty, !domains.assumptions.isContradictory else { throw emptySupport(clauses) }
    reading.inferred += domains.inferred.map { InferredCondition(condition: $0.condition, reason: .support) }
    reading.assumptions = domains.assumptions
  }

  private func emptySupport(_ clauses: [ParsedCondition]) -> DiagnosticList {
    DiagnosticList([.emptySupport(clauses.first?.span ?? parsed.densitySpan, clauses.dropFirst().map(\.span))])
  }

  /// Adds the support, reads domains off the density, and takes its logarithm.
  private func complete(
    _ reading: inout Reading, _ roles: SymbolRoles, _ clauses: [ParsedCondition]
  ) throws(DiagnosticList) {
    let ends = reading.observed.compactMap { EndBrackets($0, store) }
    reading.observed = reading.observed.map { EndBrackets($0, store)?.opened($0, in: parsed.density) ?? $0 }
    let memberships = reading.observed.map { Condition.membership($0.symbol, $0.range) }
    let assumed = reading.assumptions.assuming(roles.inferredDomains + memberships + reading.supportConditions)
    if assumed.isContradictory { throw emptySupport(clauses) }
    let target = target(ends, under: assumed)
    let observed = reading.observed.map(\.symbol)
    let domains = ParameterDomains(
      readFrom: target, parameters: reading.symbols, observed: observed, assumptions: assumed,
      declared: declaredSymbols(reading))
    if let refuted = domains.refuted.first { throw DiagnosticList([notReal(refuted)]) }
    reading.inferred +=
      roles.inferredDomains.map { .init(condition: $0, reason: .part(parsed.density)) }
      + domains.inferred.map(InferredCondition.read)
    reading.assumptions = domains.assumptions
    reading.assumptions.assume(scaleConventions(&reading))
    if !parsed.isLogarithm {
      reading.logDensity = Simplifier(reading.assumptions, formulas: formulas).expandedLogarithms(target)
    }
    for observed in reading.observed where observed.range.isLattice {
      let brackets = LatticeBrackets(store: store, variable: observed.symbol, assumptions: reading.assumptions)
      reading.logDensity = brackets.aligned(reading.logDensity)
    }
    for end in ends { reading.logDensity = end.aligned(reading.logDensity) }
    addPositivityDemands(&reading)
    let known = reading.inferred.count
    addIntegrabilityDemands(&reading, clauses)
    // Signs of rates that were not known tell which term is the largest.
    if reading.inferred.count > known { addPositivityDemands(&reading) }
  }

  /// The parameters of which a clause says where they range.
  private func declaredSymbols(_ reading: Reading) -> Set<Expr> {
    Set(reading.constraints.flatMap { $0.freeSymbols(in: store) })
  }

  /// The log-density that domains are read off: the logarithm of several cases is taken in each of them.
  private func target(_ ends: [EndBrackets], under assumed: Assumptions) -> Expr {
    if parsed.isLogarithm { return parsed.density }
    // Before the logarithm is taken: a point and what lies off it are seen to exclude each other only then.
    let density = ends.reduce(parsed.density) { $1.aligned($0) }
    let logarithm = store.log(density)
    let hasCases = store.factors(density).contains { factor in
      store.operands(factor).contains { store.factors($0).contains { store.complementaryBracket($0) != nil } }
    }
    return hasCases ? Simplifier(assumed, formulas: formulas).expandedLogarithms(logarithm) : logarithm
  }

  /// A parameter that must not be 0 and whose sign does not matter to the density is read as a scale, which is positive.
  private func scaleConventions(_ reading: inout Reading) -> [Condition] {
    var found: [Condition] = []
    let simplifier = Simplifier(reading.assumptions, formulas: formulas)
    for entry in reading.inferred {
      guard case .relation(let symbol, .notEqual, store.zero) = entry.condition, reading.parameters.contains(symbol),
        !declaredSymbols(reading).contains(symbol),
        case .part(let part) = entry.reason
      else { continue }
      let mirrored = store.substitute(parsed.density, [(symbol, store.negated(symbol))])
      guard simplifier.isZero(store.difference(mirrored, parsed.density)) else { continue }
      let positive = Condition.relation(symbol, .greater, store.zero)
      found.append(positive)
      reading.inferred.append(.init(condition: positive, reason: .convention(part)))
    }
    return found
  }

  /// Adds the bounds without which the density is negative somewhere.
  private func addPositivityDemands(_ reading: inout Reading) {
    let demands = PositivityDemands(
      logDensity: reading.logDensity, parameters: reading.parameters, declared: declaredSymbols(reading),
      observed: reading.observed,
      simplifier: Simplifier(reading.assumptions, formulas: formulas)
    ).requirements
    let domains = domains(meeting: demands, reading)
    reading.assumptions = domains.assumptions
    reading.inferred += domains.inferred.map(InferredCondition.read)
  }

  /// Adds the bounds without which the density has no finite mass.
  private func addIntegrabilityDemands(_ reading: inout Reading, _ clauses: [ParsedCondition]) {
    let demands = IntegrabilityDemands(
      logDensity: reading.logDensity, observed: rangesGivenOthers(reading, clauses),
      simplifier: Simplifier(reading.assumptions, formulas: formulas)
    ).requirements
    let domains = domains(meeting: demands, reading)
    reading.assumptions = domains.assumptions
    reading.inferred = withoutSuperseded(
      reading.inferred + domains.inferred.map { InferredCondition(condition: $0.condition, reason: .finiteMass) })
    // What a sign tells apart, as log((1 - q)^2) with q < 1, is best written in parts.
    if !parsed.isLogarithm, !domains.inferred.isEmpty {
      reading.logDensity = Simplifier(reading.assumptions, formulas: formulas).expandedLogarithms(reading.logDensity)
    }
  }

  private func domains(meeting demands: [DomainRequirement], _ reading: Reading) -> ParameterDomains {
    ParameterDomains(
      meeting: demands, parameters: reading.symbols, observed: reading.observed.map(\.symbol),
      assumptions: reading.assumptions)
  }

  /// Each observed variable with its range given all others, as far as it is found.
  private func rangesGivenOthers(_ reading: Reading, _ clauses: [ParsedCondition]) -> [ObservedVariable] {
    if reading.observed.count == 1 { return reading.observed }
    return reading.observed.compactMap { variable in
      let symbols = reading.observed.map(\.symbol).filter { $0 != variable.symbol } + [variable.symbol]
      let nested = NestedSupport(store: store, observed: symbols, assumptions: reading.assumptions)
      guard let range = try? nested.ranges(clauses).ranges.last else { return nil }
      return ObservedVariable(variable.symbol, in: range)
    }
  }

  /// What was inferred without the conditions that others imply: `theta != 0` once `theta > 0` is known, `a < 2` beside `a < 1`.
  private func withoutSuperseded(_ all: [InferredCondition]) -> [InferredCondition] {
    var kept = all
    for entry in all where entry.isReadOff {
      let others = kept.map(\.condition).filter { $0 != entry.condition }
      guard others.count < kept.count, Assumptions(store).assuming(others).holds(entry.condition) == .yes else {
        continue
      }
      kept.removeAll { $0.condition == entry.condition }
    }
    return kept
  }

  private func notReal(_ requirement: DomainRequirement) -> Diagnostic {
    let printer = PlainPrinter(store)
    return .notReal(
      parsed.densitySpan, part: printer.print(requirement.part), demand: printer.print(requirement.condition))
  }

  private func mentions(_ condition: Condition, _ symbols: [Expr]) -> Bool {
    condition.expressions.contains { store.containsAny($0, symbols) }
  }

  private func shareSymbols(_ a: Condition, _ b: Condition) -> Bool { mentions(a, b.freeSymbols(in: store)) }
}

extension NumberSet {
  /// Whether the set is a range of integers.
  fileprivate var isLattice: Bool {
    if case .lattice = self { return true }
    return false
  }
}
