internal import Calculus
internal import Expressions
internal import Multiprecision

/// Laplace's integral `∫_(-π)^π (a + b cos u)^s du` for integer s and a > |b|.
///
/// With d = a² - b² it is `2π d^(s/2) P_s(a/√d)`, P the Legendre polynomials and `P_(-s-1) = P_s`.
struct PeriodicPower: LaurentKernelKind {
  /// Larger exponents are not tried.
  static let maximumExponent = 12

  /// Reads `s*log(a + b*cos(u)) + constant` on (-π, π).
  func kernel(of setting: DensitySetting) -> LaurentKernel? {
    let (store, simplifier) = (setting.store, setting.simplifier)
    guard let observed = setting.observed.first,
      observed.range
        == .interval(
          lower: store.negated(store.constant("pi")), upper: store.constant("pi"), lowerClosed: false,
          upperClosed: false), let cosine = CircularFunctions(store)?.cosine(of: observed.variable)
    else { return nil }
    guard let density = LaurentDensity(setting, observed.variable, maximumExponent: Self.maximumExponent / 2),
      let (b, a) = store.affine(density.base, in: cosine, simplifier),
      !store.containsAny(store.sum([a, b]), [observed.variable])
    else { return nil }
    let conditions = [
      Condition.relation(store.sum([a, b]), .greater, store.zero),
      .relation(store.difference(a, b), .greater, store.zero),
    ]
    guard conditions.allSatisfy({ setting.holds($0) == .yes }) else { return nil }
    return LaurentKernel(
      id: "kernel.periodic-power", title: "Laplace's integral for the Legendre polynomials",
      source: "DLMF 14.12.7 with 14.9.5", generator: cosine, offset: a, slope: b, exponent: density.exponent,
      constant: density.constant, conditions: conditions,
      integral: { s in
        abs(s) <= Self.maximumExponent ? Self.integral(of: s, a, b, simplifier) : nil
      })
  }

  /// `∫_(-π)^π (a + b cos u)^s du`.
  static func integral(of s: Int, _ a: Expr, _ b: Expr, _ simplifier: Simplifier) -> Expr {
    let store = simplifier.store
    let d = simplifier.normal(store.product([store.sum([a, b]), store.difference(a, b)]))
    let value = legendre(s >= 0 ? s : -s - 1, a, d, store)
    // d^(s + 1/2), in which the root of a square is none.
    let root = store.power(simplifier.normal(store.squareRoot(d)), store.integer(s >= 0 ? 0 : 2 * s + 1))
    return store.product([store.two, store.constant("pi"), value, root])
  }

  /// `d^(n/2) P_n(a/√d)`, a polynomial in a and d.
  private static func legendre(_ n: Int, _ a: Expr, _ d: Expr, _ store: ExpressionStore) -> Expr {
    let terms = (0...n / 2).map { m in
      let sign = m.isMultiple(of: 2) ? 1 : -1
      let count = binomial(n, m) * binomial(2 * n - 2 * m, n)
      let coefficient = Rational(sign * count, 1 << n)
      return store.product([
        store.number(coefficient), store.power(a, store.integer(n - 2 * m)), store.power(d, store.integer(m)),
      ])
    }
    return store.sum(terms)
  }

  private static func binomial(_ n: Int, _ k: Int) -> Int {
    (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
