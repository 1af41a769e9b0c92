internal import Calculus
internal import Expressions

extension Simplifier {
  /// A log-weight as a sum of terms, sums under logarithms and powers brought to lowest terms first:
  /// `log(u + 1/u) = log(1 + u^2) - log(u)`, `(1 + a*(u - 1/a))^c = (a*u)^c`.
  func settled(_ weight: Expr, in u: Expr) -> Expr {
    // Multiplying out may leave a product where a sum stood, which the laws of logarithms and powers take further.
    let once = self.expanded(expandedLogarithms(weight))
    let expanded = self.expanded(expandedLogarithms(once))
    var replacements: [(Expr, Expr)] = []
    for sum in sums(of: expanded, in: u) {
      let factored = rational.factored(sum)
      if factored != sum { replacements.append((sum, factored)) }
    }
    if replacements.isEmpty { return expanded }
    return self.expanded(expandedLogarithms(store.substitute(expanded, replacements)))
  }

  /// The sums in u whose logarithm, or a power of which that is no natural one, is a factor of a term.
  private func sums(of weight: Expr, in u: Expr) -> [Expr] {
    var found: [Expr] = []
    for factor in store.terms(weight).flatMap({ store.factors($0) }) {
      let (base, exponent) = store.baseAndExponent(factor)
      let candidate = store.logarithmArgument(factor) ?? (store.integerValue(exponent) == nil ? base : nil)
      guard let sum = candidate, store.op(sum) == .sum, store.contains(sum, u), !found.contains(sum) else { continue }
      found.append(sum)
    }
    return found
  }
}
