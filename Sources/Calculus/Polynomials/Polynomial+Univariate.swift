public import Multiprecision

extension Polynomial {
  /// The polynomial seen as one in a single variable: exponents descending, coefficients in the other variables.
  public func coefficients(in variable: Int32) -> [(exponent: Int, coefficient: Polynomial)] {
    guard let position = position(of: variable) else { return isZero ? [] : [(0, self)] }
    let width = self.width
    let shift = MonomialLayout.shift(position)
    let word = position >> 2
    var rows: [Int: Row] = [:]
    for term in 0..<termCount {
      let exponent = exponent(term: term, position: position)
      var row = rows.removeValue(forKey: exponent) ?? Row(monomials: [], coefficients: [])
      for k in 0..<width {
        let packed = monomials[term * width + k]
        row.monomials.append(k == word ? packed & ~(0xffff << shift) : packed)
      }
      row.coefficients.append(coefficients[term])
      rows[exponent] = row
    }
    return rows.keys.sorted(by: >).map { exponent in
      // Removing one variable keeps the lexicographic order within a fixed exponent of it.
      let row = rows[exponent] ?? Row(monomials: [], coefficients: [])
      return (exponent, Self.pruned(variables, row.monomials, row.coefficients))
    }
  }

  /// The coefficient of a power of a variable.
  public func coefficient(of variable: Int32, exponent: Int) -> Polynomial {
    coefficients(in: variable).first { $0.exponent == exponent }?.coefficient ?? .zero
  }

  /// The coefficient of the highest power of a variable.
  func leadingCoefficient(in variable: Int32) -> Polynomial {
    coefficients(in: variable).first?.coefficient ?? .zero
  }

  /// The polynomial with the given coefficients of the powers of a variable that they do not contain.
  init(_ coefficients: [(exponent: Int, coefficient: Polynomial)], in variable: Int32) {
    self = Polynomial.sum(coefficients.map { Polynomial(variable: variable, exponent: $0.exponent) * $0.coefficient })
  }

  /// The partial derivative by a variable.
  public func derivative(by variable: Int32) -> Polynomial {
    let parts = coefficients(in: variable).filter { $0.exponent > 0 }
    return Polynomial(
      parts.map { ($0.exponent - 1, $0.coefficient.scaled(by: Integer($0.exponent))) }, in: variable)
  }

  /// The value at a point; variables that the point does not give count as 0.
  public func evaluated(at point: [Int32: Rational]) -> Rational {
    var total = Rational(0)
    for (coefficient, powers) in terms {
      var term = Rational(coefficient)
      for (variable, exponent) in powers { term = term * (point[variable] ?? Rational(0)).power(exponent) }
      total = total + term
    }
    return total
  }
}
