internal import Calculus
internal import Expressions

/// The angle φ with `α cos u + β sin u = R cos(u - φ)`, R the root of α² + β²: `cos φ = α/R`, `sin φ = β/R`.
struct Rotation: Equatable {
  /// φ.
  let angle: Expr
  /// cos φ.
  let cosine: Expr
  /// sin φ.
  let sine: Expr

  /// The rotations of the sums of a cosine and a sine that a function shows; for a sine alone a quarter turn.
  static func candidates(in e: Expr, of u: Expr, _ simplifier: Simplifier) -> [Rotation] {
    let store = simplifier.store
    guard let circular = CircularFunctions(store) else { return [] }
    let waves = [circular.cosine(of: u), circular.sine(of: u)]
    var found: [Rotation] = []
    for part in store.subexpressions(of: e) where store.containsAny(part, waves) {
      let (a, b, _) = linear(part, waves, store)
      if b == store.zero { continue }
      let rotation = a == store.zero ? quarterTurn(store) : rotation(a, b, simplifier)
      if let rotation, !found.contains(rotation) { found.append(rotation) }
    }
    return found
  }

  /// An expression as `a*c + b*s` and other terms, c and s two waves.
  private static func linear(_ e: Expr, _ waves: [Expr], _ store: ExpressionStore) -> (a: Expr, b: Expr, rest: [Expr]) {
    var coefficients: [[Expr]] = [[], []]
    var rest: [Expr] = []
    for term in store.terms(e) {
      let others = store.factors(term).filter { !waves.contains($0) }
      if let wave = waves.firstIndex(where: { store.factors(term).contains($0) }),
        others.count + 1 == store.factors(term).count, !others.contains(where: { store.containsAny($0, waves) })
      {
        coefficients[wave].append(store.product(others))
      } else {
        rest.append(term)
      }
    }
    return (store.sum(coefficients[0]), store.sum(coefficients[1]), rest)
  }

  private static func quarterTurn(_ store: ExpressionStore) -> Rotation {
    let angle = store.product([store.half, store.constant("pi")])
    return Rotation(angle: angle, cosine: store.zero, sine: store.one)
  }

  /// By `tan(φ/2) = sin φ/(1 + cos φ)`.
  private static func rotation(_ a: Expr, _ b: Expr, _ simplifier: Simplifier) -> Rotation? {
    let store = simplifier.store
    let radius = simplifier.normal(store.squareRoot(store.sum([store.square(a), store.square(b)])))
    let tangent = store.quotient(b, store.sum([radius, a]))
    guard let angle = try? store.parse("2*atan(x)") else { return nil }
    return Rotation(
      angle: store.substitute(angle, [(store.symbol("x"), tangent)]), cosine: store.quotient(a, radius),
      sine: store.quotient(b, radius))
  }

  /// A function of u, through its cosine and sine, as one of `v = u - φ` under the same name.
  func applied(to e: Expr, of u: Expr, _ simplifier: Simplifier) -> Expr {
    let store = simplifier.store
    guard let circular = CircularFunctions(store) else { return e }
    let waves = [circular.cosine(of: u), circular.sine(of: u)]
    func visit(_ e: Expr) -> Expr {
      guard store.containsAny(e, waves) else { return e }
      let (a, b, rest) = Self.linear(e, waves, store)
      if a == store.zero, b == store.zero { return store.mapOperands(e, visit) }
      // a cos u + b sin u = (a cos φ + b sin φ) cos v + (b cos φ - a sin φ) sin v.
      let turned = [
        store.sum([store.product([a, cosine]), store.product([b, sine])]),
        store.difference(store.product([b, cosine]), store.product([a, sine])),
      ]
      return store.sum(zip(turned, waves).map { store.product([simplifier.normal($0), $1]) } + rest.map(visit))
    }
    return visit(e)
  }
}
