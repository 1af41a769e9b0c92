internal import Calculus
internal import Expressions
internal import Multiprecision

/// Abel's sums `Σ_(k ≥ 0) (a + c k)^(k - 1 + s) e^(-c k)/k!` for integer s, a > 0 and 0 ≤ c < 1.
///
/// They are `e^a P_s(a)` with `P_1 = 1/(1 - c)` and `a P_s(a) = P_(s+1)(a) - c P_(s+1)(a + c)`, which gives P_0 = 1/a,
/// lower ones by substitution, and higher ones as polynomials in a by comparing coefficients.
struct AbelSum: LaurentKernelKind {
  /// Exponents further from 0 are not tried.
  static let maximumExponent = 6

  /// Reads a density whose power, brought to this form by a factor, shows a and c.
  func kernel(of setting: DensitySetting) -> LaurentKernel? {
    let (store, simplifier) = (setting.store, setting.simplifier)
    guard let observed = setting.observed.first,
      observed.range == .lattice(lower: store.zero, upper: nil),
      let parts = AbelParts(setting.logDensity, observed.variable, simplifier),
      let scale = parts.scale(simplifier)
    else { return nil }
    let a = simplifier.normal(store.product([scale, parts.offset]))
    let c = simplifier.normal(store.product([scale, parts.slope]))
    let conditions: [Condition] = [
      .relation(a, .greater, store.zero), .relation(c, .greaterOrEqual, store.zero), .relation(c, .less, store.one),
    ]
    guard conditions.allSatisfy({ setting.holds($0) == .yes }) else { return nil }
    return LaurentKernel(
      id: "kernel.abel-sum", title: "Abel's sum", source: "J. Riordan, Combinatorial Identities (1968), section 1.5",
      generator: observed.variable, offset: parts.offset, slope: parts.slope, exponent: parts.exponent,
      constant: parts.constant, conditions: conditions,
      integral: { s in
        guard abs(s) <= Self.maximumExponent else { return nil }
        // v = (a + c k)/scale.
        return store.product([
          store.power(scale, store.integer(1 - s)), store.exp(a), Self.quotient(s, a, c, simplifier),
        ])
      })
  }

  /// P_s(a).
  static func quotient(_ s: Int, _ a: Expr, _ c: Expr, _ simplifier: Simplifier) -> Expr {
    let store = simplifier.store
    if s > 0 {
      let coefficients = polynomial(s, c, simplifier)
      return store.sum(coefficients.enumerated().map { store.product([$1, store.power(a, store.integer($0))]) })
    }
    let higher = quotient(s + 1, a, c, simplifier)
    let moved = quotient(s + 1, store.sum([a, c]), c, simplifier)
    return simplifier.normal(store.quotient(store.difference(higher, store.product([c, moved])), a))
  }

  /// The coefficients of P_s by powers of a, for s ≥ 1.
  private static func polynomial(_ s: Int, _ c: Expr, _ simplifier: Simplifier) -> [Expr] {
    let store = simplifier.store
    let scale = store.reciprocal(store.difference(store.one, c))
    guard s > 1 else { return [scale] }
    let right = [store.zero] + polynomial(s - 1, c, simplifier)
    // p_j (1 - c) = right_j + c Σ_(i > j) p_i binomial(i, j) c^(i - j)
    var found = right
    for j in right.indices.reversed() {
      var terms = [right[j]]
      for i in right.indices where i > j {
        let count = (0..<j).reduce(1) { $0 * (i - $1) / ($1 + 1) }
        terms.append(store.product([store.integer(count), store.power(c, store.integer(i - j + 1)), found[i]]))
      }
      found[j] = simplifier.normal(store.product([scale, store.sum(terms)]))
    }
    return found
  }
}
