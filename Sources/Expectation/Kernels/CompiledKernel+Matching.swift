internal import Calculus
internal import Expressions
internal import Multiprecision

extension CompiledKernel {
  /// The values of the range parameters that make the kernel's range equal to a given one, or nil.
  func rangeBindings(to image: NumberSet, _ store: ExpressionStore) -> [(Expr, Expr)]? {
    var bindings: [(Expr, Expr)] = []
    func matches(_ pattern: Expr?, _ bound: Expr?) -> Bool {
      let own = pattern == store.infinity ? nil : pattern
      guard let own, let bound else { return own == nil && bound == nil }
      if rangeParameters.contains(own) {
        bindings.append((own, bound))
        return true
      }
      return own == bound
    }
    switch (range, image) {
    case (.reals, .reals): return bindings
    case (.interval(let a, let b, _, _), .interval(let lower, let upper, _, _)),
      (.lattice(let a, let b), .lattice(let lower, let upper)):
      return matches(a, lower) && matches(b, upper) ? bindings : nil
    default: return nil
    }
  }

  /// The parameter values with which the kernel's integrand is `exp(logWeight - constant)`, or nil where the shapes differ.
  func match(
    _ logWeight: Expr, range bindings: [(Expr, Expr)], _ simplifier: Simplifier
  ) -> (parameters: [Expr], constant: Expr)? {
    let store = simplifier.store
    var coefficients = [[Expr]](repeating: [], count: statistics.count)
    var constant: [Expr] = []
    let functions = statistics.map { store.substitute($0.function, bindings) }
    for term in store.terms(logWeight) {
      let (coefficient, function) = store.split(term, over: variable)
      if function == store.one {
        constant.append(coefficient)
      } else if let i = functions.firstIndex(of: function) {
        coefficients[i].append(coefficient)
      } else {
        return nil
      }
    }
    var values = [Expr](repeating: store.zero, count: parameters.count)
    for (statistic, parts) in zip(statistics, coefficients) {
      let offset = store.substitute(statistic.offset, bindings)
      let rest = simplifier.normal(store.difference(store.sum(parts), offset))
      if let parameter = statistic.parameter {
        values[parameter] = simplifier.normal(store.product([store.number(statistic.factor.inverse), rest]))
      } else if rest != store.zero {
        return nil
      }
    }
    return (values, store.sum(constant))
  }
}
