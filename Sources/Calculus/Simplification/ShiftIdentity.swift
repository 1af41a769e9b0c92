internal import Expressions
internal import Multiprecision

/// A functional equation f(…, x + 1) = α f(…, x) + β, with α and β free of f.
struct ShiftIdentity {
  private let parameters: [Expr]
  private let factor: Expr
  private let offset: Expr

  /// Reads an equation, or nil where it is not of this form.
  init?(_ left: Expr, _ right: Expr, parameters: [Expr], in store: ExpressionStore) {
    guard let function = store.functionID(left), let last = parameters.last,
      store.operands(left) == Array(parameters.dropLast()) + [store.sum([last, store.one])]
    else { return nil }
    let lower = store.call(function, parameters)
    let mark = store.symbol("shift.f")
    let marked = store.substitute(right, [(lower, mark)])
    guard let slope = try? Differentiation(store).derivative(of: marked, by: mark), !store.contains(slope, mark) else {
      return nil
    }
    self.parameters = parameters
    factor = slope
    offset = store.substitute(marked, [(mark, store.zero)])
  }

  /// f(…, a) in terms of f(…, a - steps), for a positive or negative number of steps.
  func reduced(_ call: Expr, by steps: Int, in store: ExpressionStore) -> Expr {
    guard steps != 0, let function = store.functionID(call) else { return call }
    var arguments = store.operands(call)
    guard let last = arguments.popLast() else { return call }
    let lower = steps > 0 ? store.difference(last, store.one) : last
    let bindings = Array(zip(parameters, arguments + [lower]))
    let alpha = store.substitute(factor, bindings)
    let beta = store.substitute(offset, bindings)
    if steps > 0 {
      let inner = reduced(store.call(function, arguments + [lower]), by: steps - 1, in: store)
      return store.sum([store.product([alpha, inner]), beta])
    }
    let upper = store.call(function, arguments + [store.sum([last, store.one])])
    let inner = reduced(upper, by: steps + 1, in: store)
    return store.quotient(store.difference(inner, beta), alpha)
  }
}
