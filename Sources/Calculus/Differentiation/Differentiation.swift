public import Expressions

/// Exact differentiation on the shared graph of a store: gradients by reverse accumulation, Hessians by memoised forward
/// passes over the gradient.
///
/// The cost is proportional to the number of distinct nodes, not to the size of the written-out expression (Griewank &
/// Walther, Evaluating Derivatives, 2nd ed., ch. 3).
public struct Differentiation {
  let store: ExpressionStore
  let formulas: FunctionFormulas

  /// Creates a differentiator for a store.
  public init(_ store: ExpressionStore, formulas: FunctionFormulas? = nil) {
    self.store = store
    self.formulas = formulas ?? FunctionFormulas(store)
  }

  /// A derivative that has no name in the function table.
  public struct Unnamed: Error {
    /// The call whose derivative was asked for.
    public let call: Expr
    /// The position of the argument.
    public let position: Int
  }

  /// The partial derivatives of an operand-local kind: what each operand contributes per unit of change.
  func localDerivatives(_ e: Expr, wanted: (Expr) -> Bool) throws(Unnamed) -> [(operand: Expr, slope: Expr)] {
    if store.namelessDerivative(e) != nil {
      var slopes: [(operand: Expr, slope: Expr)] = []
      for symbol in store.freeSymbols(e) where wanted(symbol) {
        if let slope = try derivative(ofNameless: e, by: symbol) { slopes.append((symbol, slope)) }
      }
      return slopes
    }
    let operands = store.operands(e)
    var result: [(operand: Expr, slope: Expr)] = []
    for (i, operand) in operands.enumerated() where wanted(operand) {
      result.append((operand, try slope(of: e, operands, at: i)))
    }
    return result
  }

  private func slope(of e: Expr, _ operands: [Expr], at i: Int) throws(Unnamed) -> Expr {
    switch store.op(e) {
    case .number, .symbol: return store.zero
    case .sum: return store.one
    case .product:
      var others = operands
      others.remove(at: i)
      return others.count == 1 ? others[0] : store.product(others)
    case .power:
      let (base, exponent) = (operands[0], operands[1])
      if i == 1 { return store.product([e, store.log(base)]) }
      return store.product([exponent, store.power(base, store.sum([exponent, store.minusOne]))])
    case .call:
      if let slope = formulas.partialDerivative(of: e, at: i) ?? namelessSlope(of: e, at: i) { return slope }
      throw Unnamed(call: e, position: i)
    }
  }
}
