internal import CMPFR

extension Integer {
  /// The sum of two integers.
  public static func + (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return Integer(sum) }
    }
    return combine(a, b) { __gmpz_add($0, $1, $2) }
  }

  /// The difference of two integers.
  public static func - (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return Integer(difference) }
    }
    return combine(a, b) { __gmpz_sub($0, $1, $2) }
  }

  /// The product of two integers.
  public static func * (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return Integer(product) }
    }
    return combine(a, b) { __gmpz_mul($0, $1, $2) }
  }

  /// The integer with the opposite sign.
  public static prefix func - (a: Integer) -> Integer { Integer(0) - a }

  /// Adds a number in place.
  public static func += (a: inout Integer, b: Integer) { a = a + b }
  /// Subtracts a number in place.
  public static func -= (a: inout Integer, b: Integer) { a = a - b }
  /// Multiplies by a number in place.
  public static func *= (a: inout Integer, b: Integer) { a = a * b }

  /// The value `self` to the power `exponent`, which must not be negative; `0^0` is 1.
  ///
  /// The caller bounds the size of the result: it has about `bitWidth * exponent` bits.
  public func power(_ exponent: Int) -> Integer {
    precondition(exponent >= 0, "a negative power of an integer is not an integer")
    switch (asInt, exponent) {
    case (_, 0), (1, _): return 1
    case (0, _), (_, 1): return self
    case (-1, _): return exponent % 2 == 0 ? 1 : -1
    default:
      return withGMP { base in Integer(computing: { __gmpz_pow_ui($0, base, UInt(exponent)) }) }
    }
  }

  static func combine(_ a: Integer, _ b: Integer, _ operation: (mpz_ptr, mpz_srcptr, mpz_srcptr) -> Void) -> Integer {
    a.withGMP { x in
      b.withGMP { y in Integer(computing: { operation($0, x, y) }) }
    }
  }
}
