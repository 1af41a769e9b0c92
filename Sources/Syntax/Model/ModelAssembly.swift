internal import Diagnostics
internal import Expressions

/// Puts a parsed model together: declarations first, because they decide how names in the formulas are read.
struct ModelAssembly {
  /// With more conditions than this the parts of `cases` are told apart without them.
  static let assumedConditions = 8

  let syntax: ModelSyntax
  var elaborator: Elaborator
  private let store: ExpressionStore
  var diagnostics: [Diagnostic] = []

  init(_ syntax: ModelSyntax, _ parser: Parser, store: ExpressionStore) {
    self.syntax = syntax
    self.store = store
    elaborator = Elaborator(parser, store: store, purpose: .model)
    elaborator.declared = Declarations(syntax, parser).names
  }

  mutating func model(density: NodeID, source: SourceText) -> ParsedModel {
    checkListedNames()
    takeDefinitions(density)
    let header = syntax.header
    for name in header?.names ?? [] { elaborator.note(store.symbol(name.text), name.span) }
    var conditions: [ParsedCondition] = []
    for node in syntax.conditions {
      checkEquality(node)
      conditions += elaborator.conditions(node)
    }
    elaborator.isDensity = !(syntax.header?.isLogarithm ?? true)
    if elaborator.hasCases { conditions += supportOfCases(density, declared: conditions) }
    if conditions.count > elaborator.limits.conditions {
      diagnostics.append(
        .tooManyConditions(elaborator.limits.conditions, conditions[elaborator.limits.conditions].span))
    } else if elaborator.hasCases, conditions.count <= Self.assumedConditions {
      elaborator.assumptions.assume(conditions.map(\.condition))
    }
    let formula = elaborator.expression(density)
    for name in syntax.known { elaborator.note(store.symbol(name.text), name.span) }
    let vectors = vectors(in: formula)
    conditions = vectors.spread(conditions)
    elaborator.forget(where: vectors.isStandIn)
    checkUndeclared(vectors)
    checkUnusedKnown(density)
    checkUnusedDefinitions()
    diagnostics += withoutConsequences(elaborator.diagnostics)
    if diagnostics.isEmpty { diagnostics += BoundCheck(conditions, elaborator).diagnostics }
    let known = (header?.known ?? []) + syntax.known
    let isLogarithm = header?.isLogarithm ?? true
    let observed = header?.observed.map { vectors.expanded(symbols($0)) }
    let written = bracketSupport(formula, isLogarithm, observed: observed)
    if let written, !conditions.contains(where: \.isInferred) {
      conditions += written.conditions.map { ParsedCondition(condition: $0, span: elaborator.tree.span(density)) }
    }
    return ParsedModel(
      label: header?.label ?? "", isLogarithm: isLogarithm,
      isUpToNormalizer: header?.isUpToNormalizer ?? false, observed: observed,
      parameters: header?.parameters.map(symbols), listsLoosely: header?.listsLoosely ?? false,
      known: vectors.expanded(symbols(known)),
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

  /// The observed variables and known constants that the formula has by their components.
  private func vectors(in formula: Expr) -> VectorNames {
    let (header, known) = (syntax.header, syntax.known)
    let listed = Set(((header?.names ?? []) + known).map(\.text))
    return VectorNames(
      (header?.observed ?? []) + (header?.known ?? []) + known, listed: listed, in: formula, store)
  }

  private func symbols(_ names: [ModelSyntax.Name]) -> [Expr] {
    var found: Set<Expr> = []
    return names.map { store.symbol($0.text) }.filter { found.insert($0).inserted }
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
  private mutating func checkUndeclared(_ vectors: VectorNames) {
    guard let header = syntax.header, header.parameters != nil, header.observed != nil else { return }
    let listed = (header.names + syntax.known).map(\.text)
    let isListed = Set(listed + syntax.definitions.map(\.name.text) + vectors.componentNames)
    let missing = elaborator.symbols.compactMap { symbol, span in
      store.symbolName(symbol).flatMap { isListed.contains($0) ? nil : (name: $0, span: span) }
    }
    for (name, span) in earliest(missing) { diagnostics.append(.undeclared(name, among: listed, span)) }
  }

  /// A clause `known w` about a symbol that stands nowhere else is probably a slip of the pen.
  private mutating func checkUnusedKnown(_ density: NodeID) {
    guard diagnostics.isEmpty, elaborator.diagnostics.isEmpty else { return }
    let places = Set(syntax.known.map(\.span))
    let usedNames = elaborator.symbols.filter { !places.contains($0.span) }.compactMap { store.symbolName($0.symbol) }
    let isUsed = Set(usedNames)
    let unused = syntax.known.filter { !isUsed.contains($0.text) }.map { (name: $0.text, span: $0.span) }
    for (name, span) in earliest(unused) { diagnostics.append(.unusedKnown(name, among: usedNames, span)) }
  }

  /// Those of many names that are reported: to look for what each is near to takes a while.
  func earliest(_ names: [(name: String, span: SourceSpan)]) -> ArraySlice<(name: String, span: SourceSpan)> {
    names.sorted { $0.span.lower < $1.span.lower }.prefix(DiagnosticList.maximumCount)
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
