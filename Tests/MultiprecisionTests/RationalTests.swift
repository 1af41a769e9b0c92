import Multiprecision
import TestSupport
import Testing

@Suite struct RationalTests {
  @Test(arguments: UInt64(1)...8)
  func fieldLaws(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<150 {
      let (a, b, c) = (random.rational(), random.rational(), random.rational())
      #expect(a + b == b + a && a * b == b * a)
      #expect((a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a - b) + b == a)
      if !b.isZero { #expect((a / b) * b == a && b * b.inverse == 1) }
      #expect((a < b) == ((a - b).signum < 0))
      #expect(a.hashValue == ((a + b) - b).hashValue)
    }
  }

  @Test(arguments: UInt64(1)...8)
  func staysInLowestTerms(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<150 {
      let (a, b) = (random.rational(), random.rational())
      for value in [a, a + b, a - b, a * b, a.power(3), -a] + (b.isZero ? [] : [a / b, b.inverse, b.power(-2)]) {
        #expect(value.denominator.signum > 0)
        #expect(Integer.gcd(value.numerator, value.denominator) == 1)
      }
      #expect(Rational(a.floor) <= a && a < Rational(a.floor) + 1)
      #expect(Rational(a.description) == a)
    }
  }

  @Test(arguments: [
    ("5/2", "5/2"), ("-6/4", "-3/2"), ("3/-6", "-1/2"), ("0.25", "1/4"), (".5", "1/2"), ("2.", "2"), ("1e-3", "1/1000"),
    ("-1.5E2", "-150"), ("+7", "7"), ("0.1e1", "1"), ("0", "0"),
  ])
  func readsText(text: String, expected: String) throws {
    #expect(try #require(Rational(text)).description == expected)
  }

  @Test(arguments: [
    "", ".", "1/0", "1/", "/2", "1/2/3", "1e", "1e999999999", "e5", "1.-5", "1.2.3", "x", "1/2.5", "- 1",
  ])
  func rejectsText(text: String) {
    #expect(Rational(text) == nil)
  }

  @Test func roots() {
    #expect(Rational(9, 4).exactRoot(2) == Rational(3, 2))
    #expect(Rational(-8, 27).exactRoot(3) == Rational(-2, 3))
    #expect(Rational(2, 9).exactRoot(2) == nil && Rational(-4).exactRoot(2) == nil)
  }

  @Test func doubles() {
    #expect(
      Rational(1, 3).doubleValue == 1.0 / 3 && Rational(-7, 2).doubleValue == -3.5 && Rational(0).doubleValue == 0)
    let huge = Integer(10).power(400)
    #expect(Rational(huge, huge * 4).doubleValue == 0.25)
    #expect(Rational(Integer(1), Integer(2).power(1060)).doubleValue == 0x1p-1060)
    #expect(Rational(huge).doubleValue == .infinity && Rational(1, huge).doubleValue == 0)
  }

  @Test(arguments: [
    Rational(0), Rational(-3, 8), Rational(5), Rational(Integer(2).power(300) + 1, Integer(2).power(40)),
    Rational(Integer(-7), Integer(2).power(2000)),
  ])
  func aFloatingPointNumberIsARational(value: Rational) {
    #expect(Rational(exactly: Real(value, precision: 320)) == value)
  }

  @Test func whatIsNotFiniteOrOutOfRangeIsNoRational() {
    #expect(Rational(exactly: Real(.nan)) == nil)
    #expect(Rational(exactly: Real(-.infinity)) == nil)
    for exponent in [-400_000, 400_000] {
      var registers = Registers(count: 1, precision: 64)
      registers.set(0, integer: 3)
      registers.multiplyByPowerOfTwo(0, 0, exponent)
      #expect(Rational(exactly: registers.real(0)) == nil)
    }
  }
}
