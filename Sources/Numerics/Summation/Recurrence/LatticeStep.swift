internal import Expressions
internal import Multiprecision

/// The step from one term of a sum over the integers to the next, found in the function table's increments: with
/// `f(x + 1) - f(x)` known for the logarithm of the gamma function and its derivatives, the ratio of neighbouring weights
/// of Poisson, binomial, negative binomial and similar sums is a quotient of powers, and polygamma functions in the
/// integrands move on by rational numbers.
struct LatticeStep {
  private let store: ExpressionStore
  private let variable: Expr
  /// The weight at the next integer divided by that at this one.
  private(set) var ratio: Expr
  /// The calls in the integrands whose values move on by increments.
  private(set) var calls: [Expr] = []
  /// For each call, what stands for its value in the integrands, and what the step adds to it.
  private(set) var symbols: [Expr] = []
  private(set) var increments: [Expr] = []
  private(set) var integrands: [Expr] = []

  private var powers: [Expr] = []
  private var exponents: [Expr] = []
  private var seen: Set<Expr> = []

  /// Nil where the log-density has no such step.
  init?(_ store: ExpressionStore, logDensity: Expr, integrands: [Expr], variable: Expr) {
    self.store = store
    self.variable = variable
    ratio = store.one
    guard collect(logDensity, times: store.one), !powers.isEmpty || !exponents.isEmpty else { return nil }
    ratio = store.product(powers + [store.exp(store.sum(exponents))])
    for integrand in integrands { visit(integrand) }
    let replacements = Array(zip(calls, symbols))
    self.integrands = integrands.map { store.substitute($0, replacements) }
  }

  /// Takes up `c (e(k + 1) - e(k))`; false where it is no sum of constants and multiples of logarithms.
  private mutating func collect(_ e: Expr, times c: Expr) -> Bool {
    if !store.contains(e, variable) { return true }
    if e == variable {
      exponents.append(c)
      return true
    }
    switch store.op(e) {
    case .sum:
      return store.operands(e).allSatisfy { collect($0, times: c) }
    case .product:
      let moving = store.factors(e).filter { store.contains($0, variable) }
      let still = store.factors(e).filter { !store.contains($0, variable) }
      return moving.count == 1 && collect(moving[0], times: store.product([c] + still))
    case .call:
      if let argument = store.logarithmArgument(e) {
        return take(store.log(store.substitute(argument, [(variable, store.sum([variable, store.one]))])), times: c)
          && take(e, times: store.negated(c))
      }
      return increment(of: e).map { take($0, times: c) } ?? false
    default: return false
    }
  }

  /// Takes up a constant, or a multiple of a logarithm, as it is.
  private mutating func take(_ e: Expr, times c: Expr) -> Bool {
    let (coefficient, rest) = store.coefficientAndRest(e)
    let factor = store.product([store.number(coefficient), c])
    if !store.contains(e, variable) {
      exponents.append(store.product([e, c]))
    } else if let argument = store.logarithmArgument(rest) {
      powers.append(store.power(argument, factor))
    } else {
      return false
    }
    return true
  }

  /// What the step adds to a call whose last argument is `k + r` or `r - k`, and no other one moves; nil for others.
  private func increment(of call: Expr) -> Expr? {
    guard let build = store.function(call)?.increment, let argument = store.operands(call).last,
      !store.operands(call).dropLast().contains(where: { store.contains($0, variable) })
    else { return nil }
    let offset = store.difference(argument, variable)
    if !store.contains(offset, variable) { return build(store, store.operands(call)) }
    guard !store.contains(store.sum([argument, variable]), variable) else { return nil }
    let next = store.difference(argument, store.one)
    return build(store, store.operands(call).dropLast() + [next]).map { store.negated($0) }
  }

  private mutating func visit(_ e: Expr) {
    guard store.contains(e, variable), seen.insert(e).inserted else { return }
    if let increment = increment(of: e) {
      calls.append(e)
      // A name that nobody can type, so that it meets no symbol of the model.
      symbols.append(store.symbol("value \(calls.count) at " + (store.symbolName(variable) ?? "")))
      increments.append(increment)
    } else {
      for operand in store.operands(e) { visit(operand) }
    }
  }
}
