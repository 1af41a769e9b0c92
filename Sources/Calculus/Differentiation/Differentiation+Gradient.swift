public import Expressions

extension Differentiation {
  /// The gradient of an expression by reverse accumulation: one backward sweep for all symbols; an inert
  /// sum is differentiated term by term.
  ///
  /// - Throws: `Unnamed` where a function's derivative has no name.
  public func gradient(of e: Expr, by symbols: [Expr]) throws(Unnamed) -> [Expr] {
    let dependent = dependents(of: symbols, in: e)
    var contributions: [Int32: [Expr]] = [e.id: [store.one]]
    for node in reachable(from: e, among: dependent).sorted(by: { $0.id > $1.id }) {
      guard let parts = contributions[node.id], store.op(node) != .symbol else { continue }
      let adjoint = store.sum(parts)
      if let sum = store.indexedSum(node) {
        for symbol in symbols where dependent.contains(node) {
          contributions[symbol.id, default: []].append(store.product([adjoint, try derivative(of: sum, by: symbol)]))
        }
        continue
      }
      for (operand, slope) in try localDerivatives(node, wanted: { dependent.contains($0) }) {
        let part = slope == store.one ? adjoint : store.product([adjoint, slope])
        contributions[operand.id, default: []].append(part)
      }
    }
    return symbols.map { symbol in contributions[symbol.id].map { store.sum($0) } ?? store.zero }
  }

  /// The nodes below an expression that depend on any of several symbols.
  func dependents(of symbols: [Expr], in e: Expr) -> Set<Expr> {
    var known: [Expr: Bool] = [:]
    for symbol in symbols { known[symbol] = true }
    func depends(_ node: Expr) -> Bool {
      if let answer = known[node] { return answer }
      var answer = false
      for i in 0..<store.operandCount(node) where depends(store.operand(node, at: i)) { answer = true }
      known[node] = answer
      return answer
    }
    _ = depends(e)
    return Set(known.filter(\.value).map(\.key))
  }

  private func reachable(from e: Expr, among nodes: Set<Expr>) -> [Expr] {
    guard nodes.contains(e) else { return [] }
    var seen: Set<Expr> = [e]
    var stack = [e]
    while let next = stack.popLast() {
      for i in 0..<store.operandCount(next) {
        let operand = store.operand(next, at: i)
        if nodes.contains(operand), seen.insert(operand).inserted { stack.append(operand) }
      }
    }
    return Array(seen)
  }
}
