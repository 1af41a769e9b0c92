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

  @Test("the heuristic and the remainder sequence agree", arguments: [UInt64](30...45))
  func algorithmsAgree(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let variables = Polynomial(terms: (0..<3).map { (1, [(variable: Int32($0), exponent: 3)]) })
    let common = random.polynomial(variables: 3).primitivePart + variables
    let a = (common * (random.polynomial(variables: 3) + variables)).primitivePart
    let b = (common * (random.polynomial(variables: 3) + variables * variables)).primitivePart
    let slow = Polynomial.remainderSequenceGCD(a, b)
    #expect(slow == Polynomial.gcd(a, b), "seed \(seed)")
    if let fast = Polynomial.heuristicGCD(a, b) { #expect(fast.primitivePart == slow, "seed \(seed)") }
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
