public import Multiprecision

/// A polynomial as a product `unit * factor_1^m_1 * ... * factor_k^m_k` of primitive, pairwise coprime factors.
///
/// The factorisation finds the contents in each variable, the square-free parts, the factors that are linear in some
/// variable, and those of polynomials that are quadratic in some variable; beyond that a factor may stay reducible.
public struct PolynomialFactorization: Sendable {
  /// One factor.
  public struct Factor: Sendable {
    /// The factor: primitive over the integers, with a positive leading coefficient.
    public let polynomial: Polynomial
    /// How often it divides.
    public let multiplicity: Int
    /// Whether it is proved that the factor has no divisors.
    public let isIrreducible: Bool
  }

  /// The content of the polynomial, with its sign.
  public let unit: Integer
  /// The factors other than constants, in the order in which they were found.
  public let factors: [Factor]

  /// Factors a polynomial; 0 gives the unit 0 and no factors.
  public init(_ polynomial: Polynomial) {
    unit = polynomial.content
    if polynomial.isZero {
      factors = []
      return
    }
    var search = Search()
    search.split(polynomial.divided(by: unit), multiplicity: 1)
    factors = search.factors
  }

  private struct Search {
    var factors: [Factor] = []

    mutating func add(_ p: Polynomial, _ multiplicity: Int, isIrreducible: Bool) {
      if !p.isConstant {
        factors.append(Factor(polynomial: p, multiplicity: multiplicity, isIrreducible: isIrreducible))
      }
    }

    /// Takes monomials and the contents in each variable out of a primitive polynomial, then its repeated factors.
    mutating func split(_ p: Polynomial, multiplicity: Int) {
      let powers = p.monomialContent
      for (variable, exponent) in powers {
        add(Polynomial(variable: variable), exponent * multiplicity, isIrreducible: true)
      }
      var rest = p.divided(byMonomial: powers)
      if rest.isConstant { return }
      if rest.variables.count > 1 {
        for variable in rest.variables {
          let content = rest.content(in: variable)
          if content.isConstant { continue }
          split(content, multiplicity: multiplicity)
          rest = rest.exactQuotient(by: content) ?? rest
        }
      }
      for (part, exponent) in rest.squareFreeParts() {
        let pieces = part.squareFreeFactors()
        for piece in pieces { add(piece.polynomial, exponent * multiplicity, isIrreducible: piece.isIrreducible) }
      }
    }
  }
}
