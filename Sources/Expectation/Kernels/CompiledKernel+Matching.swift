internal import Calculus
internal import Expressions
internal import Multiprecision

extension CompiledKernel {
  /// The range bindings together with values for the shape parameters, read off the statistics that a log-weight shows;
  /// nil where one has no counterpart.
  func shapeBindings(
    _ logWeight: Expr, range bindings: [(Expr, Expr)], _ simplifier: Simplifier
  ) -> [(Expr, Expr)]? {
    let store = simplifier.store
    var result = bindings
    for shape in shapeParameters {
      guard let statistic = statistics.first(where: { store.contains($0.function, shape) }),
        let value = store.terms(logWeight).firstValue({ term -> Expr? in
          let (coefficient, function) = store.split(term, over: variable)
          // The same function with another coefficient belongs to another part of the kernel.
          guard statistic.parameter != nil || coefficient == statistic.offset else { return nil }
          return self.shapeValue(shape, statistic.function, function, simplifier)
        })
      else { return nil }
      result.append((shape, value))
    }
    return result
  }

  /// The value of a shape parameter with which a statistic, a call that is affine in it with slope 1, is a given function.
  private func shapeValue(_ shape: Expr, _ pattern: Expr, _ function: Expr, _ simplifier: Simplifier) -> Expr? {
    let store = simplifier.store
    guard let id = store.functionID(pattern), store.functionID(function) == id else { return nil }
    for (own, other) in zip(store.operands(pattern), store.operands(function)) where store.contains(own, shape) {
      let value = simplifier.normal(store.difference(other, store.difference(own, shape)))
      // log(k + 1) is the logarithm of an index that begins at 1, and series in that have kernels of their own.
      let isShiftedIndex = value == store.one && store.logarithmArgument(function) != nil
      return isShiftedIndex || store.contains(value, variable) ? nil : value
    }
    return nil
  }

  /// The statistics' functions with values for range and shape parameters, written as in an expanded log-weight.
  func functions(with bindings: [(Expr, Expr)], _ simplifier: Simplifier) -> [Expr] {
    statistics.map { simplifier.expanded(simplifier.store.substitute($0.function, bindings)) }
  }

  /// The parameter values with which the kernel's integrand is `exp(logWeight - constant)`, or nil where the shapes differ.
  func match(
    _ logWeight: Expr, range bindings: [(Expr, Expr)], _ simplifier: Simplifier
  ) -> (parameters: [Expr], constant: Expr)? {
    let store = simplifier.store
    var coefficients = [[Expr]](repeating: [], count: statistics.count)
    var constant: [Expr] = []
    let functions = functions(with: bindings, simplifier)
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
    var values = [Expr?](repeating: nil, count: parameters.count)
    for (statistic, parts) in zip(statistics, coefficients) {
      let offset = store.substitute(statistic.offset, bindings)
      let rest = simplifier.normal(store.difference(store.sum(parts), offset))
      if let parameter = statistic.parameter {
        let value = simplifier.normal(store.product([store.number(statistic.factor.inverse), rest]))
        guard values[parameter] == nil || values[parameter] == value else { return nil }
        values[parameter] = value
      } else if rest != store.zero {
        return nil
      }
    }
    return (values.map { $0 ?? store.zero }, store.sum(constant))
  }
}
