internal import Calculus
internal import Expressions

extension Simplifier {
  /// A log-weight as a sum of terms, logarithms of sums brought to lowest terms first:
  /// `log(u + 1/u) = log(1 + u^2) - log(u)`.
  func settled(_ weight: Expr, in u: Expr) -> Expr {
    let expanded = self.expanded(expandedLogarithms(weight))
    var replacements: [(Expr, Expr)] = []
    for factor in store.terms(expanded).flatMap({ store.factors($0) }) {
      guard let argument = store.logarithmArgument(factor), argument != u, store.contains(argument, u) else { continue }
      replacements.append((factor, store.log(rational.factored(argument))))
    }
    if replacements.isEmpty { return expanded }
    return self.expanded(expandedLogarithms(store.substitute(expanded, replacements)))
  }
}
