extension ExpressionStore {
  /// The call of a function by its handle.
  ///
  /// - Precondition: the number of arguments is the function's arity.
  public func call(_ function: FunctionID, _ arguments: [Expr]) -> Expr {
    precondition(
      functions[function].isVariadic || functions[function].arity == arguments.count, "wrong number of arguments")
    if function == expID { return exp(arguments[0]) }
    if function == logID { return log(arguments[0]) }
    return interned(.call, payload: function.index, arguments)
  }

  /// The call of a function by a name or alias that is in the table.
  ///
  /// - Precondition: the table has the name, and the number of arguments is the function's arity.
  public func call(_ name: String, _ arguments: [Expr]) -> Expr {
    guard let function = functions.function(named: name) else { preconditionFailure("unknown function \(name)") }
    return call(function, arguments)
  }

  /// A constant: a function without arguments.
  public func constant(_ name: String) -> Expr { call(name, []) }

  /// `exp(a)`; `exp(0) = 1`, `exp(log(x)) = x`.
  public func exp(_ a: Expr) -> Expr {
    if a == zero { return one }
    if let x = logarithmArgument(a) { return x }
    return interned(.call, payload: expID.index, [a])
  }

  /// `log(a)`; `log(1) = 0`.
  public func log(_ a: Expr) -> Expr {
    if a == one { return zero }
    return interned(.call, payload: logID.index, [a])
  }
}
