import Multiprecision
import Testing

@testable import Calculus

private let x = Polynomial(variable: 0)
private let y = Polynomial(variable: 1)
private let z = Polynomial(variable: 2)
private let one = Polynomial.one

private func number(_ n: Int) -> Polynomial { Polynomial(Integer(n)) }

/// A polynomial in x from its coefficients, highest power first.
private func dense(_ coefficients: [Int]) -> Polynomial {
  coefficients.reduce(.zero) { $0 * x + number($1) }
}

/// Divisors that images modulo primes must find: `ModularDivisor` and what leads to it.
@Suite("Greatest common divisors by images modulo primes")
struct ModularGCDTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let divisor: Polynomial
    let a: Polynomial
    let b: Polynomial

    /// Cofactors that share nothing.
    init(_ name: String, _ divisor: Polynomial, _ a: Polynomial, _ b: Polynomial) {
      (testDescription, self.divisor, self.a, self.b) = (name, divisor, a, b)
    }
  }

  static let firstPrime = Polynomial(Integer(UInt(PrimeField.first.modulus)))

  static let cases: [Case] = [
    Case(
      "the classic of coefficient growth (Knuth, TAOCP 2, 4.6.1)", one, dense([1, 0, 1, 0, -3, -3, 8, 2, -5]),
      dense([3, 0, 5, 0, -4, -9, 21])),
    Case(
      "the same with a divisor", dense([7, -3, 11]), dense([1, 0, 1, 0, -3, -3, 8, 2, -5]),
      dense([3, 0, 5, 0, -4, -9, 21])),
    Case("a divisor that is one of both", x * x + y, one, x * x - y * z + one),
    Case("a leading coefficient that no image is monic by", (y + z) * x * x + (y - z) * x + one, x + y, x - z),
    Case(
      "leading coefficients with common factors beyond the divisor's", (y + one) * x + z,
      (y + one) * (z + one) * x + one, (y + one) * (z - one) * x + number(2)),
    Case("content in each variable", (x + one) * (y + number(2)) * (z + number(3)), x + y + z, x - y + z),
    Case("content in one variable only", (y * y + z) * (x + y), (z + one) * x + y, x + z * z),
    Case("integer content", number(6) * (x + y), number(5) * x + y, number(7) * x - z),
    Case("monomials", x * y * y * (z + one), x + z, y + z),
    Case("even powers", x.power(4) + y.power(2) + one, x.power(2) - y.power(4), x.power(2) + y.power(4)),
    Case(
      "high sparse powers", x.power(500) + y.power(250) + one, x.power(250) + y.power(500),
      x.power(750) - z.power(250)),
    Case("high powers without a common divisor", x.power(61) + y.power(7) + one, x.power(19) + y, x + y.power(23)),
    Case(
      "leading coefficients that vanish modulo the first prime", firstPrime * x * x + y + one, firstPrime * x + z,
      firstPrime * x * x + firstPrime * y + one),
    Case("coefficients that are 0 modulo the first prime", x * x + firstPrime * x * y + z, x + one, x + y * z),
    Case(
      "coefficients of several primes",
      x * x + Polynomial(Integer(3).power(300)) * y + Polynomial(Integer(7).power(90)),
      x + Polynomial(Integer(5).power(200)), y + Polynomial(Integer(11).power(150)) * x),
  ]

  @Test("table", arguments: cases)
  func table(example: Case) throws {
    let (a, b) = (example.divisor * example.a, example.divisor * example.b)
    for divisor in [Polynomial.gcd(a, b), Polynomial.gcd(b, a), Polynomial.gcd(-a, b)] {
      #expect(divisor == example.divisor)
    }
  }

  @Test("x^m - 1 and x^n - 1", arguments: [(30, 42), (64, 48), (97, 89), (210, 330)])
  func rootsOfUnity(m: Int, n: Int) {
    let common = Int(Integer.gcd(Integer(m), Integer(n)).asInt ?? 0)
    #expect(Polynomial.gcd(x.power(m) - one, x.power(n) - one) == x.power(common) - one)
  }

  @Test("sparse polynomials of many variables", arguments: 2...8, [UInt64](1...4))
  func manyVariables(count: Int, seed: UInt64) throws {
    var random = SeededPolynomials(seed: seed * 100 + UInt64(count))
    let (common, left, right) = (
      random.polynomial(variables: count, terms: 8, exponent: 3, height: 99),
      random.polynomial(variables: count, terms: 8, exponent: 3, height: 99),
      random.polynomial(variables: count, terms: 8, exponent: 3, height: 99)
    )
    try expectDivisor(of: common * left, common * right, toContain: common, "seed \(seed), \(count) variables")
  }

  @Test("dense polynomials with repeated divisors", arguments: 2...4)
  func repeatedDivisors(count: Int) throws {
    let sum = (0..<count).reduce(one) { $0 + Polynomial(variable: Int32($1)).scaled(by: Integer($1 + 1)) }
    let (left, right) = (sum - number(3), sum * x + number(2))
    for power in 1...3 {
      let divisor = Polynomial.gcd(sum.power(power) * left, sum.power(4) * right)
      #expect(divisor == sum.power(power), "power \(power)")
    }
  }

  @Test("many coprime pairs", arguments: [UInt64](200...219))
  func coprimePairs(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    // A term that neither random part has makes both irreducible in x4: linear with coefficients 1.
    let a = Polynomial(variable: 4) + random.polynomial(variables: 4, terms: 6, exponent: 3)
    let b = Polynomial(variable: 4) + random.polynomial(variables: 4, terms: 6, exponent: 3)
    if a == b { return }
    let divisor = Polynomial.gcd(a * b.power(2), a.power(2) * b + a * b)
    #expect(divisor == a * b || divisor == -(a * b), "seed \(seed)")
    #expect(Polynomial.gcd(a, b).isOne, "seed \(seed)")
  }

  @Test("the common divisor of many is found from a combination", arguments: [UInt64](1...10))
  func manyPolynomials(seed: UInt64) throws {
    var random = SeededPolynomials(seed: seed)
    let common = random.polynomial(variables: 3) + Polynomial(variable: 0, exponent: 3)
    let parts = (0..<12).map { _ in common * random.polynomial(variables: 4) }
    let divisor = Polynomial.commonDivisor(of: parts)
    #expect(divisor.exactQuotient(by: common) != nil, "seed \(seed)")
    #expect(parts.allSatisfy { $0.exactQuotient(by: divisor) != nil }, "seed \(seed)")
    #expect(divisor == parts.reduce(.zero) { Polynomial.gcd($0, $1) }, "seed \(seed)")
  }

  @Test("long divisions, with a remainder and without", arguments: [UInt64](300...305))
  func longDivisions(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let divisor = random.polynomial(variables: 3, terms: 12, exponent: 4) + x.power(5) + y.power(5)
    let quotient = random.polynomial(variables: 4, terms: 12, exponent: 4) + x.power(5) + one
    let product = divisor * quotient
    #expect(product.exactQuotient(by: divisor) == quotient, "seed \(seed)")
    #expect((product + x * x * y).exactQuotient(by: divisor) == nil, "seed \(seed)")
  }

  @Test("the common divisor of none, of zeros, and of numbers")
  func fewPolynomials() {
    #expect(Polynomial.commonDivisor(of: []).isZero)
    #expect(Polynomial.commonDivisor(of: [.zero, -x]) == x)
    #expect(Polynomial.commonDivisor(of: [number(12) * x, number(18), .zero]) == number(6))
  }

  private func expectDivisor(
    of a: Polynomial, _ b: Polynomial, toContain common: Polynomial, _ comment: String
  ) throws {
    let divisor = Polynomial.gcd(a, b)
    #expect(divisor.exactQuotient(by: common) != nil, "\(comment)")
    let left = try #require(a.exactQuotient(by: divisor), "\(comment)")
    let right = try #require(b.exactQuotient(by: divisor), "\(comment)")
    #expect(Polynomial.gcd(left, right).isOne, "\(comment)")
  }
}
