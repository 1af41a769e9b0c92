internal import Calculus
internal import Expressions

/// An expression as `scale * ((x - centre)^2 + rest)`, all three free of x.
struct Quadratic {
  let scale: Expr
  let centre: Expr
  let rest: Expr

  /// Completes the square, or nil for what is no polynomial of degree 2 in x.
  init?(_ e: Expr, in x: Expr, _ simplifier: Simplifier) {
    let store = simplifier.store
    var coefficients: [[Expr]] = [[], [], []]
    for term in store.terms(simplifier.expanded(e)) {
      let (free, dependent) = store.split(term, over: x)
      if dependent == store.one {
        coefficients[0].append(free)
      } else if store.baseAndExponent(dependent).0 == x,
        let n = store.integerValue(store.baseAndExponent(dependent).1), n == 1 || n == 2
      {
        coefficients[n].append(free)
      } else {
        return nil
      }
    }
    if coefficients[2].isEmpty { return nil }
    let c = coefficients.map { store.sum($0) }
    scale = c[2]
    centre = simplifier.normal(store.negated(store.quotient(c[1], store.product([store.two, c[2]]))))
    rest = simplifier.normal(
      store.difference(store.quotient(c[0], c[2]), store.power(centre, store.two)))
  }
}
