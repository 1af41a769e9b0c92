internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// A node that stands for the call of a function, whichever way it is written.
  mutating func expressionOfCall(_ node: NodeID) -> Expr {
    switch tree.kind(node) {
    case .call(let name): return call(names[name], node)
    case .factorial: return styled(.factorial, node)
    case .absoluteValue: return styled(.absoluteValue, node)
    case .binomial: return styled(.binomial, node)
    case .bracket: return bracket(tree.children(node)[0])
    case .cases: return cases(node)
    case .indexedSum: return indexed(node, "sum") { $0.sum($1) }
    case .indexedProduct: return indexed(node, "prod") { $0.product($1) }
    default: return fail(.missingOperand(found: text(node), tree.span(node), after: nil, nil))
    }
  }

  /// The function that is set in a certain way: `n!`, `|x|` and `\binom` name none.
  private mutating func styled(_ style: FunctionNotation.Style, _ node: NodeID) -> Expr {
    let arguments = tree.children(node).map { expression($0) }
    guard let definition = store.functions.definitions.first(where: { $0.notation.style == style }),
      definition.arity == arguments.count
    else { return fail(.unknownFunction(text(node), among: [], tree.span(node))) }
    return store.call(definition.name, arguments)
  }

  private mutating func call(_ name: String, _ node: NodeID) -> Expr {
    let parts = tree.children(node)
    let span = nameSpan(node)
    let isSymbol = declared.contains(name) || indices.contains { $0.name == name }
    if name == "sqrt", parts.count == 1, !isSymbol { return squareRoot(parts[0]) }
    let listed = store.functions.function(named: name)
    if !isSymbol, listed.map({ store.functions[$0].arity != parts.count && !store.functions[$0].isVariadic }) ?? true,
      let written = WrittenFunction(name, arguments: parts.count, in: store.functions)
    {
      let arguments = written.index.map { [index($0, span)] } ?? []
      return store.call(written.function, arguments + parts.map { expression($0) })
    }
    if !isSymbol, listed == nil, let shorthand = Shorthand.named(name) { return written(shorthand, name, node) }
    guard let function = listed else {
      // The arguments are read all the same, for their symbols and errors.
      for part in parts { _ = expression(part) }
      if isSymbol { return fail(.symbolCalled(source.text(in: span), argumentText(node), span)) }
      let known = store.functions.names + ["sqrt", "cases"] + Shorthand.all.flatMap(\.names)
      return fail(.unknownFunction(name, among: known, span))
    }
    let definition = store.functions[function]
    if definition.arity == 0, !definition.isVariadic {
      return fail(.constantCalled(source.text(in: span), argumentText(node), span))
    }
    if isSymbol, parts.count == 1 {
      return fail(.ambiguousCall(source.text(in: span), argumentText(node), tree.span(node)))
    }
    let complaints = diagnostics.count
    let arguments = parts.map { expression($0) }
    guard definition.isVariadic || definition.arity == arguments.count else {
      return fail(.wrongArity(name, definition.parameters, given: arguments.count, tree.span(node)))
    }
    // What stands in for an argument with an error has a value that nobody typed.
    if diagnostics.count == complaints, let refused = refusal(definition, arguments, node) { return fail(refused) }
    return store.call(function, arguments)
  }

  /// A shorthand with its arguments, written out.
  private mutating func written(_ shorthand: Shorthand, _ name: String, _ node: NodeID) -> Expr {
    let parts = tree.children(node)
    guard parts.count == shorthand.parameters.count else {
      for part in parts { _ = expression(part) }
      return fail(.wrongArity(name, shorthand.parameters, given: parts.count, tree.span(node)))
    }
    let arguments = parts.map { expression($0) }
    return shorthand.formula(with: arguments, in: store)
      ?? fail(.unknownFunction(name, among: store.functions.names, tree.span(node)))
  }

  /// The index of a function such as `I_0` or `K_\nu`, as an expression.
  private mutating func index(_ text: String, _ span: SourceSpan) -> Expr {
    if let number = Rational(text) { return store.number(number) }
    return symbol(text, span)
  }

  /// The name that a call begins with, as typed.
  private func nameSpan(_ node: NodeID) -> SourceSpan {
    let (text, offset) = withoutParentheses(node)
    let end = text.firstIndex { $0 == "(" || $0 == "{" || $0.isWhitespace } ?? text.endIndex
    let lower = tree.span(node).lower + offset
    return SourceSpan(lower, lower + text[..<end].utf8.count)
  }

  private func argumentText(_ node: NodeID) -> String {
    let text = withoutParentheses(node).text
    guard let opener = text.firstIndex(of: "(") else { return "" }
    return String(text[opener...]).excerpt
  }

  /// A call as typed, without parentheses around the whole of it, and how far it is behind the first of these.
  private func withoutParentheses(_ node: NodeID) -> (text: Substring, offset: Int) {
    let whole = source.text(in: tree.span(node))
    var text = whole[...]
    while let first = text.first, first == "(" || first == "{" {
      text = text.dropFirst().drop(while: \.isWhitespace)
      text = text.dropLast()
      while text.last?.isWhitespace == true { text = text.dropLast() }
    }
    return (text, whole[..<text.startIndex].utf8.count)
  }

  /// Whether a call cannot have a value whatever the parameters are: the logarithm of zero or of a negative number.
  private func refusal(_ definition: FunctionDefinition, _ arguments: [Expr], _ node: NodeID) -> Diagnostic? {
    if purpose == .model, definition.evaluate == nil { return .inertInModel(definition.name, tree.span(node)) }
    guard purpose == .model, definition.name == "log", let value = store.numberValue(arguments[0]), value.signum <= 0
    else { return nil }
    return .logarithmOutsideDomain(value.description, tree.span(node))
  }
}
