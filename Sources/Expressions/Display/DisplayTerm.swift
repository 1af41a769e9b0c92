public import Multiprecision

/// A product taken apart as a textbook prints it: a sign, a numerator and a denominator, each a whole number and factors.
///
/// Negative numeric powers stand in the denominator with the opposite exponent: `-3*x/(2*sqrt(pi)*y^2)` has the numerator
/// 3 and x, the denominator 2, pi^(1/2) and y^2. The parts multiply to the expression that they came from.
public struct DisplayTerm {
  /// A power inside a product.
  public struct Factor: Hashable, Sendable {
    /// What is raised.
    public let base: Expr
    /// The exponent, which is not a negative number.
    public let exponent: Expr
  }

  /// Whether the term carries a minus sign.
  public private(set) var isNegative: Bool
  /// The whole number in the numerator, not negative.
  public private(set) var numerator: Integer
  /// The whole number in the denominator, positive.
  public private(set) var denominator: Integer
  /// The factors of the numerator, in textbook order.
  public private(set) var upper: [Factor] = []
  /// The factors of the denominator, in textbook order.
  public private(set) var lower: [Factor] = []

  /// Takes an expression apart; anything but a product or number is a single factor.
  public init(_ e: Expr, in store: ExpressionStore) {
    let (coefficient, rest) = store.coefficientAndRest(e)
    isNegative = coefficient.signum < 0
    numerator = coefficient.numerator.magnitude
    denominator = coefficient.denominator
    if rest != store.one {
      for factor in store.factors(rest) { append(factor, in: store) }
    }
    mergeRadicals(in: store)
    let order = TextbookOrder(store)
    upper = order.sorted(upper)
    lower = order.sorted(lower)
  }

  /// Whether the term is a fraction.
  public var hasDenominator: Bool { !denominator.isOne || !lower.isEmpty }

  private mutating func append(_ factor: Expr, in store: ExpressionStore) {
    let (base, exponent) = store.baseAndExponent(factor)
    if let value = store.numberValue(exponent), value.signum < 0 {
      lower.append(Factor(base: base, exponent: store.number(-value)))
    } else {
      upper.append(Factor(base: base, exponent: exponent))
    }
  }

  /// Puts the root of a number under the root of what it multiplies: `sqrt(2)*sqrt(pi)` is `sqrt(2*pi)`, and
  /// `sqrt(2)/(2*sqrt(pi))` is `1/sqrt(2*pi)`.
  private mutating func mergeRadicals(in store: ExpressionStore) {
    for k in upper.indices where upper[k].exponent == store.half {
      guard let value = store.numberValue(upper[k].base), value.isInteger, value.signum > 0 else { continue }
      if let partner = Self.radical(in: upper, besides: k, in: store) {
        upper[partner] = Factor(base: store.product([upper[k].base, upper[partner].base]), exponent: store.half)
        upper.remove(at: k)
      } else if let partner = Self.radical(in: lower, besides: nil, in: store),
        denominator.quotientAndRemainder(dividingBy: value.numerator).remainder.isZero
      {
        denominator = denominator.exactlyDivided(by: value.numerator)
        lower[partner] = Factor(base: store.product([upper[k].base, lower[partner].base]), exponent: store.half)
        upper.remove(at: k)
      }
      return
    }
  }

  /// The position of a square root that takes a numeric factor under it without becoming another expression.
  private static func radical(in factors: [Factor], besides own: Int?, in store: ExpressionStore) -> Int? {
    factors.indices.first { k in
      k != own && factors[k].exponent == store.half && store.coefficientAndRest(factors[k].base).0.isOne
        && !store.isNumber(factors[k].base)
    }
  }
}
