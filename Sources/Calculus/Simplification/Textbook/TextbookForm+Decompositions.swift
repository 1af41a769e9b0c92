internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// The largest product of terms and variables for which splits by single variables are tried.
  private static var largestNumerator: Int { 240 }

  /// Ways to split a quotient into a sum.
  func decompositions(of a: RationalFunction) -> [[RationalFunction]] {
    var result = [terms(of: a)] + partialFractions(a)
    if let pieces = coefficientsOfCalls(a) { result.append(pieces) }
    if let pieces = groupsOfCoefficients(a) { result.append(pieces) }
    guard a.numerator.termCount * a.numerator.variables.count <= Self.largestNumerator else { return result }
    for variable in a.numerator.variables {
      switch a.numerator.degree(in: variable) {
      case 1: if let pieces = collected(a, variable) { result.append(pieces) }
      case 2: if let pieces = completedSquare(a, variable) { result += [pieces, [pieces[0]] + terms(of: pieces[1])] }
      default: break
      }
    }
    return result
  }

  private func terms(of a: RationalFunction) -> [RationalFunction] {
    a.numerator.terms.compactMap { coefficient, powers in
      piece(of: a, Polynomial(terms: [(coefficient, powers)]))
    }
  }

  /// The quotient with another numerator.
  private func piece(of a: RationalFunction, _ numerator: Polynomial) -> RationalFunction? {
    let rest = RationalFunction(scale: a.scale, monomial: a.monomial, denominator: a.denominator)
    return try? field.product(field.quotient(numerator), rest)
  }

  /// `v*q + r`, where several terms have the variable in common and others have not.
  private func collected(_ a: RationalFunction, _ variable: Int32) -> [RationalFunction]? {
    let slope = a.numerator.coefficient(of: variable, exponent: 1)
    let rest = a.numerator.coefficient(of: variable, exponent: 0)
    guard slope.termCount > 1, let first = piece(of: a, slope * Polynomial(variable: variable)),
      let second = piece(of: a, rest)
    else { return nil }
    return [first, second]
  }

  /// `a*(v + b/(2*a))^2 + (c - b^2/(4*a))`, where this takes away terms.
  private func completedSquare(_ a: RationalFunction, _ variable: Int32) -> [RationalFunction]? {
    let square = a.numerator.coefficient(of: variable, exponent: 2)
    let linear = a.numerator.coefficient(of: variable, exponent: 1)
    let rest = a.numerator.coefficient(of: variable, exponent: 0)
    guard !linear.isZero, !square.variables.contains(where: { field.relation(of: $0) != nil }),
      let ratio = (linear * linear).exactQuotient(by: square.primitivePart)
    else { return nil }
    var completion = field.quotient(ratio)
    completion.scale = completion.scale / Rational(square.content * 4)
    guard let remainder = try? field.sum([field.quotient(rest), field.negated(completion)]), !remainder.isZero,
      remainder.numerator.termCount < rest.termCount
    else { return nil }
    let fraction = RationalFunction(scale: a.scale, monomial: a.monomial, denominator: a.denominator)
    guard let second = try? field.product(remainder, fraction),
      let first = try? field.sum([a, field.negated(second)])
    else { return nil }
    return [first, second]
  }

  /// One piece for each product of function calls that occurs, its coefficient in lowest terms.
  private func coefficientsOfCalls(_ a: RationalFunction) -> [RationalFunction]? {
    let calls = a.numerator.variables.filter { variable in
      let generator = converter.generators[Int(variable)]
      return store.op(generator) == .call && store.operandCount(generator) > 0
    }
    guard !calls.isEmpty else { return nil }
    var groups: [(calls: [RationalFunction.Power], terms: [Polynomial])] = []
    for (coefficient, powers) in a.numerator.terms {
      let key = powers.filter { calls.contains($0.variable) }
      let term = Polynomial(terms: [(coefficient, powers)])
      if let k = groups.firstIndex(where: { $0.calls.elementsEqual(key, by: ==) }) {
        groups[k].terms.append(term)
      } else {
        groups.append((key, [term]))
      }
    }
    guard groups.count > 1 else { return nil }
    return groups.compactMap { piece(of: a, Polynomial.sum($0.terms)) }
  }

  /// One piece for each polynomial that is a coefficient of constants and calls, `b*(digamma(b)^2 - trigamma(b)) + (b - 2)`.
  private func groupsOfCoefficients(_ a: RationalFunction) -> [RationalFunction]? {
    let atoms = a.numerator.variables.filter { store.op(converter.generators[Int($0)]) == .call }
    guard !atoms.isEmpty else { return nil }
    var coefficients: [(atoms: [RationalFunction.Power], terms: [Polynomial])] = []
    for (coefficient, powers) in a.numerator.terms {
      let key = powers.filter { atoms.contains($0.variable) }
      let term = Polynomial(terms: [(coefficient, powers.filter { !atoms.contains($0.variable) })])
      if let k = coefficients.firstIndex(where: { $0.atoms.elementsEqual(key, by: ==) }) {
        coefficients[k].terms.append(term)
      } else {
        coefficients.append((key, [term]))
      }
    }
    var groups: [(coefficient: Polynomial, terms: [Polynomial])] = []
    for (atoms, terms) in coefficients {
      let coefficient = Polynomial.sum(terms)
      let whole = coefficient * Polynomial(terms: [(1, atoms)])
      if let k = groups.firstIndex(where: { $0.coefficient == coefficient.primitivePart }) {
        groups[k].terms.append(whole)
      } else {
        groups.append((coefficient.primitivePart, [whole]))
      }
    }
    guard groups.count > 1, groups.count < coefficients.count else { return nil }
    return groups.compactMap { piece(of: a, Polynomial.sum($0.terms)) }
  }
}
