import Numerics
import Testing

/// Densities that are products of powers, whose exponentials are had from square roots and products where the exponents are
/// multiples of 1/2: known integrals with such exponents, next to them, and beyond.
@Suite("Products of powers")
struct PowerDensityTests {
  static let cases: [IntegralCase] = [
    IntegralCase("halves", "3/2*log(x) + log(1-x)/2", on: .unit, [("1", "pi/16"), ("x*(1-x)", "3*pi/256")]),
    IntegralCase("whole numbers", "2*log(x) + 3*log(1-x)", on: .unit, [("1", "1/60"), ("log(x)", "-19/1200")]),
    IntegralCase("negative halves", "-log(x)/2 - log(1-x)/2", on: .unit, [("1", "pi"), ("log(x)", "-2*pi*log(2)")]),
    IntegralCase("thirds", "-2/3*log(x) - log(1-x)/3", on: .unit, [("1", "2*pi/sqrt(3)")]),
    IntegralCase("a large exponent", "17/2*log(x) + log(1-x)", on: .unit, [("1", "4/399")]),
    IntegralCase("a power of a sum", "-3*log(1 + x^2)", on: .line, [("1", "3*pi/8"), ("x^2", "pi/8")]),
    IntegralCase("a half of a sum", "-3/2*log(1 + x^2) - log(2)", on: .line, [("1", "1")]),
    IntegralCase("the same base twice", "log(x)/2 + log(x) - 4*log(1+x)", on: .positive, [("1", "pi/16")]),
    IntegralCase("two distances", "log(x)/2 - 5/2*log(1+x)", on: .positive, [("1", "2/3")]),
  ]

  @Test("their integrals are right to ordinary and to many digits", arguments: cases, [40, 300])
  func agree(_ known: IntegralCase, digits: Int) throws { try known.expectDigits(digits) }
}
