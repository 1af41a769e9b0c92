internal import Calculus
internal import Expressions
internal import Syntax

extension Simplifier {
  /// Larger distances from a factorial are left alone.
  private static let furthestFactorial = 8

  /// A sum of terms over a lattice from 0, in which `lgamma(k + j)` with an integer j > 1 is written through k!:
  /// `lgamma(k + 1) + log(k + 1) + … + log(k + j - 1)`.
  func plainFactorials(_ weight: Expr, in k: Expr, over range: NumberSet) -> Expr {
    guard case .lattice(store.zero, _) = range, let pattern = try? store.parse("lgamma(k)"),
      let function = store.functionID(pattern)
    else { return weight }
    let terms = store.terms(weight).map { term in
      let (free, call) = store.split(term, over: k)
      guard store.functionID(call) == function,
        let j = store.integerValue(normal(store.difference(store.operand(call, at: 0), k))),
        (2...Self.furthestFactorial).contains(j)
      else { return term }
      let factors = (1..<j).map { store.log(store.sum([k, store.integer($0)])) }
      let factorial = store.call(function, [store.sum([k, store.one])])
      return expanded(store.product([free, store.sum([factorial] + factors)]))
    }
    return store.sum(terms)
  }
}
