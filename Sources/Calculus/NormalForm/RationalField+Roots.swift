internal import Multiprecision

extension RationalField {
  /// A quotient whose roots have exponents below their degree, none of them in the denominator.
  func reduced(_ a: RationalFunction) throws(RationalFieldError) -> RationalFunction {
    var result = a
    for k in a.monomial.indices.reversed() {
      let (variable, exponent) = a.monomial[k]
      guard let relation = relation(of: variable), exponent < 0 || exponent >= relation.degree else { continue }
      let whole = exponent >= 0 ? exponent / relation.degree : -((relation.degree - 1 - exponent) / relation.degree)
      let rest = exponent - whole * relation.degree
      result.monomial.removeAll { $0.variable == variable }
      if rest > 0 { result.monomial = Self.merged(result.monomial, [(variable, rest)]) }
      return try product(result, power(relation.value, whole))
    }
    for variable in result.numerator.variables.reversed() {
      guard let relation = relation(of: variable) else { continue }
      let outside = result.monomial.first { $0.variable == variable }?.exponent ?? 0
      guard result.numerator.degree(in: variable) + outside >= relation.degree else { continue }
      return try lowered(result, variable, relation, outside)
    }
    return result
  }

  /// The quotient with the powers of a root in its numerator brought below the root's degree.
  private func lowered(
    _ a: RationalFunction, _ variable: Int32, _ relation: Relation, _ outside: Int
  ) throws(RationalFieldError) -> RationalFunction {
    var parts: [RationalFunction] = []
    for (exponent, coefficient) in a.numerator.coefficients(in: variable) {
      let total = exponent + outside
      var part = quotient(coefficient)
      if total % relation.degree > 0 {
        part.monomial = Self.merged(part.monomial, [(variable, total % relation.degree)])
      }
      parts.append(try product(part, power(relation.value, total / relation.degree)))
    }
    let rest = RationalFunction(
      scale: a.scale, monomial: a.monomial.filter { $0.variable != variable }, denominator: a.denominator)
    return try product(sum(parts), rest)
  }

  /// A polynomial as a quotient.
  func quotient(_ p: Polynomial) -> RationalFunction {
    if p.isZero { return .zero }
    let content = p.content
    let powers = p.monomialContent
    return RationalFunction(
      scale: Rational(content), monomial: powers.map { ($0.variable, $0.exponent) },
      numerator: p.divided(by: content).divided(byMonomial: powers))
  }

  /// The reciprocal of a polynomial in which a root occurs, with the root in the numerator only.
  func rationalized(_ p: Polynomial, by root: Int32) throws(RationalFieldError) -> RationalFunction {
    guard let relation = relation(of: root) else { throw .divisionByZero }
    let degree = relation.degree
    var coefficients = [RationalFunction](repeating: .zero, count: degree)
    for (exponent, coefficient) in p.coefficients(in: root) { coefficients[exponent] = quotient(coefficient) }
    let g = element(root)
    if degree == 2 {
      let norm = try sum([
        power(coefficients[0], 2), negated(product(power(coefficients[1], 2), relation.value)),
      ])
      let conjugate = try sum([coefficients[0], negated(product(coefficients[1], g))])
      return try product(conjugate, reciprocal(norm))
    }
    let solution = try inverseCoefficients(coefficients, relation)
    var parts: [RationalFunction] = []
    for (k, value) in solution.enumerated() { parts.append(try product(value, power(g, k))) }
    return try sum(parts)
  }

  func negated(_ a: RationalFunction) -> RationalFunction {
    var result = a
    result.scale = -a.scale
    return result
  }

  /// The coefficients of 1/(c_0 + c_1 g + ...) in powers of g: the solution of the linear equations of the product.
  private func inverseCoefficients(
    _ c: [RationalFunction], _ relation: Relation
  ) throws(RationalFieldError) -> [RationalFunction] {
    let n = relation.degree
    var rows: [[RationalFunction]] = []
    for i in 0..<n {
      var row: [RationalFunction] = []
      for j in 0..<n {
        row.append(i >= j ? c[i - j] : try product(c[n + i - j], relation.value))
      }
      row.append(i == 0 ? .one : .zero)
      rows.append(row)
    }
    for column in 0..<n {
      guard let pivot = (column..<n).first(where: { !rows[$0][column].isZero }) else { throw .divisionByZero }
      rows.swapAt(column, pivot)
      let inverse = try reciprocal(rows[column][column])
      for k in column...n { rows[column][k] = try product(rows[column][k], inverse) }
      for i in 0..<n where i != column && !rows[i][column].isZero {
        let factor = negated(rows[i][column])
        for k in column...n { rows[i][k] = try sum([rows[i][k], product(factor, rows[column][k])]) }
      }
    }
    return rows.map { $0[n] }
  }
}
