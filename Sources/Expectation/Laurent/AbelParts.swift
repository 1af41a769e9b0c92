internal import Calculus
internal import Expressions
internal import Syntax

/// A log-density as `(k - 1 + s)*log(offset + slope*k) - rate*k - log k! + constant`.
struct AbelParts {
  let offset: Expr
  let slope: Expr
  let exponent: Int
  let rate: Expr
  let constant: Expr

  init?(_ logDensity: Expr, _ k: Expr, _ simplifier: Simplifier) {
    let store = simplifier.store
    var reading = Reading(k)
    for term in store.terms(simplifier.expanded(logDensity)) {
      guard reading.take(term, simplifier) else { return nil }
    }
    guard let base = reading.base, reading.hasFactorial,
      let (slope, offset) = store.affine(base, in: k, simplifier), !store.contains(slope, k)
    else { return nil }
    // Single logarithms must be of multiples of the base.
    var constant = reading.constant
    var exponent = 1
    for (argument, count) in reading.logarithms {
      let ratio = simplifier.normal(store.quotient(argument, base))
      guard !store.contains(ratio, k) else { return nil }
      exponent += count
      constant.append(store.product([store.integer(count), store.log(ratio)]))
    }
    self.offset = offset
    self.slope = slope
    self.exponent = exponent
    rate = store.negated(store.sum(reading.rates))
    self.constant = store.sum(constant)
  }

  /// The factor f with `f*slope - log(f) = rate`, which makes a density of the power an Abel sum: 1, or what the
  /// logarithms in the rate show, or a term that is the logarithm of an exponential: f = exp(-w) in the rate w + exp(-w).
  func scale(_ simplifier: Simplifier) -> Expr? {
    let store = simplifier.store
    let terms = store.terms(simplifier.expanded(rate))
    func isLogarithm(_ term: Expr) -> Bool { store.logarithmArgument(store.coefficientAndRest(term).1) != nil }
    let logarithms = terms.filter(isLogarithm)
    let exponents = [logarithms] + terms.filter { !isLogarithm($0) }.map { logarithms + [$0] }
    for candidate in [store.one] + exponents.map({ store.exp(store.negated(store.sum($0))) }) {
      let f = simplifier.normal(candidate)
      let defect = store.sum([store.product([f, slope]), store.negated(store.log(f)), store.negated(rate)])
      if simplifier.isZero(simplifier.expandedLogarithms(defect)) { return f }
    }
    return nil
  }
}

/// What the terms of a log-density add to.
private struct Reading {
  let k: Expr
  var base: Expr?
  var hasFactorial = false
  var logarithms: [(argument: Expr, count: Int)] = []
  var rates: [Expr] = []
  var constant: [Expr] = []

  init(_ k: Expr) { self.k = k }

  /// Adds one term; false where it is of another form.
  mutating func take(_ term: Expr, _ simplifier: Simplifier) -> Bool {
    let store = simplifier.store
    let (free, dependent) = store.split(term, over: k)
    if dependent == store.one {
      constant.append(free)
    } else if dependent == k {
      rates.append(free)
    } else if let argument = store.logarithmArgument(dependent), let count = store.integerValue(free) {
      logarithms.append((argument, count))
    } else if let argument = argumentOfPower(dependent, store), free == store.one, base == nil {
      base = argument
    } else {
      return takeFactorial(free, dependent, simplifier)
    }
    return true
  }

  /// `k*log(v)`.
  private func argumentOfPower(_ dependent: Expr, _ store: ExpressionStore) -> Expr? {
    let rest = store.factors(dependent).filter { $0 != k }
    guard rest.count == 1, store.factors(dependent).count == 2 else { return nil }
    return store.logarithmArgument(rest[0])
  }

  /// `-lgamma(k + j)` is `-log k! - log(k + 1) - … - log(k + j - 1)`.
  private mutating func takeFactorial(_ free: Expr, _ dependent: Expr, _ simplifier: Simplifier) -> Bool {
    let store = simplifier.store
    guard free == store.minusOne, !hasFactorial, let pattern = try? store.parse("lgamma(k)"),
      let function = store.functionID(dependent), function == store.functionID(pattern),
      let j = store.integerValue(simplifier.normal(store.difference(store.operand(dependent, at: 0), k))),
      (1...8).contains(j)
    else { return false }
    hasFactorial = true
    for i in 1..<j { logarithms.append((store.sum([k, store.integer(i)]), -1)) }
    return true
  }
}
