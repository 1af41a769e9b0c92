/// The parts of an inert `sum(i in a..b, g)`.
public struct IndexedSum {
  /// The function of the index.
  public let body: Expr
  /// The index, a symbol that is bound by the sum.
  public let index: Expr
  /// The first index.
  public let lower: Expr
  /// The last index, or infinity.
  public let upper: Expr
}

extension ExpressionStore {
  /// The parts of an expression that is an inert sum, else nil.
  public func indexedSum(_ e: Expr) -> IndexedSum? {
    guard functionName(e) == "sum", operandCount(e) == 4 else { return nil }
    return IndexedSum(
      body: operand(e, at: 0), index: operand(e, at: 1), lower: operand(e, at: 2), upper: operand(e, at: 3))
  }

  /// An inert sum with another body.
  public func sum(_ sum: IndexedSum, of body: Expr) -> Expr {
    body == zero ? zero : call("sum", [body, sum.index, sum.lower, sum.upper])
  }

  /// The symbol that an inert sum or product binds, else nil.
  public func boundIndex(_ e: Expr) -> Expr? {
    guard let name = functionName(e), name == "sum" || name == "prod", operandCount(e) == 4 else { return nil }
    return operand(e, at: 1)
  }
}
