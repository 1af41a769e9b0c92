internal import CMPFR

extension Integer {
  /// The quotient rounded towards zero, and the remainder, which has the sign of `self`. The divisor must not be 0.
  public func quotientAndRemainder(dividingBy divisor: Integer) -> (quotient: Integer, remainder: Integer) {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let x) = storage, case .small(let y) = divisor.storage {
      let (quotient, overflow) = x.dividedReportingOverflow(by: y)
      if !overflow { return (Integer(quotient), Integer(x % y)) }
    }
    return (
      Integer.combine(self, divisor) { __gmpz_tdiv_q($0, $1, $2) },
      Integer.combine(self, divisor) { __gmpz_tdiv_r($0, $1, $2) }
    )
  }

  /// The quotient rounded towards minus infinity. The divisor must not be 0.
  public func floorDivided(by divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let x) = storage, case .small(let y) = divisor.storage {
      let (quotient, overflow) = x.dividedReportingOverflow(by: y)
      if !overflow {
        let isInexactNegative = x % y != 0 && (x < 0) != (y < 0)
        return Integer(isInexactNegative ? quotient - 1 : quotient)
      }
    }
    return Integer.combine(self, divisor) { __gmpz_fdiv_q($0, $1, $2) }
  }

  /// The quotient where the division is known to leave no remainder. The divisor must not be 0.
  public func exactlyDivided(by divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let x) = storage, case .small(let y) = divisor.storage {
      let (quotient, overflow) = x.dividedReportingOverflow(by: y)
      if !overflow {
        assert(x % y == 0, "the division leaves a remainder")
        return Integer(quotient)
      }
    }
    return Integer.combine(self, divisor) { __gmpz_divexact($0, $1, $2) }
  }

  /// Whether `self` divides `other` without remainder; 0 divides only 0.
  public func divides(_ other: Integer) -> Bool {
    if isZero { return other.isZero }
    return other.quotientAndRemainder(dividingBy: self).remainder.isZero
  }

  /// The remainder from 0 to `modulus - 1`. The modulus must not be 0.
  public func residue(modulo modulus: UInt64) -> UInt64 {
    precondition(modulus != 0, "division by zero")
    switch storage {
    case .small(let value):
      let rest = UInt64(value.magnitude) % modulus
      return value < 0 && rest > 0 ? modulus - rest : rest
    case .big:
      return withGMP { UInt64(__gmpz_fdiv_ui($0, UInt(modulus))) }
    }
  }

  /// The greatest common divisor, never negative; `gcd(0, 0)` is 0.
  public static func gcd(_ a: Integer, _ b: Integer) -> Integer {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      return Integer(gcd(x.magnitude, y.magnitude))
    }
    return combine(a, b) { __gmpz_gcd($0, $1, $2) }
  }

  /// The least common multiple, never negative; 0 when either is 0.
  public static func lcm(_ a: Integer, _ b: Integer) -> Integer {
    if a.isZero || b.isZero { return 0 }
    return (a.exactlyDivided(by: gcd(a, b)) * b).magnitude
  }

  /// The binary algorithm: shifts and subtractions only, several times faster than the remainders of Euclid's.
  static func gcd(_ a: UInt, _ b: UInt) -> UInt {
    if a == 0 { return b }
    if b == 0 { return a }
    let shift = (a | b).trailingZeroBitCount
    var x = a >> a.trailingZeroBitCount
    var y = b
    while y != 0 {
      y >>= y.trailingZeroBitCount
      if x > y { swap(&x, &y) }
      y -= x
    }
    return x << shift
  }

  /// The integer `r` with `r^degree == self`, if there is one; a negative `self` has one only for odd degrees.
  public func exactRoot(_ degree: Int) -> Integer? {
    precondition(degree >= 1, "the degree of a root is at least 1")
    if degree == 1 || isZero || isOne { return self }
    if signum < 0 && degree % 2 == 0 { return nil }
    var isExact = false
    let root = withGMP { value in
      Integer(computing: { isExact = __gmpz_root($0, value, UInt(degree)) != 0 })
    }
    return isExact ? root : nil
  }

  /// The base `b` and the degree `k > 1` with `b^k == self` where `b` is no power itself, for an integer above 1; nil where
  /// it is no power.
  public var perfectPower: (base: Integer, degree: Int)? {
    guard signum > 0, !isOne else { return nil }
    var (base, degree) = (self, 1)
    while base.withGMP({ __gmpz_perfect_power_p($0) != 0 }) {
      // The smallest degree of an exact root is a prime.
      guard let p = (2...base.bitWidth).first(where: { Self.isPrime($0) && base.exactRoot($0) != nil }),
        let root = base.exactRoot(p)
      else { break }
      (base, degree) = (root, degree * p)
    }
    return degree > 1 ? (base, degree) : nil
  }

  private static func isPrime(_ n: Int) -> Bool {
    var divisor = 2
    while divisor * divisor <= n {
      if n % divisor == 0 { return false }
      divisor += 1
    }
    return n > 1
  }
}
