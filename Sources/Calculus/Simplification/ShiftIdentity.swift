internal import Expressions
internal import Multiprecision

/// A functional equation in one argument n: `f(n + 1) = α f(n) + β`, or of second order, `f(n + 1) = α f(n) + γ f(n - 1)`,
/// the other arguments fixed, with α, β and γ free of f.
public struct ShiftIdentity {
  /// The position of the argument that is shifted.
  public let position: Int
  /// Whether the equation connects three neighbours, so that two calls are needed to express the others.
  let isSecondOrder: Bool
  private let parameters: [Expr]
  /// α
  private let factor: Expr
  /// β, or γ of an equation of second order.
  private let rest: Expr

  /// Reads an equation, or nil where it is not of this form.
  init?(_ left: Expr, _ right: Expr, parameters: [Expr], in store: ExpressionStore) {
    guard let function = store.functionID(left),
      let position = parameters.indices.last(where: { store.operand(left, at: $0) != parameters[$0] })
    else { return nil }
    func neighbour(_ shift: Expr) -> Expr {
      var arguments = parameters
      arguments[position] = store.sum([parameters[position], shift])
      return store.call(function, arguments)
    }
    guard left == neighbour(store.one) else { return nil }
    let marks = [store.symbol("shift.f"), store.symbol("shift.g")]
    let marked = store.substitute(
      right, [(neighbour(store.zero), marks[0]), (neighbour(store.minusOne), marks[1])])
    let differentiation = Differentiation(store)
    guard let slopes = try? marks.map({ try differentiation.derivative(of: marked, by: $0) }),
      !slopes.contains(where: { store.containsAny($0, marks) })
    else { return nil }
    let constant = store.substitute(marked, marks.map { ($0, store.zero) })
    isSecondOrder = slopes[1] != store.zero
    guard !isSecondOrder || constant == store.zero else { return nil }
    self.position = position
    self.parameters = parameters
    factor = slopes[0]
    rest = isSecondOrder ? slopes[1] : constant
  }

  /// f(a) in terms of f(a - steps), for a positive or negative number of steps; of second order, in terms of
  /// f(a - steps) and its neighbour above. The chain ends where a coefficient that is divided by vanishes.
  func reduced(_ call: Expr, by steps: Int, in store: ExpressionStore) -> Expr {
    guard steps != 0 else { return call }
    if isSecondOrder {
      if steps > 0 { return steps == 1 ? call : raised(call, by: steps, in: store) }
      return lowered(call, by: -steps, in: store)
    }
    if steps > 0 {
      let (alpha, beta) = coefficients(moved(call, by: -1, in: store), in: store)
      let inner = reduced(moved(call, by: -1, in: store), by: steps - 1, in: store)
      return store.sum([store.product([alpha, inner]), beta])
    }
    let (alpha, beta) = coefficients(call, in: store)
    guard alpha != store.zero else { return call }
    let inner = reduced(moved(call, by: 1, in: store), by: steps + 1, in: store)
    return store.quotient(store.difference(inner, beta), alpha)
  }

  /// f(a) through f(a - steps) and f(a - steps + 1), upwards.
  private func raised(_ call: Expr, by steps: Int, in store: ExpressionStore) -> Expr {
    var below = moved(call, by: -steps, in: store)
    var current = moved(call, by: 1 - steps, in: store)
    for step in 1..<steps {
      let (alpha, gamma) = coefficients(moved(call, by: step - steps, in: store), in: store)
      let next = store.sum([store.product([alpha, current]), store.product([gamma, below])])
      (below, current) = (current, next)
    }
    return current
  }

  /// f(a) through f(a + steps) and f(a + steps + 1), downwards.
  private func lowered(_ call: Expr, by steps: Int, in store: ExpressionStore) -> Expr {
    var above = moved(call, by: steps + 1, in: store)
    var current = moved(call, by: steps, in: store)
    for step in stride(from: steps, to: 0, by: -1) {
      let (alpha, gamma) = coefficients(moved(call, by: step, in: store), in: store)
      guard gamma != store.zero else { return call }
      let next = store.quotient(store.difference(above, store.product([alpha, current])), gamma)
      (above, current) = (current, next)
    }
    return current
  }

  /// The coefficients of the equation at the argument of a call.
  private func coefficients(_ call: Expr, in store: ExpressionStore) -> (factor: Expr, rest: Expr) {
    let bindings = Array(zip(parameters, store.operands(call)))
    return (store.substitute(factor, bindings), store.substitute(rest, bindings))
  }

  /// The call with its argument shifted.
  private func moved(_ call: Expr, by steps: Int, in store: ExpressionStore) -> Expr {
    guard let function = store.functionID(call) else { return call }
    var arguments = store.operands(call)
    arguments[position] = store.sum([arguments[position], store.integer(steps)])
    return store.call(function, arguments)
  }
}
