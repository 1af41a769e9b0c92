internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// `sum(i in a..b, body)` and `prod(…)`: written out where the bounds are numbers, else a call that binds the index.
  mutating func indexed(_ node: NodeID, _ name: String, _ combine: (ExpressionStore, [Expr]) -> Expr) -> Expr {
    let parts = tree.children(node)
    guard case .symbol(let index) = tree.kind(parts[0]) else { return store.zero }
    guard let lower = literal(parts[1]), let upper = literal(parts[2]) else {
      return inertCall(name, index: names[index], parts)
    }
    guard upper >= lower else { return combine(store, []) }
    guard upper - lower < limits.nodes else { return fail(.tooManyNodes(limits.nodes, tree.span(node))) }
    var terms: [Expr] = []
    let errors = diagnostics.count
    for value in lower...upper {
      indices.append((names[index], store.integer(value)))
      terms.append(expression(parts[3]))
      indices.removeLast()
      // The same error would be found again in every term.
      if diagnostics.count > errors { return store.one }
    }
    return combine(store, terms)
  }

  private mutating func inertCall(_ name: String, index: String, _ parts: [NodeID]) -> Expr {
    for bound in parts[1...2] {
      var probe = self
      if let value = store.numberValue(probe.expression(bound)), !value.isInteger {
        return fail(.boundNotInteger(text(bound), tree.span(bound)))
      }
    }
    if declared.contains(index) { return fail(.indexDeclared(index, tree.span(parts[0]))) }
    let lower = bound(parts[1], allowsInfinity: true)
    let upper = bound(parts[2], allowsInfinity: true)
    indices.append((index, store.symbol(index)))
    let body = expression(parts[3])
    indices.removeLast()
    return store.call(name, [body, store.symbol(index), lower, upper])
  }

  private mutating func literal(_ node: NodeID) -> Int? {
    var probe = self
    let value = probe.expression(node)
    guard probe.diagnostics.count == diagnostics.count, let number = store.integerValue(value) else { return nil }
    return abs(number) <= 1 << 40 ? number : nil
  }
}
