internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Syntax

/// Finds the observed variable, and the support where none is typed, of a model whose header does not say.
struct ObservedInference {
  let parsed: ParsedModel
  let supports: SupportInference
  private var store: ExpressionStore { supports.builder.store }

  /// The names that are taken for observed variables.
  private static let conventionalNames = ["x", "y", "k", "n", "t", "z"]

  /// What was found.
  enum Finding {
    /// The reading, with sentences on what was inferred.
    case reading(Reading, notes: [Report.Sentence])
    /// Readings that are possible as to their form, none of which normalises, the likeliest first; and what was wrong with
    /// those that are not even possible.
    case none([SupportInference.Candidate], errors: [DiagnosticList])

    /// The reading, or those that are possible as to their form.
    var readings: [Reading] {
      switch self {
      case .reading(let reading, _): [reading]
      case .none(let candidates, _): candidates.map(\.reading)
      }
    }
  }

  /// The reading in which the listed variables are observed.
  func finding(observed: [Expr]) throws(DiagnosticList) -> Finding {
    if observed.count > 1, let reading = supports.product(observed) {
      return .reading(reading, notes: [supportNote(reading, "mass 1 there")])
    }
    if observed.count > 1 || isBounded(observed[0]) {
      return .reading(try supports.reading(observed: observed), notes: [])
    }
    return try finding(among: observed)
  }

  /// The reading in which the symbol is observed that alone can be.
  func finding() throws(DiagnosticList) -> Finding {
    let symbols = candidates()
    let conventional = symbols.filter(isConventional)
    let bounded = conventional.filter(isBounded)
    if bounded.count > 1, bounded == conventional, areSubscriptsOfOne(bounded) {
      return .reading(
        try supports.reading(observed: bounded),
        notes: ["\(bounded.map(name).joined(separator: ", ")) are read as the observed variables"])
    }
    if bounded.count == 1 {
      // The clause names the variable; whether the density normalises is a separate question.
      let reading = try supports.reading(observed: bounded)
      let point = supports.screening.point(reading, .typical)
      let isNormalized = point.map { supports.screening.isNormalized(reading, at: $0) } ?? .unknown
      if parsed.isUpToNormalizer || conventional.count == 1 || isNormalized == .yes {
        return .reading(reading, notes: [])
      }
    }
    let first = try finding(among: conventional)
    if case .reading = first { return first }
    let others = symbols.filter { !isConventional($0) && isBounded($0) }
    let second = try finding(among: others)
    if case .reading = second { return second }
    guard case .none(let failed, let errors) = first, case .none(let further, let moreErrors) = second else {
      return first
    }
    if (failed + further).isEmpty, let error = (errors + moreErrors).first { throw error }
    if conventional.count > 1 || (conventional.isEmpty && others.count != 1) {
      throw DiagnosticList([.observedUnknown(parsed.densitySpan, (conventional + others).map(name))])
    }
    return .none(failed + further, errors: errors + moreErrors)
  }

  /// The only symbol over which the density normalises.
  private func finding(among symbols: [Expr]) throws(DiagnosticList) -> Finding {
    var normalized: [SupportInference.Candidate] = []
    var failed: [SupportInference.Candidate] = []
    var errors: [DiagnosticList] = []
    for symbol in symbols {
      do throws(DiagnosticList) {
        let found = try readings(observing: symbol)
        normalized += found.normalized
        failed += found.failed
      } catch { errors.append(error) }
    }
    if !parsed.isUpToNormalizer { normalized = supports.withoutRefuted(normalized) }
    if normalized.isEmpty, failed.isEmpty, symbols.count == 1, let error = errors.first { throw error }
    guard let first = normalized.first else { return .none(failed, errors: errors) }
    if normalized.count == 1 { return .reading(first.reading, notes: notes(first.reading)) }
    throw DiagnosticList([ambiguity(normalized.map(\.reading))])
  }

