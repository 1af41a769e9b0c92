internal import Expressions
internal import Multiprecision

extension TextbookForm {
  /// The forms in which exponentials are written through the functions that the text was written with: where it has
  /// tanh(w*x), `(exp(2*w*x) - 1)/(exp(2*w*x) + 1)` is tanh(w*x) again.
  func writtenForms(of a: RationalFunction) -> [Expr] {
    let ways = written.compactMap { formulas.exponential(through: $0) }
      .map { (argument: $0.argument, formula: $0.value, value: converter.value($0.value)) }
    let single = ways.flatMap { way -> [Expr] in
      guard let folded = try? withExponentials(a, of: way.argument, as: way.value) else { return [] }
      return [form(of: folded, depth: 1)] + withSquaresGathered(folded, way.formula)
    }
    guard single.count > 1 else { return single }
    // Several functions share exponentials, those of both ends of an interval for example: what one brings in another may
    // take away.
    var joint = a
    for way in ways + ways { joint = (try? withExponentials(joint, of: way.argument, as: way.value)) ?? joint }
    return single + [form(of: joint, depth: 1)]
  }

  /// A quotient in which the exponential of an argument is replaced, or nil where it does not occur.
  ///
  /// With exp(a - b) = r, every exp(a) is r*exp(b).
  private func withExponentials(
    _ a: RationalFunction, of argument: Expr, as value: RationalFunction
  ) throws(RationalFieldError) -> RationalFunction? {
    let terms = converter.linearTerms(argument, converter.value(argument))
    for (k, term) in terms.enumerated() {
      let generator = converter.generatingVariable(for: store.exp(term.rest))
      guard field.relation(of: generator.variable) == nil, occurs(generator.variable, in: a) else { continue }
      var replacement = value
      for (j, other) in terms.enumerated() where j != k {
        let exponent = store.product([store.number(-other.coefficient), other.rest])
        replacement = try field.product(replacement, converter.value(store.exp(exponent)))
      }
      // With exp(x/2) about, exp(x) is its square.
      return try substituted(
        a, generator.variable, step: term.coefficient * Rational(generator.degree), by: replacement)
    }
    return nil
  }

  private func occurs(_ variable: Int32, in a: RationalFunction) -> Bool {
    a.monomial.contains { $0.variable == variable } || a.numerator.contains(variable)
      || a.denominator.contains { field.polynomial($0.factor).contains(variable) }
  }

  /// A quotient with powers of `variable^step` replaced by those of a value, or nil where there are others.
  private func substituted(
    _ a: RationalFunction, _ variable: Int32, step: Rational, by value: RationalFunction
  ) throws(RationalFieldError) -> RationalFunction? {
    func power(_ exponent: Int) throws(RationalFieldError) -> RationalFunction? {
      guard let count = (Rational(exponent) / step).asInt else { return nil }
      return try field.power(value, count)
    }
    func polynomial(_ p: Polynomial) throws(RationalFieldError) -> RationalFunction? {
      var terms: [RationalFunction] = []
      for (exponent, coefficient) in p.coefficients(in: variable) {
        guard let power = try power(exponent) else { return nil }
        terms.append(try field.product(field.quotient(coefficient), power))
      }
      return try field.sum(terms)
    }
    var result = RationalFunction(scale: a.scale, monomial: a.monomial.filter { $0.variable != variable })
    let exponent = a.monomial.first { $0.variable == variable }?.exponent ?? 0
    guard let outside = try power(exponent), let above = try polynomial(a.numerator) else { return nil }
    result = try field.product(field.product(result, outside), above)
    for (factor, multiplicity) in a.denominator {
      guard let below = try polynomial(field.polynomial(factor)) else { return nil }
      result = try field.product(result, field.power(below, -multiplicity))
    }
    return result
  }

  /// The form with the squares that a companion's relation names gathered: `1/cosh(u)^2` for `1 - tanh(u)^2`.
  private func withSquaresGathered(_ a: RationalFunction, _ formula: Expr) -> [Expr] {
    store.factors(formula).compactMap { companion in
      guard let relation = formulas.relation(of: companion) else { return nil }
      let square = converter.value(relation.value)
      var (rest, count) = (a, 0)
      // Each product that gets shorter takes one power out.
      for direction in [-1, 1] {
        while let next = try? field.product(rest, field.power(square, direction)), next.size < rest.size {
          rest = next
          count -= direction
        }
      }
      guard count != 0 else { return nil }
      let power = store.power(companion, store.integer(relation.degree * count))
      return store.product([form(of: rest, depth: 1), power])
    }
  }
}
