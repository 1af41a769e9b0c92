public import Multiprecision

extension Polynomial {
  /// The greatest common divisor of the coefficients, with the sign of the leading one; 0 for the polynomial 0.
  public var content: Integer {
    var divisor: Integer = 0
    for coefficient in coefficients {
      divisor = Integer.gcd(divisor, coefficient)
      if divisor.isOne { break }
    }
    return leadingCoefficient.signum < 0 ? -divisor : divisor
  }

  /// The polynomial divided by its content: coprime coefficients, a positive leading one.
  public var primitivePart: Polynomial { isZero ? self : divided(by: content) }

  /// The highest monomial that divides all terms, as a list of powers.
  public var monomialContent: [(variable: Int32, exponent: Int)] {
    if isZero { return [] }
    let width = self.width
    var least = Array(monomials[0..<width])
    for term in 1..<max(1, termCount) {
      for k in 0..<width { least[k] = MonomialLayout.minimum(least[k], monomials[term * width + k]) }
    }
    var powers: [(variable: Int32, exponent: Int)] = []
    for (position, variable) in variables.enumerated() {
      let exponent = MonomialLayout.exponent(least[position >> 2], position)
      if exponent > 0 { powers.append((variable, exponent)) }
    }
    return powers
  }

  /// The polynomial divided by a monomial that divides all terms.
  func divided(byMonomial powers: [(variable: Int32, exponent: Int)]) -> Polynomial {
    if powers.isEmpty { return self }
    let width = self.width
    var word = [UInt64](repeating: 0, count: width)
    for (variable, exponent) in powers {
      guard let position = position(of: variable) else { continue }
      word[position >> 2] |= UInt64(exponent) << MonomialLayout.shift(position)
    }
    var result = monomials
    for term in 0..<termCount {
      for k in 0..<width { result[term * width + k] &-= word[k] }
    }
    return Self.pruned(variables, result, coefficients)
  }

  /// A product of powers of variables.
  init(monomial powers: [(variable: Int32, exponent: Int)]) {
    self.init(terms: [(1, powers)])
  }
}
