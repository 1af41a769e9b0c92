import Diagnostics
import Expressions
import Multiprecision
import Syntax

/// Reads a family's file: statements first, then everything that is written in the log-density language.
struct FamilyReader {
  private let source: SourceText
  private var problems: [Diagnostic] = []
  private var seen: [FamilyKeyword: Passage] = [:]

  private var name: Passage?
  private var title: Passage?
  private var tags: [String] = []
  private var variables: [Family.Declaration] = []
  private var parameters: [Family.Declaration] = []
  private var known: [Family.Declaration] = []
  private var constraints: [Passage] = []
  private var density: (keyword: FamilyKeyword, passage: Passage)?
  private var calls: [FamilyCall] = []
  private var claims: [Claim] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The family that a file describes.
  static func read(_ source: SourceText) throws(DiagnosticList) -> Family {
    var reader = FamilyReader(source)
    for statement in FamilyStatement.all(in: source) { reader.take(statement) }
    let family = reader.assembled()
    guard let family, reader.problems.isEmpty else { throw DiagnosticList(reader.problems) }
    let mistakes = try reader.mistakes(in: family)
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return family
  }

  private mutating func take(_ statement: FamilyStatement) {
    guard let keyword = FamilyKeyword(rawValue: statement.keyword.text) else {
      problems.append(.unknownKeyword(statement.keyword))
      return
    }
    if keyword.isUnique, let first = seen[keyword] {
      problems.append(.repeatedStatement(statement.keyword, first: first))
      return
    }
    seen[keyword] = statement.keyword
    guard !statement.body.text.isEmpty else {
      problems.append(.emptyStatement(statement.keyword))
      return
    }
    do {
      try take(keyword, statement)
    } catch {
      problems.append(error)
    }
  }

  private mutating func take(_ keyword: FamilyKeyword, _ statement: FamilyStatement) throws(Diagnostic) {
    let body = statement.body
    switch keyword {
    case .family: name = body
    case .title: title = body
    case .tag: tags += body.listed.map(\.text).filter { !$0.isEmpty }
    case .constraint: constraints.append(body)
    case .call: calls.append(try FamilyCall(body))
    case .density, .logDensity:
      if let density { throw .repeatedStatement(statement.keyword, first: seen[density.keyword] ?? density.passage) }
      density = (keyword, body)
    case .variable: variables.append(try Family.Declaration(body))
    case .parameter: parameters.append(try Family.Declaration(body))
    case .known: known.append(try Family.Declaration(body))
    case .claim: claims.append(try Claim(statement))
    }
  }

  /// The family, if nothing that it needs is missing.
  private mutating func assembled() -> Family? {
    let end = SourceSpan(source.bytes.count, source.bytes.count)
    if name == nil { problems.append(.missingStatement(.family, at: end)) }
    if density == nil { problems.append(.missingStatement(.logDensity, at: end)) }
    if variables.isEmpty { problems.append(.missingStatement(.variable, at: end)) }
    if parameters.isEmpty { problems.append(.missingStatement(.parameter, at: end)) }
    for claim in claims { problems += claim.strangers(among: parameters).map(Diagnostic.claimAboutStranger) }
    let symbols = (parameters + known).map(\.name.text)
    for argument in calls.flatMap(\.arguments) where !symbols.contains(argument.symbol.text) {
      problems.append(.callOfStranger(argument.symbol))
    }
    guard let name, let density, problems.isEmpty else { return nil }
    return Family(
      name: name, title: title?.text ?? name.text, tags: tags, variables: variables, parameters: parameters,
      known: known, calls: calls, claims: claims, density: density.passage,
      isLogDensity: density.keyword == .logDensity,
      model: model(density, named: name), source: source)
  }

  private func model(_ density: (keyword: FamilyKeyword, passage: Passage), named name: Passage) -> FamilyModel {
    func names(_ declarations: [Family.Declaration]) -> [FamilyModel.Part] {
      declarations.enumerated().flatMap { position, declaration -> [FamilyModel.Part] in
        (position == 0 ? [] : [.words(", ")]) + [.passage(declaration.name)]
      }
    }
    let opening: FamilyModel.Part = .words(density.keyword == .logDensity ? "log p(" : "p(")
    var parts = [opening] + names(variables) + [.words(" | ")] + names(parameters)
    if !known.isEmpty { parts += [.words("; ")] + names(known) }
    let isUpToNormalizer = density.passage.text.hasPrefix("~")
    parts += [.words(isUpToNormalizer ? ") " : ") = "), .passage(density.passage)]
    let clauses = (variables + parameters + known).map(\.condition) + constraints
    parts += clauses.flatMap { [.words(", "), .passage($0)] }
    return FamilyModel(parts: parts, fileName: source.name, elsewhere: name.span)
  }

  /// What the log-density language finds wrong, and typical values outside their domains.
  private func mistakes(in family: Family) throws(DiagnosticList) -> [Diagnostic] {
    let store = ExpressionStore()
    _ = try family.model.parsed(in: store)
    var mistakes: [Diagnostic] = []
    for claim in family.claims {
      do {
        _ = try store.parse(claim.value, declaring: family.declaredNames)
      } catch {
        mistakes += error.diagnostics
      }
    }
    for declaration in family.variables + family.parameters + family.known {
      mistakes += try declaration.typicalMistakes(in: store, declaring: family.declaredNames)
    }
    return mistakes
  }
}
