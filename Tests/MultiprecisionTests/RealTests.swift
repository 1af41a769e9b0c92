import Multiprecision
import Testing

@Suite struct RealTests {
  @Test(arguments: [
    ("4/9", 4, "0.4444"), ("2", 4, "2.000"), ("3/2000000000000000000000000000000", 2, "1.5e-30"),
    ("12345", 3, "1.23e4"), ("12355", 4, "1.236e4"), ("999999", 3, "1.00e6"), ("12345", 5, "12345"),
    ("1/1000000", 3, "0.00000100"), ("1/10000000", 3, "1.00e-7"), ("-1/3", 5, "-0.33333"), ("0", 5, "0"), ("7", 1, "7"),
    ("70", 1, "7e1"),
  ])
  func printsDecimals(value: String, digits: Int, expected: String) throws {
    let rational = try #require(Rational(value))
    #expect(Real(rational, precision: 300).description(digits: digits) == expected)
  }

  @Test func printsSpecialValues() {
    #expect(Real(.infinity).description(digits: 9) == "inf")
    #expect(Real(-.infinity).description(digits: 9) == "-inf")
    #expect(Real(.nan).description(digits: 9) == "nan")
  }

  @Test(arguments: [
    ("1", "1", 30), ("1", "2", 0), ("1", "1.0001", 4), ("1", "1.0002", 3), ("100000", "100009", 4), ("0", "1e-30", 0),
    ("-1", "1", 0),
  ])
  func countsAgreeingDigits(a: String, b: String, expected: Int) throws {
    let x = try #require(Real(a, precision: 100))
    let y = try #require(Real(b, precision: 100))
    #expect(x.relativeDigits(agreeingWith: y) == expected)
  }

  @Test(arguments: [("1", 0), ("999999", 5), ("1e-3", -3), ("9.99e-4", -4), ("123e50", 52)])
  func findsDecimalExponents(text: String, expected: Int) throws {
    #expect(try #require(Rational(text).map { Real($0, precision: 400) }).exponent10 == expected)
  }

  /// Where machine doubles cannot tell on which side of a power of ten a value lies, nor hold its binary exponent.
  @Test(arguments: [-400_000, -4000, -308, -31, -1, 0, 1, 15, 22, 23, 300, 309, 5000, 1_000_000])
  func findsDecimalExponentsNextToPowersOfTen(power: Int) {
    let precision = max(400, abs(power) * 4)
    let whole = Rational(Integer(10).power(abs(power)))
    let ten = Real(power < 0 ? whole.inverse : whole, precision: precision)
    let little = ten * Real(Rational(Integer(1), Integer(10).power(80)), precision: precision)
    #expect((ten + little).exponent10 == power)
    #expect((ten - little).exponent10 == power - 1)
  }
}
