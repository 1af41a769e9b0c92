internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision

/// How expressions grow as a variable tends to infinity or to minus infinity.
struct InfiniteEnd {
  /// A term as coefficient and the part that depends on the variable.
  typealias Term = (free: Expr, dependent: Expr)

  private let variable: Expr
  /// 1 for infinity, -1 for minus infinity.
  private let side: Int
  private let simplifier: Simplifier
  private var store: ExpressionStore { simplifier.store }
  private var assumptions: Assumptions { simplifier.assumptions }

  init(of variable: Expr, side: Int, _ simplifier: Simplifier) {
    self.variable = variable
    self.side = side
    self.simplifier = simplifier
  }

  /// The largest growth among the terms of a sum and its coefficient in powers of |x|; nil where the growth of one is not known.
  func leading(_ e: Expr) -> (growth: TermGrowth, coefficient: Expr)? { leading(e) { _ in true } }

  /// The same of the terms that depend on the variable and grow less than a limit.
  func leading(dependent e: Expr, below limit: TermGrowth? = nil) -> (growth: TermGrowth, coefficient: Expr)? {
    leading(e, below: limit) { store.contains($0, variable) }
  }

  private func leading(
    _ e: Expr, below limit: TermGrowth? = nil, where isWanted: (Expr) -> Bool
  ) -> (growth: TermGrowth, coefficient: Expr)? {
    let terms = store.terms(simplifier.expanded(withoutAbsoluteValues(e))).filter(isWanted)
    let growing = terms.compactMap { asGrowing(store.split($0, over: variable)) }
    guard let leading = leading(growing, below: limit) else { return nil }
    // Beside a bounded term that was left out, a constant decides nothing.
    return growing.count < terms.count && !leading.growth.isUnbounded(under: assumptions) ? nil : leading
  }

  private func leading(_ terms: [Term], below limit: TermGrowth?) -> (growth: TermGrowth, coefficient: Expr)? {
    var leading: (growth: TermGrowth, coefficients: [Expr])?
    for (coefficient, part) in terms {
      guard let growth = growth(part) else { return nil }
      if let limit {
        guard let order = growth.compared(to: limit, under: assumptions) else { return nil }
        if order != .less { continue }
      }
      guard let known = leading else {
        leading = (growth, [coefficient])
        continue
      }
      switch growth.compared(to: known.growth, under: assumptions) {
      case .less: continue
      case .equal: leading?.coefficients.append(coefficient)
      case .greater: leading = (growth, [coefficient])
      case nil: return nil
      }
    }
    guard let (growth, coefficients) = leading else { return nil }
    let total = store.sum(coefficients)
    if side > 0 || growth.power == store.zero { return (growth, total) }
    guard let n = store.numberValue(growth.power)?.asInt else { return nil }
    return (growth, n.isMultiple(of: 2) ? total : store.negated(total))
  }

  /// The growth of a part; nil for anything that is no product of powers of the variable, of exponentials and of
  /// logarithms of affine functions of it.
  private func growth(_ part: Expr) -> TermGrowth? {
    var result = TermGrowth(store)
    for factor in store.factors(part) where factor != store.one {
      if let argument = store.exponentialArgument(factor) {
        guard let slope = store.affineParts(of: argument, in: variable)?.slope else { return nil }
        result.rate = store.sum([result.rate, side < 0 ? store.negated(slope) : slope])
        continue
      }
      let (base, exponent) = store.baseAndExponent(factor)
      if base == variable, !store.contains(exponent, variable) {
        result.power = store.sum([result.power, exponent])
      } else if let argument = store.logarithmArgument(base), let n = store.numberValue(exponent)?.asInt, n > 0,
        let slope = store.affineParts(of: argument, in: variable)?.slope,
        side > 0 ? assumptions.isPositive(slope) == .yes : assumptions.isNegative(slope) == .yes
      {
        result.logarithms += n
      } else {
        return nil
      }
    }
    return result
  }

  /// A term as it behaves towards the end: the logarithm of a sum is that of its largest term, whose coefficient is of no
  /// account beside a power or an exponential; nil for one that is bounded.
  private func asGrowing(_ term: Term) -> Term? {
    guard let argument = store.logarithmArgument(term.dependent), store.op(argument) == .sum,
      let (growth, coefficient) = leading(argument), growth.logarithms == 0,
      assumptions.isPositive(coefficient) == .yes
    else { return term }
    if growth.rate != store.zero {
      return (store.product([side < 0 ? store.negated(growth.rate) : growth.rate, term.free]), variable)
    }
    if growth.power == store.zero { return nil }
    let distance = side < 0 ? store.negated(variable) : variable
    return (store.product([growth.power, term.free]), store.log(distance))
  }

  /// An expression with `|u|` as u or -u, whichever it is towards the end.
  private func withoutAbsoluteValues(_ e: Expr) -> Expr {
    let replaced = store.subexpressions(of: e).compactMap { part -> (Expr, Expr)? in
      guard store.functionName(part) == "abs",
        let slope = store.affineParts(of: store.operand(part, at: 0), in: variable)?.slope
      else { return nil }
      let argument = store.operand(part, at: 0)
      if assumptions.isPositive(slope) == .yes { return (part, side > 0 ? argument : store.negated(argument)) }
      return assumptions.isNegative(slope) == .yes ? (part, side > 0 ? store.negated(argument) : argument) : nil
    }
    return store.substitute(e, replaced)
  }
}
