internal import Diagnostics
internal import Expressions

/// Puts a parsed model together: declarations first, because they decide how names in the formulas are read.
struct ModelAssembly {
  /// With more conditions than this the parts of `cases` are told apart without them.
  private static let assumedConditions = 8

  private let syntax: ModelSyntax
  private var elaborator: Elaborator
  private let store: ExpressionStore
  private(set) var diagnostics: [Diagnostic] = []

  init(_ syntax: ModelSyntax, _ parser: Parser, store: ExpressionStore) {
    self.syntax = syntax
    self.store = store
    elaborator = Elaborator(parser, store: store, purpose: .model)
    elaborator.declared = Declarations(syntax, parser).names
  }

  mutating func model(density: NodeID, source: SourceText) -> ParsedModel {
    checkListedNames()
    let header = syntax.header
    for name in header?.names ?? [] { elaborator.note(store.symbol(name.text), name.span) }
    var conditions: [ParsedCondition] = []
    for node in syntax.conditions {
      checkEquality(node)
      conditions += elaborator.conditions(node)
    }
    if conditions.count > elaborator.limits.conditions {
      diagnostics.append(
        .tooManyConditions(elaborator.limits.conditions, conditions[elaborator.limits.conditions].span))
    } else if elaborator.hasCases, conditions.count <= Self.assumedConditions {
      elaborator.assumptions.assume(conditions.map(\.condition))
    }
    elaborator.isDensity = !(syntax.header?.isLogarithm ?? true)
    let formula = elaborator.expression(density)
    for name in syntax.known { elaborator.note(store.symbol(name.text), name.span) }
    checkUndeclared()
    checkUnusedKnown(density)
    diagnostics += elaborator.diagnostics
    if diagnostics.isEmpty { diagnostics += BoundCheck(conditions, elaborator).diagnostics }
    let known = (header?.known ?? []) + syntax.known
    let isLogarithm = header?.isLogarithm ?? true
    let written = bracketSupport(formula, isLogarithm, observed: header?.observed.map(symbols))
    conditions += (written?.conditions ?? []).map {
      ParsedCondition(condition: $0, span: elaborator.tree.span(density))
    }
    return ParsedModel(
      label: header?.label ?? "", isLogarithm: isLogarithm,
      isUpToNormalizer: header?.isUpToNormalizer ?? false, observed: header?.observed.map(symbols),
      parameters: header?.parameters.map(symbols), listsLoosely: header?.listsLoosely ?? false, known: symbols(known),
      density: written?.density ?? formula,
      densitySpan: elaborator.tree.span(density), conditions: conditions,
      symbols: elaborator.symbols.sorted { $0.span.lower < $1.span.lower }, source: source,
      densityReading: header == nil ? BracketSupport(ofDensity: formula, observed: nil, in: store) : nil)
  }

  /// The support that the formula itself states; nil for a log-density that is finite in every case.
  private func bracketSupport(_ formula: Expr, _ isLogarithm: Bool, observed: [Expr]?) -> BracketSupport? {
    if !isLogarithm { return BracketSupport(ofDensity: formula, observed: observed, in: store) }
    guard elaborator.excludesCases else { return nil }
    return BracketSupport(ofLogDensity: formula, observed: observed, in: store)
  }

  private func symbols(_ names: [ModelSyntax.Name]) -> [Expr] {
    var found: [Expr] = []
    for name in names where !found.contains(store.symbol(name.text)) { found.append(store.symbol(name.text)) }
    return found
  }

  /// A listed name must not be a constant, nor stand in two lists or twice in one.
  private mutating func checkListedNames() {
    var seen: [String: SourceSpan] = [:]
    for name in (syntax.header?.names ?? []) + syntax.known {
      if elaborator.constant(named: name.text) != nil {
        diagnostics.append(.constantDeclared(name.text, name.span))
      } else if let earlier = seen[name.text] {
        diagnostics.append(.listedTwice(name.text, earlier, name.span))
      } else {
        seen[name.text] = name.span
      }
    }
  }

  /// With parameters listed, every symbol has to be listed somewhere.
  private mutating func checkUndeclared() {
    guard let header = syntax.header, header.parameters != nil, header.observed != nil else { return }
    let listed = (header.names + syntax.known).map(\.text)
    for (symbol, span) in elaborator.symbols {
      guard let name = store.symbolName(symbol), !listed.contains(name) else { continue }
      diagnostics.append(.undeclared(name, among: listed, span))
    }
  }

  /// A clause `known w` about a symbol that stands nowhere else is probably a slip of the pen.
  private mutating func checkUnusedKnown(_ density: NodeID) {
    guard diagnostics.isEmpty, elaborator.diagnostics.isEmpty else { return }
    let used = elaborator.symbols.filter { entry in !syntax.known.contains { $0.span == entry.span } }
    let usedNames = used.compactMap { store.symbolName($0.symbol) }
    for name in syntax.known where !usedNames.contains(name.text) {
      diagnostics.append(.unusedKnown(name.text, among: usedNames, name.span))
    }
  }

  /// `sigma = 2` in a clause fixes a value, which is written by putting the value in its place.
  private mutating func checkEquality(_ node: NodeID) {
    let parts = elaborator.tree.children(node)
    for part in parts where elaborator.tree.kind(part) == .relation(.equal) {
      diagnostics.append(.equalityClause(elaborator.text(node), elaborator.tree.span(part)))
      return
    }
  }
}
