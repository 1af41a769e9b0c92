internal import Expressions
internal import Multiprecision

extension NormalFormConverter {
  /// A call with its arguments in normal form; exponentials and logarithms are taken apart as far as no sign matters.
  func call(_ e: Expr) throws(RationalFieldError) -> RationalFunction {
    if let argument = store.exponentialArgument(e) { return try exponential(argument) }
    if let argument = store.logarithmArgument(e) { return try logarithm(value(argument)) }
    // What is differentiated stays as it is: the symbol has to stand in one argument alone.
    if store.namelessDerivative(e) != nil { return element(for: e) }
    let normal = store.mapOperands(e) { argument(value($0)) }
    if let last = store.operands(normal).last, let reflected = formulas.reflection(of: normal),
      isReflected(normal, last)
    {
      return value(reflected)
    }
    return element(for: normal)
  }

  /// Whether a call is to be written through the call with the opposite last argument.
  ///
  /// A distribution function keeps the direction in which the problem first has it: 1 - f(-x) in place of f(x) would lose
  /// all digits in a tail, and a reader. For other functions the sign of the argument decides.
  private func isReflected(_ call: Expr, _ last: Expr) -> Bool {
    guard store.function(call)?.tails != nil else { return isTurned(value(last)) }
    if isKept(call) { return false }
    var arguments = store.operands(call)
    arguments[arguments.count - 1] = argument(value(store.negated(last)))
    if let id = store.functionID(call), isKept(store.call(id, arguments)) { return true }
    keep(call)
    return false
  }

  /// exp(a + 2*b) = exp(a) * exp(b)^2, exp(c*log(x)) = x^c.
  private func exponential(_ argument: Expr) throws(RationalFieldError) -> RationalFunction {
    var result = RationalFunction.one
    for term in linearTerms(argument, value(argument)) {
      result = try field.product(result, exponential(of: term))
    }
    return result
  }

  private func exponential(of term: LinearTerm) throws(RationalFieldError) -> RationalFunction {
    let factors = store.factors(term.rest)
    if let k = factors.firstIndex(where: { store.logarithmArgument($0) != nil }),
      let base = store.logarithmArgument(factors[k])
    {
      var others = factors
      others.remove(at: k)
      return try raised(value(base), [LinearTerm(coefficient: term.coefficient, rest: store.product(others))])
    }
    let whole = store.exp(term.rest)
    let value = element(for: whole)
    if let n = term.coefficient.asInt { return try field.power(value, n) }
    return try root(of: whole, value: value, term.coefficient)
  }

  /// log(12*x*exp(y)) = 2*log(2) + log(3) + log(x) + y, but log(x*y) as it is.
  private func logarithm(_ argument: RationalFunction) throws(RationalFieldError) -> RationalFunction {
    if argument.isZero { return element(for: store.log(store.zero)) }
    let (parts, rest) = positiveParts(argument)
    var terms: [RationalFunction] = []
    for part in parts {
      let scale = RationalFunction(scale: part.exponent)
      switch part.base {
      case .prime(let p):
        let log = element(for: store.log(store.number(Rational(p))))
        terms.append(try field.product(scale, log))
      case .exponential(let exponent): terms.append(try field.product(scale, value(exponent)))
      case .power(let base, let exponent):
        let log = try logarithm(value(base))
        terms.append(try field.product(field.product(scale, value(exponent)), log))
      }
    }
    if rest.constantValue?.isOne != true { terms.append(element(for: store.log(self.argument(rest)))) }
    return try field.sum(terms)
  }

  /// A term of an exponent: a rational coefficient times an expression without one.
  struct LinearTerm {
    let coefficient: Rational
    let rest: Expr
  }

  /// An expression as a sum of terms without common denominators, like terms added.
  ///
  /// The terms of the expression are multiplied out one by one, so that `x/(a+b) + y/c` keeps its two terms; where the
  /// whole, brought over one denominator, has fewer, it is taken.
  func linearTerms(_ e: Expr, _ total: RationalFunction) -> [LinearTerm] {
    let whole = linearTerms(total)
    guard store.op(e) == .sum else { return whole }
    let separate = Self.collected(store.operands(e).flatMap { linearTerms(value($0)) })
    return separate.count < whole.count ? separate : whole
  }

  /// Like terms added.
  private static func collected(_ terms: [LinearTerm]) -> [LinearTerm] {
    var result: [LinearTerm] = []
    for term in terms {
      if let k = result.firstIndex(where: { $0.rest == term.rest }) {
        result[k] = LinearTerm(coefficient: result[k].coefficient + term.coefficient, rest: term.rest)
      } else {
        result.append(term)
      }
    }
    return result.filter { !$0.coefficient.isZero }
  }

  private func linearTerms(_ a: RationalFunction) -> [LinearTerm] {
    if a.isZero { return [] }
    let terms = a.numerator.terms.flatMap { coefficient, powers in
      var term = a
      term.scale = a.scale * Rational(coefficient)
      term.numerator = .one
      term.monomial = RationalField.merged(a.monomial, powers)
      return divided(term)
    }
    return Self.collected(
      terms.map { term in
        var monic = term
        monic.scale = Rational(1)
        let (sign, rest) = store.coefficientAndRest(expression(monic))
        return LinearTerm(coefficient: term.scale * sign, rest: rest)
      })
  }

  /// Higher powers of s are not divided by a sum: each division leaves one term more.
  private static var highestDivided: Int { 8 }

  /// A monomial over a sum b + a*s with its multiples of s divided out, s/(1 - s) = 1/(1 - s) - 1: exponents that differ by
  /// an integer then differ in that term alone.
  private func divided(_ term: RationalFunction) -> [RationalFunction] {
    guard term.denominator.count == 1, term.denominator[0].multiplicity == 1,
      let (variable, slope, offset) = field.polynomial(term.denominator[0].factor).affineParts,
      let place = term.monomial.firstIndex(where: { $0.variable == variable && $0.exponent > 0 }),
      term.monomial[place].exponent <= Self.highestDivided
    else { return [term] }
    var lower = term
    lower.scale = term.scale / Rational(slope)
    lower.monomial[place].exponent -= 1
    if lower.monomial[place].exponent == 0 { lower.monomial.remove(at: place) }
    var rest = lower
    lower.denominator = []
    rest.scale = rest.scale * Rational(-offset)
    return [lower] + divided(rest)
  }
}

extension Polynomial {
  /// The parts of b + a*s with integers a and b; nil for other polynomials.
  fileprivate var affineParts: (variable: Int32, slope: Integer, offset: Integer)? {
    guard termCount == 2 else { return nil }
    let terms = terms
    guard let linear = terms.first(where: { $0.powers.count == 1 && $0.powers[0].exponent == 1 }),
      let constant = terms.first(where: { $0.powers.isEmpty })
    else { return nil }
    return (linear.powers[0].variable, linear.coefficient, constant.coefficient)
  }
}
