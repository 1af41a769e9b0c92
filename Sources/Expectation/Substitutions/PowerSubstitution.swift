public import Expressions

/// u = c * x^p where the density shows it: on the half-line, on (0, 1), for odd p on the line, and u = a/x on (a, ∞).
public struct PowerSubstitution: SubstitutionKind {
  /// Creates the kind.
  public init() {}

  /// The candidates: one for each multiple of a power of the observed variable with known signs.
  public func candidates(
    for observed: DensitySetting.Observed, of setting: DensitySetting, to u: Expr
  ) -> [Substitution] {
    let store = setting.store
    if case .reals = observed.range { return oddPowers(observed.variable, u, setting) }
    guard case .interval(let lower?, let upper, _, _) = observed.range else { return [] }
    if lower != store.zero {
      guard upper == nil, setting.assumptions.isPositive(lower) == .yes else { return [] }
      return [reciprocal(observed, u, lower, store)]
    }
    guard upper == nil || upper == store.one else { return [] }
    let x = observed.variable
    var found: [Substitution] = []
    for (coefficient, part) in DensityParts(setting, x).multiples(where: { store.baseAndExponent($0).0 == x }) {
      let exponent = store.baseAndExponent(part).1
      // A factor of unknown sign stays where it is.
      let scale = setting.size(of: coefficient) ?? store.one
      guard !store.contains(exponent, x), let size = setting.size(of: exponent),
        scale != store.one || exponent != store.one
      else { continue }
      if upper == nil {
        found.append(substitution(observed, u, scale: scale, exponent: exponent, size: size, observed.range, store))
      } else if size == exponent, exponent != store.one {
        found.append(substitution(observed, u, scale: store.one, exponent: exponent, size: size, observed.range, store))
      }
    }
    return found
  }

  /// u = x^n on the real line for odd n, where the density shows x as x^n alone; x is not solved for.
  private func oddPowers(_ x: Expr, _ u: Expr, _ setting: DensitySetting) -> [Substitution] {
    let store = setting.store
    let exponents = DensityParts(setting, x).parts { store.baseAndExponent($0).0 == x }.compactMap { part -> Int? in
      let n = store.integerValue(store.baseAndExponent(part).1)
      return n.map { $0 > 1 && !$0.isMultiple(of: 2) ? Int($0) : nil } ?? nil
    }
    return exponents.map { n in
      let slope = store.product([store.integer(n), store.power(x, store.integer(n - 1))])
      return Substitution(
        id: "substitution.power", variable: u, forward: store.power(x, store.integer(n)), inverse: x,
        logJacobian: store.negated(setting.simplifier.expandedLogarithms(store.log(slope))), image: .reals,
        shortcuts: (1...Self.mostMultiples).map { k in
          (store.power(x, store.integer(n * k)), store.power(u, store.integer(k)))
        })
    }
  }

  /// The highest power of u that a mean square of a score of a normal law holds.
  private static let mostMultiples = 4

  private func substitution(
    _ observed: DensitySetting.Observed, _ u: Expr, scale: Expr, exponent: Expr, size: Expr, _ image: NumberSet,
    _ store: ExpressionStore
  ) -> Substitution {
    let root = store.reciprocal(exponent)
    // x = (u/c)^(1/p), so log|dx/du| = (1/p - 1)*log(u) - log(c)/p - log|p|.
    return Substitution(
      id: "substitution.power", variable: u,
      forward: store.product([scale, store.power(observed.variable, exponent)]),
      inverse: store.power(store.quotient(u, scale), root),
      logJacobian: store.sum([
        store.product([store.difference(root, store.one), store.log(u)]),
        store.negated(store.product([root, store.log(scale)])), store.negated(store.log(size)),
      ]),
      image: image)
  }

  /// u = a/x, which takes (a, ∞) to (0, 1).
  private func reciprocal(
    _ observed: DensitySetting.Observed, _ u: Expr, _ lower: Expr, _ store: ExpressionStore
  ) -> Substitution {
    Substitution(
      id: "substitution.power", variable: u, forward: store.quotient(lower, observed.variable),
      inverse: store.quotient(lower, u),
      logJacobian: store.difference(store.log(lower), store.product([store.two, store.log(u)])),
      image: .interval(lower: store.zero, upper: store.one, lowerClosed: false, upperClosed: false))
  }
}
