internal import Multiprecision

extension ExpressionStore {
  /// The canonical power: numbers folded, `(a^b)^n` and `(a*b)^n` for integer n, `exp(a)^c = exp(c*a)`, `(a^4)^(1/2) = a^2`.
  ///
  /// `a^0` is 1 also at a = 0, which makes `0^e` the bracket [e = 0], equal to its own powers. Exponents beyond
  /// `maximumFoldedExponent` stay as they are typed, so that a short text cannot ask for an astronomical number.
  public func power(_ base: Expr, _ exponent: Expr) -> Expr {
    if exponent == one { return base }
    if exponent == zero || base == one { return one }
    if let argument = exponentialArgument(base) { return exp(product([exponent, argument])) }
    guard let e = numberValue(exponent) else {
      return interned(.power, [base, base == zero ? bracketExponent(exponent) : exponent])
    }
    if let b = numberValue(base) { return numericPower(b, e, base, exponent) }
    if e.isInteger { return integerPower(base, exponent) }
    if let total = evenPower(of: base, e) { return power(operand(base, at: 0), number(total)) }
    if operators[base.index] == .product {
      let (coefficient, rest) = coefficientAndRest(base)
      if coefficient.signum > 0, !coefficient.isOne {
        return product([power(number(coefficient), exponent), power(rest, exponent)])
      }
    }
    return interned(.power, [base, exponent])
  }

  /// The product of the exponents of `(a^m)^e` where m and it are even: such a power is that of |a|.
  private func evenPower(of base: Expr, _ e: Rational) -> Rational? {
    guard operators[base.index] == .power, let m = numberValue(operand(base, at: 1)), (m * Rational(1, 2)).isInteger,
      (m * e * Rational(1, 2)).isInteger
    else { return nil }
    return m * e
  }

  /// The exponent of a bracket with a leading coefficient of 1: [2 - 2*x = 0] is [x - 1 = 0].
  private func bracketExponent(_ e: Expr) -> Expr {
    guard let leading = terms(e).first(where: { !isNumber($0) }) else { return e }
    let scale = coefficientAndRest(leading).0.inverse
    return scale.isOne ? e : sum(terms(e).map { product([number(scale), $0]) })
  }

  /// The square root `a^(1/2)`.
  public func squareRoot(_ a: Expr) -> Expr { power(a, half) }

  /// The square `a^2`.
  public func square(_ a: Expr) -> Expr { power(a, two) }

  /// Numeric powers are folded while the result stays below about this many times the size of the base.
  public static var maximumFoldedExponent: Int { 4096 }

  private func integerPower(_ base: Expr, _ exponent: Expr) -> Expr {
    switch operators[base.index] {
    case .product: return product(operands(base).map { power($0, exponent) })
    case .power:
      if isBracket(base) {
        return (numberValue(exponent)?.signum ?? 1) < 0 ? interned(.power, [base, minusOne]) : base
      }
      return power(operand(base, at: 0), product([operand(base, at: 1), exponent]))
    default: return interned(.power, [base, exponent])
    }
  }

  private func numericPower(_ b: Rational, _ e: Rational, _ base: Expr, _ exponent: Expr) -> Expr {
    if b.isZero { return e.signum > 0 ? zero : interned(.power, [base, exponent]) }
    if let n = e.asInt {
      let size = max(b.numerator.bitWidth, b.denominator.bitWidth)
      guard abs(n) <= Self.maximumFoldedExponent, abs(n) * size <= 1 << 16 else {
        return interned(.power, [base, exponent])
      }
      return number(b.power(n))
    }
    guard b.signum > 0 else { return interned(.power, [base, exponent]) }
    guard b.isInteger else {
      return product([
        power(number(Rational(b.numerator)), exponent), power(number(Rational(b.denominator)), number(-e)),
      ])
    }
    return rootOfInteger(b.numerator, e)
  }

  /// `n^e` for an integer n > 1 and a fraction e: split into prime powers with exponents in (0, 1).
  private func rootOfInteger(_ n: Integer, _ e: Rational) -> Expr {
    let whole = e.floor
    guard let wholeExponent = whole.asInt, abs(wholeExponent) <= Self.maximumFoldedExponent else {
      return interned(.power, [number(Rational(n)), number(e)])
    }
    let fraction = e - Rational(whole)
    var coefficient = Rational(n).power(wholeExponent)
    var roots: [Expr] = []
    for (prime, multiplicity) in Self.smallFactors(n) {
      let total = fraction * Rational(multiplicity)
      let inside = total - Rational(total.floor)
      coefficient = coefficient * Rational(prime).power(total.floor.asInt ?? 0)
      if !inside.isZero { roots.append(interned(.power, [number(Rational(prime)), number(inside)])) }
    }
    if roots.isEmpty { return number(coefficient) }
    roots.sort { compare($0, $1) < 0 }
    if coefficient.isOne, roots.count == 1 { return roots[0] }
    return interned(.product, (coefficient.isOne ? [] : [number(coefficient)]) + roots)
  }

  /// The factorisation by trial division with primes below 1000; what is left stays as the power of one factor.
  private static func smallFactors(_ n: Integer) -> [(prime: Integer, multiplicity: Int)] {
    var rest = n
    var found: [(prime: Integer, multiplicity: Int)] = []
    var p = 2
    while p < 1000, !rest.isOne {
      var multiplicity = 0
      while case (let q, let r) = rest.quotientAndRemainder(dividingBy: Integer(p)), r.isZero {
        rest = q
        multiplicity += 1
      }
      if multiplicity > 0 { found.append((Integer(p), multiplicity)) }
      if let small = rest.asInt, small > 1, p * p > small {
        found.append((rest, 1))
        return found
      }
      p += p == 2 ? 1 : 2
    }
    if !rest.isOne {
      // As far as it goes: a root of what is left would not read back as it is printed.
      found.append(rest.perfectPower.map { ($0.base, $0.degree) } ?? (rest, 1))
    }
    return found
  }
}
