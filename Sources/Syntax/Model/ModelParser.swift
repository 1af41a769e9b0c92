public import Diagnostics
public import Expressions

/// Reads texts of the log-density language into the expressions of a store.
///
/// The language is defined by `Grammar/log-density.ebnf`. Nothing is guessed: what can be read in two ways is an error that
/// shows both readings.
public struct ModelParser {
  private let store: ExpressionStore
  private let limits: SyntaxLimits

  /// Creates a parser into a store.
  public init(store: ExpressionStore, limits: SyntaxLimits = .standard) {
    self.store = store
    self.limits = limits
  }

  /// The model that a text states.
  ///
  /// - Throws: up to five diagnostics, in the order of the text; all their identifiers begin with `limit.` where a bound
  ///   was reached and nothing else is wrong.
  public func parse(_ source: SourceText) throws(DiagnosticList) -> ParsedModel {
    let parsed = try parser(source, source.wholeSpan)
    var parser = parsed.parser
    var diagnostics: [Diagnostic] = []
    let syntax = parser.model(parsed.structure, &diagnostics)
    guard diagnostics.isEmpty, let density = syntax.density else { throw DiagnosticList(diagnostics) }
    var assembly = ModelAssembly(syntax, parser, store: store)
    let model = assembly.model(density: density, source: source)
    guard assembly.diagnostics.isEmpty else { throw DiagnosticList(assembly.diagnostics) }
    return model
  }

  /// The expression that a part of a text states; any name that is no function is a symbol.
  public func parseExpression(
    _ source: SourceText, in span: SourceSpan? = nil, declaring names: Set<String> = []
  ) throws(DiagnosticList) -> Expr {
    var parser = try parser(source, span ?? source.wholeSpan).parser
    let node: NodeID
    do throws(Diagnostic) {
      node = try parser.expression()
      try parser.expect(.end, "an operator or the end")
    } catch { throw DiagnosticList([error]) }
    var elaborator = Elaborator(parser, store: store, purpose: .formula)
    elaborator.declared = names
    let expression = elaborator.expression(node)
    guard elaborator.diagnostics.isEmpty else { throw DiagnosticList(elaborator.diagnostics) }
    return expression
  }

  /// The conditions that a person states, separated by commas: `a > 1, 0 < p < 1/2`.
  public func parseConditions(
    _ source: SourceText, in span: SourceSpan? = nil, declaring names: Set<String> = []
  ) throws(DiagnosticList) -> [ParsedCondition] {
    try conditions(source, span, names, .model)
  }

  /// The conditions of a text, read as strictly as its purpose asks.
  func conditions(
    _ source: SourceText, _ span: SourceSpan?, _ names: Set<String>, _ purpose: Elaborator.Purpose
  ) throws(DiagnosticList) -> [ParsedCondition] {
    var parser = try parser(source, span ?? source.wholeSpan).parser
    var nodes: [NodeID] = []
    do throws(Diagnostic) {
      repeat { nodes.append(try parser.condition()) } while parser.skip(.comma)
      try parser.expect(.end, "`,` or the end")
    } catch { throw DiagnosticList([error]) }
    var elaborator = Elaborator(parser, store: store, purpose: purpose)
    elaborator.declared = names
    let conditions = nodes.flatMap { elaborator.conditions($0) }
    guard elaborator.diagnostics.isEmpty else { throw DiagnosticList(elaborator.diagnostics) }
    let contradictions = BoundCheck(conditions, elaborator).diagnostics
    guard purpose == .formula || contradictions.isEmpty else { throw DiagnosticList(contradictions) }
    return conditions
  }

  /// What is wrong with the form of a model, before names are resolved.
  func formDiagnostics(_ source: SourceText) -> [Diagnostic] {
    do throws(DiagnosticList) {
      let parsed = try parser(source, source.wholeSpan)
      var parser = parsed.parser
      var diagnostics: [Diagnostic] = []
      _ = parser.model(parsed.structure, &diagnostics)
      return diagnostics
    } catch { return error.diagnostics }
  }

  /// The tokens of a text behind a parser, after everything that can be told without parsing.
  private func parser(
    _ source: SourceText, _ span: SourceSpan
  ) throws(DiagnosticList) -> (parser: Parser, structure: BracketStructure) {
    guard span.upper - span.lower <= limits.bytes else {
      throw DiagnosticList([.textTooLong(limits.bytes, actual: span.upper - span.lower)])
    }
    var lexer = Lexer(source: source, span: span, functions: store.functions, limits: limits)
    lexer.run()
    if lexer.tokens.count == 1, lexer.diagnostics.isEmpty { throw DiagnosticList([.emptyText()]) }
    guard lexer.diagnostics.isEmpty else { throw DiagnosticList(lexer.diagnostics) }
    let structure = BracketStructure(lexer.tokens, source: source, limits: limits)
    guard structure.diagnostics.isEmpty else { throw DiagnosticList(structure.diagnostics) }
    return (Parser(lexer), structure)
  }
}
