public import Calculus
public import Diagnostics
public import Expressions
internal import Multiprecision
public import Numerics
public import Syntax

/// Decides how a typed log-density is to be understood, and says what it decided.
///
/// Nothing is guessed silently: an inferred observed variable, support or domain is noted, and what can be understood in
/// two ways is an error that shows both.
public struct ModelResolution {
  private let store: ExpressionStore
  private let formulas: FunctionFormulas
  private let normalizer: (any NormalizerProof)?
  private let limits: WorkLimits

  /// Prepares to understand models of one store.
  ///
  /// - Parameters:
  ///   - normalizer: the source of exact normalisers.
  ///   - limits: of the numeric work on each integral.
  public init(
    store: ExpressionStore, formulas: FunctionFormulas? = nil, normalizer: (any NormalizerProof)? = nil,
    limits: WorkLimits = WorkLimits(maximumEvaluations: 4_000)
  ) {
    self.store = store
    self.formulas = formulas ?? FunctionFormulas(store)
    self.normalizer = normalizer
    self.limits = limits
  }

  /// The model that a text states, under further assumptions.
  ///
  /// - Throws: diagnostics whose identifiers begin with `model.`, in the order of the text.
  public func model(_ parsed: ParsedModel, assuming further: [Condition] = []) throws(DiagnosticList) -> Model {
    let strangers = strangers(in: further, parsed)
    guard strangers.isEmpty else { throw DiagnosticList(strangers) }
    do throws(DiagnosticList) {
      return try understood(parsed, assuming: further, notes: [])
    } catch {
      guard error.diagnostics.contains(where: \.isAboutMass) else { throw error }
      let others = otherReadings(of: parsed)
      for (other, notes) in others {
        if let model = try? understood(other, assuming: further, notes: notes) { return model }
      }
      for (other, notes) in [(parsed, [])] + others {
        if let model = narrowed(other, assuming: further, notes: notes) { return model }
      }
      throw error
    }
  }

  /// The model under standard domains of parameters on which its density normalises; nil where none were found.
  private func narrowed(
    _ parsed: ParsedModel, assuming further: [Condition], notes heading: [Report.Sentence]
  ) -> Model? {
    let builder = ReadingBuilder(store: store, parsed: parsed, further: further, formulas: formulas)
    guard !parsed.isUpToNormalizer, let first = try? finding(builder) else { return nil }
    let search = DomainSearch(screening: screening) { conditions in
      guard case .reading(let reading, _)? = try? finding(builder.inferring(conditions)) else { return nil }
      return reading
    }
    let readings = first.readings.isEmpty ? anyReading(builder) : first.readings
    return readings.prefix(Self.mostReadings).firstValue(search.conditions).flatMap { conditions in
      (try? finding(builder.inferring(conditions))).flatMap { try? model($0, parsed, heading) }
    }
  }

  /// The variables that the header lists, or else those that go by their names.
  private func observed(_ parsed: ParsedModel) -> [Expr] {
    parsed.observed
      ?? inference(ReadingBuilder(store: store, parsed: parsed, further: [], formulas: formulas)).conventional
  }

  /// A reading over some standard support, whatever its mass, for the symbols that it has.
  private func anyReading(_ builder: ReadingBuilder) -> [Reading] {
    let listed = observed(builder.parsed)
    guard listed.count == 1 else { return [] }
    let found = StandardSupport.all.firstValue { try? builder.reading(observed: listed, support: $0) }
    return [found].compactMap(\.self)
  }

  /// Of no more readings than these are domains looked for.
  private static let mostReadings = 2

  /// What a text may mean if its density, as it stands, does not normalise, with what is said of it.
  private func otherReadings(of parsed: ParsedModel) -> [(ParsedModel, [Report.Sentence])] {
    let asDensity: Report.Sentence = "the formula is read as a density: it normalises, and as a log-density it does not"
    let asCounts: Report.Sentence = "the cases are read as cases of integers: over these the density normalises"
    let asIntegers: Report.Sentence = "the support is read as one of integers: over these the density normalises"
    let density = parsed.readAsDensity
    let variables = observed(parsed)
    let readings: [(ParsedModel?, [Report.Sentence])] = [
      (density, [asDensity]), (parsed.readAsCounts(in: store), [asCounts]),
      (density?.readAsCounts(in: store), [asDensity, asCounts]),
      (parsed.readAsCounts(of: variables, in: store), [asIntegers]),
    ]
    return readings.compactMap { reading, notes in reading.map { ($0, notes) } }
  }

