internal import Multiprecision

/// A quotient of polynomials in the generators of a `RationalField`:
/// `scale * monomial * numerator / product of factor^multiplicity`, in lowest terms.
///
/// The numerator is primitive, has a positive leading coefficient and no monomial content; monomials, also in the
/// denominator, stand apart with exponents of either sign. Zero has the scale 0 and nothing else.
struct RationalFunction {
  /// A power of a variable.
  typealias Power = (variable: Int32, exponent: Int)
  /// A power of a factor that the field knows by number.
  typealias DenominatorFactor = (factor: Int32, multiplicity: Int)

  var scale: Rational
  /// Ascending by variable, exponents of either sign but not 0.
  var monomial: [Power] = []
  var numerator: Polynomial = .one
  /// Ascending by factor, multiplicities positive.
  var denominator: [DenominatorFactor] = []

  static var zero: RationalFunction { RationalFunction(scale: Rational(0)) }

  var isZero: Bool { scale.isZero }

  /// The value where neither numerator nor denominator has a variable.
  var constantValue: Rational? {
    monomial.isEmpty && numerator.isOne && denominator.isEmpty ? scale : nil
  }

  /// Whether nothing is divided by but numbers.
  var isPolynomial: Bool { denominator.isEmpty && monomial.allSatisfy { $0.exponent > 0 } }

  /// The value 1 as a quotient.
  static var one: RationalFunction { RationalFunction(scale: Rational(1)) }
}

extension RationalFunction: Hashable {
  static func == (a: RationalFunction, b: RationalFunction) -> Bool {
    a.scale == b.scale && a.monomial.elementsEqual(b.monomial, by: ==) && a.numerator == b.numerator
      && a.denominator.elementsEqual(b.denominator, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(scale)
    hasher.combine(numerator)
    for (variable, exponent) in monomial {
      hasher.combine(variable)
      hasher.combine(exponent)
    }
    for (factor, multiplicity) in denominator {
      hasher.combine(factor)
      hasher.combine(multiplicity)
    }
  }
}

/// Reasons for which arithmetic in a field stops; the caller then treats an expression as a generator.
enum RationalFieldError: Error {
  case divisionByZero
  case tooLarge
}
