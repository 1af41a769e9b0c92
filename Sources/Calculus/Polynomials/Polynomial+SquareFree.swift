internal import Multiprecision

extension Polynomial {
  /// The square-free decomposition of a polynomial that is primitive in each variable: coprime square-free parts and how
  /// often they divide (Yun 1976).
  func squareFreeParts() -> [(part: Polynomial, multiplicity: Int)] {
    guard let variable = variables.min(by: { degree(in: $0) < degree(in: $1) }) else { return [] }
    if degree(in: variable) == 1 { return [(self, 1)] }
    let slope = derivative(by: variable)
    let repeated = Polynomial.gcd(self, slope)
    if repeated.isConstant { return [(self, 1)] }
    guard var b = exactQuotient(by: repeated), let c = slope.exactQuotient(by: repeated) else { return [(self, 1)] }
    var d = c - b.derivative(by: variable)
    var parts: [(part: Polynomial, multiplicity: Int)] = []
    var multiplicity = 1
    while !b.isConstant {
      let part = Polynomial.gcd(b, d)
      if !part.isConstant { parts.append((part, multiplicity)) }
      guard let nextB = b.exactQuotient(by: part), let nextC = d.exactQuotient(by: part) else { break }
      b = nextB
      d = nextC - b.derivative(by: variable)
      multiplicity += 1
    }
    return parts
  }

  /// The polynomial whose power `degree` this is, with a positive leading coefficient for even degrees, or nil.
  public func exactRoot(_ degree: Int) -> Polynomial? {
    if isZero || isOne || degree == 1 { return self }
    guard let unit = content.exactRoot(degree) else { return nil }
    var root = Polynomial(unit)
    for factor in PolynomialFactorization(self).factors {
      guard factor.multiplicity % degree == 0 else { return nil }
      root = root * factor.polynomial.power(factor.multiplicity / degree)
    }
    return root
  }

  /// The square root with a positive leading coefficient, or nil: term by term from the leading one.
  func exactSquareRoot() -> Polynomial? {
    if isZero { return self }
    guard let first = Self.rootOfTerm(self, 0), let last = Self.rootOfTerm(self, termCount - 1) else { return nil }
    var root = first
    let twice = first.scaled(by: 2)
    var rest = self - first * first
    while !rest.isZero {
      let head = rest.term(0)
      guard let next = head.exactQuotient(by: twice), Self.isOrdered(next, last), root.termCount < termCount else {
        return nil
      }
      rest = rest - next * (root.scaled(by: 2) + next)
      root = root + next
    }
    return root
  }

  /// One term as a polynomial of its own.
  func term(_ index: Int) -> Polynomial {
    Self.pruned(variables, Array(monomials[(index * width)..<((index + 1) * width)]), [coefficients[index]])
  }

  private static func rootOfTerm(_ p: Polynomial, _ index: Int) -> Polynomial? {
    let term = p.term(index)
    guard let number = term.coefficients[0].exactRoot(2) else { return nil }
    for position in term.variables.indices where term.exponent(term: 0, position: position) % 2 != 0 { return nil }
    return Polynomial(
      variables: term.variables, monomials: term.monomials.map { $0 >> 1 }, coefficients: [number])
  }

  /// Whether a monomial is not below another in the order of terms.
  private static func isOrdered(_ a: Polynomial, _ b: Polynomial) -> Bool {
    let all = union(a.variables, b.variables)
    return compare(a.monomials(for: all), 0, b.monomials(for: all), 0, MonomialLayout.width(all.count)) >= 0
  }
}
