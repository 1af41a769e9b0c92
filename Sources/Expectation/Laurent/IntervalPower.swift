internal import Calculus
internal import Expressions

/// `∫_l^u (a + b x)^s dx` for integer s, where a + b x is positive at both ends: powers, and a logarithm at s = -1.
struct IntervalPower: LaurentKernelKind {
  /// Larger exponents are not tried.
  static let maximumExponent = 12

  /// Reads `s*log(a + b*x) + constant` on a bounded interval.
  func kernel(of setting: DensitySetting) -> LaurentKernel? {
    let (store, simplifier) = (setting.store, setting.simplifier)
    guard let observed = setting.observed.first, case .interval(let lower?, let upper?, _, _) = observed.range,
      let density = LaurentDensity(setting, observed.variable, maximumExponent: Self.maximumExponent / 2),
      let (b, a) = store.affine(density.base, in: observed.variable, simplifier)
    else { return nil }
    let (first, last) = (density.base(at: lower), density.base(at: upper))
    let positive = [first, last].map { Condition.relation($0, .greater, store.zero) }
    let conditions = positive + [.relation(b, .notEqual, store.zero)]
    guard conditions.allSatisfy({ simplifier.admits($0) }) else { return nil }
    return LaurentKernel(
      id: "kernel.interval-power", title: "the integral of a power over an interval", source: "DLMF 4.10.1",
      generator: observed.variable, offset: a, slope: b, exponent: density.exponent, constant: density.constant,
      conditions: conditions,
      integral: { s in
        abs(s) <= Self.maximumExponent ? Self.integral(of: s, from: first, to: last, slope: b, store) : nil
      })
  }

  /// `(last^(s + 1) - first^(s + 1))/(b (s + 1))`.
  private static func integral(
    of s: Int, from first: Expr, to last: Expr, slope: Expr, _ store: ExpressionStore
  ) -> Expr {
    if s == -1 { return store.quotient(store.difference(store.log(last), store.log(first)), slope) }
    let exponent = store.integer(s + 1)
    return store.quotient(
      store.difference(store.power(last, exponent), store.power(first, exponent)), store.product([slope, exponent]))
  }
}
