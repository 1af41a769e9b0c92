internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// A divisor that is linear in a variable, with the value of the variable where it vanishes.
  private struct LinearDivisor {
    let power: RationalFunction
    let root: RationalFunction
    let multiplicity: Int
  }

  /// Splits by partial fractions in each variable in which all divisors are linear, `-x/theta^2 - (1 - x)/(1 - theta)^2`;
  /// where other divisors are free of the variable also by the powers of a single one, `1/b^2 - exp(b)/(1 - exp(b))^2`.
  func partialFractions(_ a: RationalFunction) -> [[RationalFunction]] {
    var variables = a.monomial.filter { $0.exponent < 0 }.map(\.variable)
    for (factor, _) in a.denominator { variables = Polynomial.union(variables, field.polynomial(factor).variables) }
    return variables.compactMap { variable in
      guard field.relation(of: variable) == nil, let divisors = linearDivisors(a, variable),
        (1...6).contains(divisors.count),
        divisors.count > 1 || a.denominator.contains(where: { !field.polynomial($0.factor).contains(variable) })
      else {
        return nil
      }
      return try? pieces(of: a, variable, divisors)
    }
  }

  private func linearDivisors(_ a: RationalFunction, _ variable: Int32) -> [LinearDivisor]? {
    var result: [LinearDivisor] = []
    if let power = a.monomial.first(where: { $0.variable == variable }), power.exponent < 0 {
      result.append(LinearDivisor(power: field.element(variable), root: .zero, multiplicity: -power.exponent))
    }
    for (factor, multiplicity) in a.denominator where field.polynomial(factor).contains(variable) {
      let p = field.polynomial(factor)
      guard p.degree(in: variable) == 1, multiplicity <= 3,
        let slope = try? field.reciprocal(field.quotient(p.coefficient(of: variable, exponent: 1))),
        let root = try? field.product(field.negated(field.quotient(p.coefficient(of: variable, exponent: 0))), slope)
      else { return nil }
      result.append(LinearDivisor(power: field.quotient(p), root: root, multiplicity: multiplicity))
    }
    return result
  }

  /// Takes off the highest power of each divisor in turn; what remains at the end has none of them.
  private func pieces(
    of a: RationalFunction, _ variable: Int32, _ divisors: [LinearDivisor]
  ) throws(RationalFieldError) -> [RationalFunction] {
    var result: [RationalFunction] = []
    var rest = a
    for divisor in divisors {
      for multiplicity in stride(from: divisor.multiplicity, through: 1, by: -1) {
        let power = try field.power(divisor.power, multiplicity)
        guard let value = try self.value(field.product(rest, power), variable, at: divisor.root) else {
          throw .tooLarge
        }
        if value.isZero { continue }
        let piece = try field.product(value, field.reciprocal(power))
        result.append(piece)
        rest = try field.sum([rest, field.negated(piece)])
      }
    }
    return rest.isZero ? result : result + [rest]
  }

  /// The value of a quotient at a value of a variable, or nil where a divisor vanishes.
  private func value(
    _ a: RationalFunction, _ variable: Int32, at root: RationalFunction
  ) throws(RationalFieldError) -> RationalFunction? {
    var result = RationalFunction(scale: a.scale, monomial: a.monomial.filter { $0.variable != variable })
    result = try field.product(result, value(a.numerator, variable, at: root))
    if let exponent = a.monomial.first(where: { $0.variable == variable })?.exponent {
      if root.isZero { return exponent > 0 ? .zero : nil }
      result = try field.product(result, field.power(root, exponent))
    }
    for (factor, multiplicity) in a.denominator {
      let divisor = try value(field.polynomial(factor), variable, at: root)
      if divisor.isZero { return nil }
      result = try field.product(result, field.power(divisor, -multiplicity))
    }
    return result
  }

  private func value(
    _ p: Polynomial, _ variable: Int32, at root: RationalFunction
  ) throws(RationalFieldError) -> RationalFunction {
    var terms: [RationalFunction] = []
    for (exponent, coefficient) in p.coefficients(in: variable) {
      terms.append(try field.product(field.quotient(coefficient), field.power(root, exponent)))
    }
    return try field.sum(terms)
  }
}
