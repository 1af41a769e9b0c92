internal import Multiprecision

extension Polynomial {
  /// The divisor of two polynomials in the same variables by the primitive remainder sequence.
  static func remainderSequenceGCD(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    guard let variable = a.variables.min(by: { a.degree(in: $0) < a.degree(in: $1) }) else { return .one }
    let contentA = a.content(in: variable)
    let contentB = b.content(in: variable)
    var f = a.exactQuotient(by: contentA) ?? a
    var g = b.exactQuotient(by: contentB) ?? b
    if f.degree(in: variable) < g.degree(in: variable) { swap(&f, &g) }
    while g.degree(in: variable) > 0 {
      let remainder = f.pseudoRemainder(by: g, in: variable)
      f = g
      g = remainder.isZero ? remainder : remainder.primitivePart(in: variable)
      if g.isZero { return (gcd(contentA, contentB) * f).primitivePart }
    }
    // A remainder without the variable: the primitive parts are coprime.
    return gcd(contentA, contentB).primitivePart
  }

  /// The polynomial divided by the content of its coefficients as a polynomial in one variable.
  func primitivePart(in variable: Int32) -> Polynomial {
    let divisor = content(in: variable)
    return (divisor.isOne ? self : exactQuotient(by: divisor) ?? self).primitivePart
  }

  /// The remainder of `lc(divisor)^k * self` by `divisor` as polynomials in one variable, with the least sufficient k.
  func pseudoRemainder(by divisor: Polynomial, in variable: Int32) -> Polynomial {
    let degree = divisor.degree(in: variable)
    let leading = divisor.leadingCoefficient(in: variable)
    var remainder = self
    while !remainder.isZero, remainder.degree(in: variable) >= degree {
      let top = remainder.degree(in: variable)
      let shift = Polynomial(variable: variable, exponent: top - degree)
      let head = remainder.coefficient(of: variable, exponent: top)
      if let factor = head.exactQuotient(by: leading) {
        remainder = remainder - divisor * shift * factor
      } else {
        remainder = remainder * leading - divisor * shift * head
      }
    }
    return remainder
  }
}
