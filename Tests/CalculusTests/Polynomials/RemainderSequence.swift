import Multiprecision

@testable import Calculus

/// The primitive remainder sequence (Knuth, TAOCP 2, 4.6.1): slow, short, and independent of the program's own way.
enum RemainderSequence {
  /// The greatest common divisor, with a positive leading coefficient.
  static func gcd(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    if a.isZero || b.isZero { return positive(a + b) }
    guard let variable = (a.variables + b.variables).first else { return Polynomial(Integer.gcd(a.content, b.content)) }
    let contents = (content(a, variable), content(b, variable))
    guard var f = a.exactQuotient(by: contents.0), var g = b.exactQuotient(by: contents.1) else { return .zero }
    if f.degree(in: variable) < g.degree(in: variable) { swap(&f, &g) }
    while !g.isZero {
      let rest = remainder(f, g, variable)
      f = g
      g = rest.isZero ? rest : rest.exactQuotient(by: content(rest, variable)) ?? .zero
    }
    return positive(gcd(contents.0, contents.1) * f)
  }

  private static func positive(_ p: Polynomial) -> Polynomial { p.leadingCoefficient.signum < 0 ? -p : p }

  private static func content(_ p: Polynomial, _ variable: Int32) -> Polynomial {
    p.coefficients(in: variable).reduce(.zero) { gcd($0, $1.coefficient) }
  }

  private static func remainder(_ a: Polynomial, _ b: Polynomial, _ variable: Int32) -> Polynomial {
    let degree = b.degree(in: variable)
    let leading = b.leadingCoefficient(in: variable)
    var rest = a
    while !rest.isZero, rest.degree(in: variable) >= degree {
      let top = rest.degree(in: variable)
      let head = rest.coefficient(of: variable, exponent: top)
      rest = rest * leading - b * head * Polynomial(variable: variable, exponent: top - degree)
    }
    return rest
  }
}
