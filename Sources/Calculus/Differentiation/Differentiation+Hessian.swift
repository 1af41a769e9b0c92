public import Expressions

extension Differentiation {
  /// The derivative of an expression by one symbol.
  ///
  /// - Throws: `Unnamed` where a function's derivative has no name.
  public func derivative(of e: Expr, by symbol: Expr) throws(Unnamed) -> Expr {
    var pass = ForwardPass(self, by: symbol)
    return try pass.derivative(of: e)
  }

  /// The derivative of an inert sum by one symbol, term by term.
  ///
  /// - Throws: `Unnamed` where a bound depends on the symbol, or a derivative inside has no name.
  func derivative(of sum: IndexedSum, by symbol: Expr) throws(Unnamed) -> Expr {
    for (position, bound) in [sum.lower, sum.upper].enumerated() where store.contains(bound, symbol) {
      throw Unnamed(call: store.sum(sum, of: sum.body), position: position + 2)
    }
    return store.sum(sum, of: try derivative(of: sum.body, by: symbol))
  }

  /// The matrix of second derivatives, from the gradient: one memoised forward pass for each symbol, shared by all rows.
  ///
  /// - Returns: the full symmetric matrix in the order of `symbols`.
  /// - Throws: `Unnamed` where a function's derivative has no name.
  public func hessian(ofGradient gradient: [Expr], by symbols: [Expr]) throws(Unnamed) -> [[Expr]] {
    var rows = gradient.map { _ in [Expr](repeating: store.zero, count: symbols.count) }
    for (j, symbol) in symbols.enumerated() {
      var pass = ForwardPass(self, by: symbol)
      for i in 0...j {
        let entry = try pass.derivative(of: gradient[i])
        rows[i][j] = entry
        rows[j][i] = entry
      }
    }
    return rows
  }
}

/// The derivatives of all nodes by one symbol, each computed once.
private struct ForwardPass {
  let differentiation: Differentiation
  let store: ExpressionStore
  private let symbol: Expr
  private var known: [Expr?]

  init(_ differentiation: Differentiation, by symbol: Expr) {
    self.differentiation = differentiation
    store = differentiation.store
    self.symbol = symbol
    known = Array(repeating: nil, count: store.count)
  }

  mutating func derivative(of e: Expr) throws(Differentiation.Unnamed) -> Expr {
    if e.index < known.count, let result = known[e.index] { return result }
    let result = try computed(e)
    if e.index >= known.count {
      known.append(contentsOf: repeatElement(nil, count: store.count - known.count))
    }
    known[e.index] = result
    return result
  }

  private mutating func computed(_ e: Expr) throws(Differentiation.Unnamed) -> Expr {
    switch store.op(e) {
    case .number, .symbol: return e == symbol ? store.one : store.zero
    default: break
    }
    if let sum = store.indexedSum(e) {
      return store.contains(e, symbol) ? try differentiation.derivative(of: sum, by: symbol) : store.zero
    }
    if let derivative = try differentiation.derivative(ofNameless: e, by: symbol) { return derivative }
    let operands = store.operands(e)
    var moving: [(operand: Expr, derivative: Expr)] = []
    for operand in operands {
      let d = try derivative(of: operand)
      if d != store.zero { moving.append((operand, d)) }
    }
    if moving.isEmpty { return store.zero }
    if store.op(e) == .sum { return store.sum(moving.map(\.derivative)) }
    var slopes = try differentiation.localDerivatives(e) { operand in moving.contains { $0.operand == operand } }[...]
    var parts: [Expr] = []
    for operand in operands {
      guard let first = slopes.first, first.operand == operand,
        let move = moving.first(where: { $0.operand == operand })
      else { continue }
      slopes.removeFirst()
      parts.append(move.derivative == store.one ? first.slope : store.product([first.slope, move.derivative]))
    }
    return store.sum(parts)
  }
}
