internal import Expressions
internal import Multiprecision

extension NormalFormConverter {
  /// A power: integer exponents by arithmetic, others split into terms, x^(k + 2) = x^k * x^2.
  func power(_ base: Expr, _ exponent: Expr) throws(RationalFieldError) -> RationalFunction {
    if let n = store.integerValue(exponent) { return try integerPower(value(base), n) }
    let exponentValue = value(exponent)
    let baseValue = value(base)
    if baseValue.isZero { return element(for: store.power(store.zero, expression(exponentValue))) }
    if let n = exponentValue.constantValue?.asInt { return try integerPower(baseValue, n) }
    return try raised(baseValue, linearTerms(exponent, exponentValue))
  }

  private func integerPower(_ base: RationalFunction, _ n: Int) throws(RationalFieldError) -> RationalFunction {
    if base.isZero, n < 0 { return element(for: store.power(store.zero, store.integer(n))) }
    do {
      return try field.power(base, n)
    } catch .tooLarge {
      // Too large to multiply out: one generator for the power and, through it, for its reciprocal.
      let whole = store.power(expression(base), store.number(Rational(n).magnitude))
      return try field.power(element(for: whole), n.signum())
    }
  }

  /// A base to a sum of terms `coefficient * rest`.
  func raised(_ base: RationalFunction, _ exponent: [LinearTerm]) throws(RationalFieldError) -> RationalFunction {
    let (positive, rest) = positiveParts(base)
    var result = RationalFunction.one
    for term in exponent {
      for part in positive { result = try field.product(result, raised(part, term)) }
      if rest.constantValue?.isOne != true { result = try field.product(result, raised(rest, term)) }
    }
    return result
  }

  private func raised(_ base: RationalFunction, _ term: LinearTerm) throws(RationalFieldError) -> RationalFunction {
    if term.rest == store.one, let n = term.coefficient.asInt { return try integerPower(base, n) }
    let key = argument(base)
    if term.rest == store.one { return try root(of: key, value: base, term.coefficient) }
    let whole = store.power(key, term.rest)
    let value = element(for: whole)
    if let n = term.coefficient.asInt { return try field.power(value, n) }
    return try root(of: whole, value: value, term.coefficient)
  }

  private func raised(_ part: PositivePart, _ term: LinearTerm) throws(RationalFieldError) -> RationalFunction {
    let coefficient = part.exponent * term.coefficient
    switch part.base {
    case .prime(let p):
      return try raised(RationalFunction(scale: Rational(p)), LinearTerm(coefficient: coefficient, rest: term.rest))
    case .exponential(let argument):
      return value(store.exp(store.product([store.number(coefficient), term.rest, argument])))
    case .power(let base, let exponent):
      return value(store.power(base, store.product([store.number(coefficient), term.rest, exponent])))
    }
  }

  /// A factor that is positive whatever the symbols are, and its exponent.
  struct PositivePart {
    enum Base {
      case prime(Integer)
      case exponential(argument: Expr)
      case power(base: Expr, exponent: Expr)
    }

    let base: Base
    let exponent: Rational
  }

  /// Takes out what is positive for all values of the symbols: numbers, exponentials, powers of positive numbers.
  func positiveParts(_ a: RationalFunction) -> (parts: [PositivePart], rest: RationalFunction) {
    var parts: [PositivePart] = []
    var rest = a
    for (number, sign) in [(a.scale.numerator.magnitude, 1), (a.scale.denominator, -1)] {
      for (prime, multiplicity) in Self.primePowers(number) {
        parts.append(PositivePart(base: .prime(prime), exponent: Rational(sign * multiplicity)))
      }
    }
    rest.scale = Rational(a.scale.signum)
    rest.monomial = []
    for (variable, exponent) in a.monomial {
      let generator = generators[Int(variable)]
      if let argument = store.exponentialArgument(generator) {
        parts.append(PositivePart(base: .exponential(argument: argument), exponent: Rational(exponent)))
      } else if store.op(generator) == .power, let base = store.numberValue(store.operand(generator, at: 0)),
        base.signum > 0
      {
        let (base, power) = store.baseAndExponent(generator)
        parts.append(PositivePart(base: .power(base: base, exponent: power), exponent: Rational(exponent)))
      } else {
        rest.monomial.append((variable, exponent))
      }
    }
    return (parts, rest)
  }

  /// The factorisation of a positive integer by trial division; a large rest counts as prime.
  static func primePowers(_ n: Integer) -> [(prime: Integer, multiplicity: Int)] {
    var rest = n
    var result: [(prime: Integer, multiplicity: Int)] = []
    var p = 2
    while p < 1000, !rest.isOne {
      if let small = rest.asInt, p * p > small { break }
      var multiplicity = 0
      while case (let q, let r) = rest.quotientAndRemainder(dividingBy: Integer(p)), r.isZero {
        rest = q
        multiplicity += 1
      }
      if multiplicity > 0 { result.append((Integer(p), multiplicity)) }
      p += p == 2 ? 1 : 2
    }
    if !rest.isOne { result.append((rest, 1)) }
    return result
  }
}
