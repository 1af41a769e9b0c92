internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  mutating func divisor(_ node: NodeID) -> Expr {
    let operand = tree.children(node)[0]
    let value = expression(operand)
    if value == store.zero { return fail(.divisionByZero(tree.span(operand))) }
    return store.reciprocal(value)
  }

  mutating func power(_ node: NodeID) -> Expr {
    let parts = tree.children(node)
    let exponent = expression(parts[1])
    if let value = store.numberValue(exponent), !isWithinLimits(value) {
      return fail(.exponentTooLarge(text(parts[1]), limits.exponent, tree.span(parts[1])))
    }
    let base = expression(parts[0])
    if base == store.zero, let value = store.numberValue(exponent), value.signum < 0 {
      return fail(.divisionByZero(tree.span(node)))
    }
    if let value = store.numberValue(base), value.signum < 0, purpose == .model,
      let power = store.numberValue(exponent), !power.isInteger
    {
      return fail(.rootOfNegative(text(parts[0]), tree.span(node)))
    }
    return store.power(base, exponent)
  }

  private func isWithinLimits(_ exponent: Rational) -> Bool {
    guard let numerator = exponent.numerator.asInt, let denominator = exponent.denominator.asInt else { return false }
    return abs(numerator) <= limits.exponent && denominator <= limits.exponent
  }

  mutating func squareRoot(_ operand: NodeID) -> Expr {
    let value = expression(operand)
    if let number = store.numberValue(value), number.signum < 0, purpose == .model {
      return fail(.rootOfNegative(text(operand), tree.span(operand)))
    }
    return store.squareRoot(value)
  }

  /// `\sqrt[3]{x}`.
  mutating func root(_ node: NodeID) -> Expr {
    let parts = tree.children(node)
    let radicand = expression(parts[0])
    let degree = expression(parts[1])
    guard let value = store.numberValue(degree), value.isInteger, value.signum > 0, isWithinLimits(value) else {
      return fail(.degreeOfRoot(text(parts[1]), tree.span(parts[1])))
    }
    return store.power(radicand, store.reciprocal(degree))
  }

  func text(_ node: NodeID) -> String { source.text(in: tree.span(node)).excerpt }
}