  /// The readings in which a symbol is observed; where no clause bounds it, over the standard supports.
  private func readings(
    observing symbol: Expr
  ) throws(DiagnosticList) -> (normalized: [SupportInference.Candidate], failed: [SupportInference.Candidate]) {
    if isBounded(symbol) {
      let reading = try supports.reading(observed: [symbol])
      let normalized = supports.candidate(reading, onlyNormalized: !parsed.isUpToNormalizer)
      if let normalized { return ([normalized], []) }
      return ([], [supports.candidate(reading, onlyNormalized: false)].compactMap { $0 })
    }
    if parsed.isUpToNormalizer { return (supports.candidates(for: symbol), []) }
    let normalized = supports.normalizedCandidates(for: symbol)
    if normalized.isEmpty, let error = supports.listedBound(of: symbol) { throw error }
    return normalized.isEmpty ? ([], supports.candidates(for: symbol)) : (normalized, [])
  }

  /// The symbols that may be observed: neither listed as known, nor bounding the lattice over which another runs.
  private func candidates() -> [Expr] {
    let listed = parsed.known + (parsed.parameters ?? [])
    let bounding = parsed.conditions.flatMap { clause -> [Expr] in
      guard case .membership(_, let set) = clause.condition, set.isDiscrete else { return [] }
      return set.bounds.flatMap(store.freeSymbols)
    }
    return parsed.symbols.map(\.symbol).filter { !listed.contains($0) && !bounding.contains($0) }
  }

  /// Whether a clause bounds a symbol: it is a side of a comparison, or the member of a set.
  private func isBounded(_ symbol: Expr) -> Bool {
    parsed.conditions.contains { clause in
      switch clause.condition {
      case .membership(let member, _): store.contains(member, symbol)
      case .relation(let left, _, let right): store.contains(left, symbol) || store.contains(right, symbol)
      }
    }
  }

  /// The symbols that have the names of observed variables.
  var conventional: [Expr] { candidates().filter(isConventional) }

  private func isConventional(_ symbol: Expr) -> Bool { Self.conventionalNames.contains(letter(symbol)) }

  /// The name without its subscript: x for x1, x_1 and x[1].
  private func letter(_ symbol: Expr) -> String {
    let name = name(symbol)
    let stem = name.prefix { $0.isLetter }
    return name.dropFirst(stem.count).allSatisfy { $0.isNumber || "_[],".contains($0) } ? String(stem) : name
  }

  /// Whether symbols differ in their subscripts only.
  private func areSubscriptsOfOne(_ symbols: [Expr]) -> Bool {
    Set(symbols.map(letter)).count == 1 && symbols.allSatisfy { letter($0) != name($0) }
  }

  private func name(_ symbol: Expr) -> String { store.symbolName(symbol) ?? "" }

  private func notes(_ reading: Reading) -> [Report.Sentence] {
    var result: [Report.Sentence] = []
    if parsed.observed == nil, !reading.observed.isEmpty {
      result.append("\(reading.observed[0].symbol) is read as the observed variable")
    }
    if reading.supportInferred {
      let mass = parsed.isUpToNormalizer ? "a finite mass" : "mass 1"
      result.append(supportNote(reading, "\(mass) there alone"))
    }
    return result
  }

  private func supportNote(_ reading: Reading, _ distinction: String) -> Report.Sentence {
    "the support \(reading.supportConditions) is inferred: of the standard supports, the density has \(distinction)"
  }

  private func ambiguity(_ readings: [Reading]) -> Diagnostic {
    let variables = readings.map { $0.observed[0].symbol }
    if Set(variables).count > 1 {
      var distinct: [Expr] = []
      for variable in variables where !distinct.contains(variable) { distinct.append(variable) }
      return .observedAmbiguous(distinct.map { (name($0), parsed.span(of: $0)) }, parsed.densitySpan)
    }
    let printer = PlainPrinter(store)
    return .supportMissing(
      parsed.span(of: variables[0]) ?? parsed.densitySpan, name(variables[0]),
      readings: readings.map { "possible: `\($0.supportConditions.map(printer.print).joined(separator: ", "))`" })
  }
}
