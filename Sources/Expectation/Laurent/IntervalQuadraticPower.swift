internal import Calculus
internal import Expressions

/// `∫_l^u (a + b x^2)^s dx` for integer s, positive a and b of known sign, where a + b x^2 is positive at both ends: powers,
/// and for negative s an inverse tangent, or an inverse hyperbolic tangent where b is negative.
struct IntervalQuadraticPower: LaurentKernelKind {
  /// Larger exponents are not tried.
  static let maximumExponent = 12

  /// Reads `s*log(a + b*x^2) + constant` on a bounded interval.
  func kernel(of setting: DensitySetting) -> LaurentKernel? {
    let (store, simplifier) = (setting.store, setting.simplifier)
    guard let observed = setting.observed.first, case .interval(let lower?, let upper?, _, _) = observed.range,
      store.contains(setting.logDensity, store.square(observed.variable)),
      let density = LaurentDensity(setting, observed.variable, maximumExponent: Self.maximumExponent / 2),
      case let square = store.square(observed.variable),
      let (b, a) = store.affine(density.base, in: square, simplifier),
      !store.contains(store.sum([a, b]), observed.variable), let size = setting.size(of: b)
    else { return nil }
    let positive = [density.base(at: lower), density.base(at: upper), a]
    let conditions = positive.map { Condition.relation($0, .greater, store.zero) }
    guard conditions.allSatisfy({ setting.holds($0) == .yes }),
      let inverse = try? store.parse(size == b ? "atan(x)" : "atanh(x)")
    else { return nil }
    func root(_ e: Expr) -> Expr { simplifier.normal(store.squareRoot(e)) }
    let integrals = Integrals(
      store: store, a: a, b: b,
      first: { x in
        let angle = store.product([x, root(store.quotient(size, a))])
        return store.quotient(store.substitute(inverse, [(store.symbol("x"), angle)]), root(store.product([a, size])))
      })
    return LaurentKernel(
      id: "kernel.interval-quadratic-power", title: "the integral of a power of a quadratic over an interval",
      source: "DLMF 4.24.9 and 4.38.11, integrated by parts", generator: square, offset: a, slope: b,
      exponent: density.exponent, constant: density.constant, conditions: conditions,
      integral: { s in
        guard abs(s) <= Self.maximumExponent else { return nil }
        return store.difference(integrals.value(of: s, at: upper), integrals.value(of: s, at: lower))
      })
  }

  /// Antiderivatives of v^s for v = a + b x^2, 0 at 0.
  private struct Integrals {
    let store: ExpressionStore
    let a: Expr
    let b: Expr
    /// That of 1/v.
    let first: (Expr) -> Expr

    func value(of s: Int, at x: Expr) -> Expr {
      let base = store.sum([a, store.product([b, store.square(x)])])
      if s == 0 { return x }
      if s == -1 { return first(x) }
      // (x v^s)' = (2 s + 1) v^s - 2 s a v^(s - 1).
      let product = { store.product([x, store.power(base, store.integer($0))]) }
      if s > 0 {
        let rest = store.product([store.integer(2 * s), a, value(of: s - 1, at: x)])
        return store.quotient(store.sum([product(s), rest]), store.integer(2 * s + 1))
      }
      let n = -s - 1
      let rest = store.product([store.integer(2 * n - 1), value(of: -n, at: x)])
      return store.quotient(store.sum([product(-n), rest]), store.product([store.integer(2 * n), a]))
    }
  }
}
