internal import Expressions
internal import Multiprecision

/// A function that the table defines through others: beta(a, b) = exp(lgamma(a) + lgamma(b) - lgamma(a + b)).
struct FunctionDefinitions: RewriteRule {
  let id = "function.definition"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    guard let definition = context.formulas.definition(of: e) else { return nil }
    // gamma(x) = exp(lgamma(x)) stays as it is: exp(lgamma(x)) is written as gamma(x).
    if let logarithm = context.store.exponentialArgument(definition), context.formulas.antilogarithm(of: logarithm) == e
    {
      return nil
    }
    return Rewriting(definition)
  }
}

/// A listed special value: digamma(1) = -euler_gamma.
struct SpecialValues: RewriteRule {
  let id = "function.value"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    context.formulas.specialValue(of: e).map { Rewriting($0) }
  }
}

/// A function of a number brought near 0 by its functional equation: digamma(5/2) to digamma(1/2).
struct NumericShift: RewriteRule {
  /// Longer chains of shifts are left alone.
  static let maximumSteps = 64

  let id = "function.numeric-shift"

  func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
    let store = context.store
    guard let shift = context.formulas.shift(of: e),
      let value = store.numberValue(store.operand(e, at: shift.position))
    else { return nil }
    // The representative of a number is the one in (0, 1], or the two in (-1, 1] of an equation of second order.
    let ceiling = -((-value).floor.asInt ?? .max)
    let steps = shift.isSecondOrder ? (ceiling == 1 ? 0 : ceiling) : ceiling - 1
    guard steps != 0, abs(steps) <= Self.maximumSteps else { return nil }
    return Rewriting(shift.reduced(e, by: steps, in: store))
  }
}
