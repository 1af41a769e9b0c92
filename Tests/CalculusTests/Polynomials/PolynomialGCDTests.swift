import Multiprecision
import Testing

@testable import Calculus

@Suite("Greatest common divisors of polynomials")
struct PolynomialGCDTests {
  @Test("the divisor divides, and the cofactors are coprime", arguments: [UInt64](1...25))
  func divisorDivides(seed: UInt64) throws {
    var random = SeededPolynomials(seed: seed)
    for _ in 0..<4 {
      let common = random.polynomial(variables: 4)
      let a = common * random.polynomial(variables: 4)
      let b = common * random.polynomial(variables: 4)
      let divisor = Polynomial.gcd(a, b)
      let left = try #require(a.exactQuotient(by: divisor), "seed \(seed)")
      let right = try #require(b.exactQuotient(by: divisor), "seed \(seed)")
      #expect(divisor.exactQuotient(by: common) != nil, "seed \(seed): \(common) does not divide \(divisor)")
      #expect(Polynomial.gcd(left, right).isOne, "seed \(seed)")
      #expect(divisor.leadingCoefficient > 0, "seed \(seed)")
    }
  }

  @Test("images modulo primes and the remainder sequence agree", arguments: [UInt64](30...59))
  func algorithmsAgree(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let variables = 1 + Int(seed % 3)
    let common = random.polynomial(variables: variables)
    let a = common * random.polynomial(variables: variables)
    let b = common * random.polynomial(variables: variables)
    #expect(Polynomial.gcd(a, b) == RemainderSequence.gcd(a, b), "seed \(seed): \(a), \(b)")
  }

  @Test("zero, constants and integer content")
  func edges() {
    let x = Polynomial(variable: 0)
    #expect(Polynomial.gcd(.zero, .zero).isZero)
    #expect(Polynomial.gcd(.zero, -x) == x)
    #expect(Polynomial.gcd(Polynomial(12), x.scaled(by: 18)) == Polynomial(6))
    #expect(Polynomial.gcd(x.scaled(by: 4), x * x.scaled(by: 6)) == x.scaled(by: 2))
    #expect(Polynomial.gcd(x, Polynomial(variable: 1)).isOne)
  }
}