  /// What is assumed of symbols that the model does not have.
  private func strangers(in further: [Condition], _ parsed: ParsedModel) -> [Diagnostic] {
    let symbols = Set(parsed.symbols.map(\.symbol))
    let names = parsed.symbols.compactMap { store.symbolName($0.symbol) }
    return further.flatMap { condition in
      condition.freeSymbols(in: store).filter { !symbols.contains($0) }.map { stranger in
        .assumedStranger(store.symbolName(stranger) ?? "", in: PlainPrinter(store).print(condition), among: names)
      }
    }
  }

  private func understood(
    _ parsed: ParsedModel, assuming further: [Condition], notes heading: [Report.Sentence]
  ) throws(DiagnosticList) -> Model {
    let builder = ReadingBuilder(store: store, parsed: parsed, further: further, formulas: formulas)
    let first = try finding(builder)
    if !parsed.isUpToNormalizer, let signs = signs(first), let second = try? finding(builder.inferring(signs)),
      let model = try? model(second, parsed, heading)
    {
      return model
    }
    return try model(first, parsed, heading)
  }

  private var screening: MassScreening { MassScreening(store: store, formulas: formulas, limits: limits) }

  private func finding(_ builder: ReadingBuilder) throws(DiagnosticList) -> ObservedInference.Finding {
    let inference = inference(builder)
    if let observed = builder.parsed.observed, !observed.isEmpty { return try inference.finding(observed: observed) }
    return try inference.finding()
  }

  private func inference(_ builder: ReadingBuilder) -> ObservedInference {
    ObservedInference(
      parsed: builder.parsed,
      supports: SupportInference(builder: builder, screening: screening, normalizer: normalizer))
  }

  /// The signs of parameters without which a density does not have mass 1; nil where there are none.
  private func signs(_ finding: ObservedInference.Finding) -> [InferredCondition]? {
    finding.readings.lazy.map(signInference.conditions).first { !$0.isEmpty }
  }

  private var signInference: SignInference { SignInference(screening: screening, normalizer: normalizer) }

  /// The model of what was found, unless its mass is wrong.
  private func model(
    _ finding: ObservedInference.Finding, _ parsed: ParsedModel, _ heading: [Report.Sentence]
  ) throws(DiagnosticList) -> Model {
    let messages = MassMessages(store: store, parsed: parsed, normalizer: normalizer, formulas: formulas)
    switch finding {
    case .none(let candidates, let errors):
      if candidates.isEmpty, let error = errors.first { throw error }
      let reading = candidates.first?.reading
      throw DiagnosticList(messages.wrongMass(candidates) + missingParameter(reading, parsed))
    case .reading(let reading, let notes):
      var diagnostics = missingParameter(reading, parsed)
      if !reading.supportInferred { diagnostics = complaint(reading, messages) + diagnostics }
      guard diagnostics.isEmpty else { throw DiagnosticList(diagnostics) }
      return model(reading, parsed, heading + notes)
    }
  }

  /// What is wrong with the mass of a reading at the typical point, or else at another.
  private func complaint(_ reading: Reading, _ messages: MassMessages) -> [Diagnostic] {
    guard let typical = screening.point(reading, .typical) else { return [] }
    let complaint = messages.complaint(screening, reading, at: typical)
    if !complaint.isEmpty || messages.parsed.isUpToNormalizer { return complaint }
    let refuting = screening.refutingPoint(reading) ?? signInference.refutingPoint(reading)
    return refuting.map { messages.complaint(screening, reading, at: $0) } ?? []
  }

  private func missingParameter(_ reading: Reading?, _ parsed: ParsedModel) -> [Diagnostic] {
    guard let reading, reading.parameters.isEmpty else { return [] }
    return [.noParameter(parsed.densitySpan)]
  }

  private func model(_ reading: Reading, _ parsed: ParsedModel, _ notes: [Report.Sentence]) -> Model {
    let description = ReadingDescription(store: store, reading: reading)
    let logMass = parsed.isUpToNormalizer ? normalizer?.logMass(of: reading.modelReading(in: store)) : nil
    let correction = logMass.map { store.terms($0).map(store.negated) } ?? []
    let logDensity = store.sum([reading.logDensity] + correction)
    let unstated = reading.observed.filter { observed in
      !reading.supportConditions.contains { $0.freeSymbols(in: store).contains(observed.symbol) }
    }
    return Model(
      store: store, parsed: parsed, observed: reading.observed,
      supportConditions: reading.supportConditions + unstated.map { .membership($0.symbol, $0.range) },
      supportInferred: reading.supportInferred || reading.supportCoversCases || !unstated.isEmpty,
      parameters: reading.parameters, known: reading.known,
      domains: description.domains, constraints: description.jointConstraints, assumptions: reading.assumptions,
      logDensity: logDensity, isUpToNormalizer: parsed.isUpToNormalizer, logNormalizer: logMass,
      notes: notes + description.notes)
  }
}
