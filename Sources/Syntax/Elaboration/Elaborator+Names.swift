internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// What a name without parentheses stands for: an index, what `where` defines, a declared symbol, a constant, Euler's number, or a symbol.
  mutating func symbol(_ name: String, _ span: SourceSpan) -> Expr {
    if let bound = indices.last(where: { $0.name == name }) { return bound.value }
    let name = indices.reduce(name) { subscripted($0, $1) }
    if let value = definitions[name] {
      usedDefinitions.insert(name)
      return value
    }
    if !declared.contains(name) {
      if let constant = constant(named: name) {
        if purpose == .model, constant == store.infinity { return fail(.infinityInExpression(span)) }
        return constant
      }
      if name == "e" || name == "E" { return store.exp(store.one) }
    }
    let made = store.symbol(name)
    note(made, span)
    return made
  }

  /// `x_i` with the value of the index in its place: `x_1`.
  private func subscripted(_ name: String, _ index: (name: String, value: Expr)) -> String {
    guard name.hasSuffix("_" + index.name), let value = store.numberValue(index.value) else { return name }
    return String(name.dropLast(index.name.count)) + value.description
  }

  /// A function without arguments, by its name or alias.
  func constant(named name: String) -> Expr? {
    guard let function = store.functions.function(named: name) else { return nil }
    let definition = store.functions[function]
    return definition.arity == 0 && !definition.isVariadic ? store.call(function, []) : nil
  }

  /// `mu[1]`, also with an index of a sum or product between the brackets.
  mutating func indexedSymbol(_ name: String, _ node: NodeID) -> Expr {
    var subscripts: [String] = []
    for part in tree.children(node) {
      let value = expression(part)
      guard let number = store.numberValue(value), number.isInteger else {
        return fail(.subscriptNotInteger(text(part), tree.span(part)))
      }
      subscripts.append(number.description)
    }
    let made = store.symbol(name + "[" + subscripts.joined(separator: ",") + "]")
    note(made, tree.span(node))
    return made
  }
}
