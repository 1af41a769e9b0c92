internal import Calculus
internal import Expressions

extension Simplifier {
  /// An expanded function as coefficients of distinct functions of a variable, in the order of their first occurrence.
  func collected(_ g: Expr, by variable: Expr) -> [(function: Expr, coefficient: Expr)] {
    var functions: [Expr] = []
    var coefficients: [Expr: [Expr]] = [:]
    for term in store.terms(expanded(expandedLogarithms(g))) {
      let (free, function) = store.split(term, over: variable)
      if coefficients[function] == nil { functions.append(function) }
      coefficients[function, default: []].append(free)
    }
    return functions.compactMap { function in
      let coefficient = normal(store.sum(coefficients[function] ?? []))
      return coefficient == store.zero ? nil : (function, coefficient)
    }
  }
}
