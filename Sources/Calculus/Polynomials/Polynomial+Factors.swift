internal import Multiprecision

extension Polynomial {
  /// A divisor and whether it is proved to have no divisors of its own.
  struct Piece {
    let polynomial: Polynomial
    let isIrreducible: Bool
  }

  /// Linear factors of longer polynomials are not searched for.
  private static var longestSearch: Int { 400 }

  /// The factors of a square-free polynomial that is primitive in each variable and has no monomial content.
  func squareFreeFactors() -> [Piece] {
    guard let variable = variables.min(by: { degree(in: $0) < degree(in: $1) }) else { return [] }
    let lowest = degree(in: variable)
    // Primitive and linear in one variable: no divisor can share the variable (Gauss's lemma).
    if lowest == 1 { return [Piece(polynomial: self, isIrreducible: true)] }
    if lowest == 2 { return quadraticFactors(in: variable) }
    if let deflated = deflatedFactors(in: variable) { return deflated }
    guard termCount <= Self.longestSearch else { return [Piece(polynomial: self, isIrreducible: false)] }
    if let root = linearFactor(in: variable), let rest = exactQuotient(by: root) {
      return [Piece(polynomial: root, isIrreducible: true)] + rest.primitivePart.squareFreeFactors()
    }
    return [Piece(polynomial: self, isIrreducible: lowest == 3 && hasCompleteRootSearch(in: variable))]
  }

  /// `a v^2 + b v + c` splits exactly when `b^2 - 4 a c` is a square.
  private func quadraticFactors(in variable: Int32) -> [Piece] {
    let a = coefficient(of: variable, exponent: 2)
    let b = coefficient(of: variable, exponent: 1)
    let c = coefficient(of: variable, exponent: 0)
    guard let root = (b * b - (a * c).scaled(by: 4)).exactSquareRoot() else {
      return [Piece(polynomial: self, isIrreducible: true)]
    }
    let candidate = Polynomial([(1, a.scaled(by: 2)), (0, b + root)], in: variable).primitivePart(in: variable)
    guard let other = exactQuotient(by: candidate) else { return [Piece(polynomial: self, isIrreducible: true)] }
    return [candidate, other.primitivePart].map { Piece(polynomial: $0, isIrreducible: true) }
  }

  /// The factors of p(v^k) from those of p, where all exponents of the variable share a divisor k > 1.
  private func deflatedFactors(in variable: Int32) -> [Piece]? {
    let parts = coefficients(in: variable)
    let step = parts.reduce(0) { Int(Integer.gcd(Integer($0), Integer($1.exponent)).asInt ?? 1) }
    guard step > 1 else { return nil }
    let deflated = Polynomial(parts.map { ($0.exponent / step, $0.coefficient) }, in: variable)
    let found = deflated.squareFreeFactors()
    if found.count == 1, step % 2 != 0 || !found[0].isIrreducible { return nil }
    var result: [Piece] = []
    for piece in found {
      let inflated = Polynomial(
        piece.polynomial.coefficients(in: variable).map { ($0.exponent * step, $0.coefficient) }, in: variable)
      if found.count == 1 { return inflated.differenceOfSquares(in: variable, step: step) }
      result += inflated.squareFreeFactors()
    }
    return result
  }

  /// `a v^(2m) - c` with square coefficients is a difference of squares.
  private func differenceOfSquares(in variable: Int32, step: Int) -> [Piece]? {
    let parts = coefficients(in: variable)
    guard parts.count == 2, parts[1].exponent == 0, parts[0].exponent % 2 == 0,
      let a = parts[0].coefficient.exactSquareRoot(), let c = (-parts[1].coefficient).exactSquareRoot()
    else { return nil }
    let half = parts[0].exponent / 2
    let plus = Polynomial([(half, a), (0, c)], in: variable)
    let minus = Polynomial([(half, a), (0, -c)], in: variable)
    return plus.primitivePart.squareFreeFactors() + minus.primitivePart.squareFreeFactors()
  }

  /// A factor `p v + q` of a polynomial: p divides the leading and q the last coefficient.
  private func linearFactor(in variable: Int32) -> Polynomial? {
    let parts = coefficients(in: variable)
    guard let first = parts.first, let last = parts.last, last.exponent == 0,
      let tops = first.coefficient.divisors(), let bottoms = last.coefficient.divisors()
    else { return nil }
    // A divisor's value divides the polynomial's at any integers; that rules out nearly all candidates cheaply.
    let value = self.value(atPrimes: variables)
    let v = Polynomial(variable: variable)
    for top in tops {
      for bottom in bottoms {
        for constant in [bottom, -bottom] {
          let candidate = v * top + constant
          guard candidate.value(atPrimes: variables).divides(value) else { continue }
          if exactQuotient(by: candidate) != nil { return candidate.primitivePart }
        }
      }
    }
    return nil
  }

  /// The value where the variables of a list are consecutive primes beginning with 101.
  private func value(atPrimes list: [Int32]) -> Integer {
    let primes = [101, 103, 107, 109, 113, 127, 131, 137]
    var total: Integer = 0
    for (coefficient, powers) in terms {
      var term = coefficient
      for (variable, exponent) in powers {
        let place = list.firstIndex(of: variable) ?? 0
        term *= Integer(primes[place % primes.count] + place / primes.count).power(exponent)
      }
      total += term
    }
    return total
  }

  private func hasCompleteRootSearch(in variable: Int32) -> Bool {
    let parts = coefficients(in: variable)
    guard let first = parts.first, let last = parts.last, last.exponent == 0,
      let tops = first.coefficient.divisors(), let bottoms = last.coefficient.divisors()
    else { return false }
    return tops.isComplete && bottoms.isComplete
  }
}
