internal import Multiprecision

extension ExpressionStore {
  /// The values of a variable at which an integral is cut: those of `kinks(of:in:)`, and those where the argument of a kink
  /// is no linear function of the variable but can be undone step by step, such as `exp(c)` for `abs(log(x) - c)`.
  ///
  /// Values that turn out to be no numbers, or to lie outside of the support, mean nothing.
  public func cuts(of e: Expr, in variable: Expr) -> [Expr] {
    var found = kinks(of: e, in: variable)
    for argument in kinkArguments(of: e) where affineParts(of: argument, in: variable) == nil {
      for place in solutions(of: argument, equal: zero, in: variable) where !found.contains(place) {
        found.append(place)
      }
    }
    return found
  }

  /// Values of the variable at which an expression has a value, as far as undoing its outermost operations finds them.
  private func solutions(of e: Expr, equal value: Expr, in variable: Expr) -> [Expr] {
    guard contains(e, variable) else { return [] }
    if e == variable { return [value] }
    if let inner = logarithmArgument(e) { return solutions(of: inner, equal: exp(value), in: variable) }
    if let inner = exponentialArgument(e) { return solutions(of: inner, equal: log(value), in: variable) }
    let isMoving: (Expr) -> Bool = { self.contains($0, variable) }
    switch op(e) {
    case .sum:
      let moving = operands(e).filter(isMoving)
      let rest = sum(operands(e).filter { !isMoving($0) })
      return moving.count == 1 ? solutions(of: moving[0], equal: difference(value, rest), in: variable) : []
    case .product:
      let moving = factors(e).filter(isMoving)
      let rest = product(factors(e).filter { !isMoving($0) })
      return moving.count == 1 ? solutions(of: moving[0], equal: quotient(value, rest), in: variable) : []
    case .power:
      guard let n = numberValue(operand(e, at: 1)), n.signum > 0 else { return [] }
      let root = power(value, number(Rational(1) / n))
      let isEven = n.isInteger && n.numerator.isEven
      let roots = isEven ? [root, negated(root)] : [root]
      return roots.flatMap { solutions(of: operand(e, at: 0), equal: $0, in: variable) }
    default: return []
    }
  }
}
