import Multiprecision
import Testing

@testable import Calculus

@Suite("Light factorisation of polynomials")
struct PolynomialFactorizationTests {
  static let x = Polynomial(variable: 0)
  static let y = Polynomial(variable: 1)
  static let z = Polynomial(variable: 2)
  static let one = Polynomial.one

  /// Products of irreducible polynomials, as lists of factors.
  static let products: [[Polynomial]] = [
    [x, one - x],
    [x - y, x + y],
    [x * x + y * y, x - y, x + y],
    [x * x + one],
    [x, x, y - one, y - one, y - one],
    [x * y + z, z * z + one],
    [(x * x).scaled(by: 2) + y, x * x + y.scaled(by: 3)],
    [x * x * x + y * y * y + z * z * z],
    [x.scaled(by: 3) - one, x.scaled(by: 2) + one, x + one.scaled(by: 5)],
    [x * x + x + one, x - one],
    [x * x + y * y + z * z],
    [x * x * y * y + z * z * z + one, x * y + one],
  ]

  @Test("products of irreducible polynomials come apart", arguments: products.indices)
  func productsComeApart(index: Int) {
    let expected = Self.products[index]
    let product = expected.reduce(Polynomial(-6)) { $0 * $1 }
    let found = PolynomialFactorization(product)
    let list = found.factors.flatMap { Array(repeating: $0.polynomial, count: $0.multiplicity) }
    #expect(list.map(\.description).sorted() == expected.map(\.primitivePart.description).sorted())
    #expect(list.reduce(Polynomial(found.unit)) { $0 * $1 } == product)
    let isComplete = found.factors.allSatisfy { $0.isIrreducible }
    #expect(isComplete)
  }

  @Test("the factors multiply to the polynomial and are coprime", arguments: [UInt64](1...20))
  func factorsMultiply(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let a = random.polynomial(variables: 3, terms: 3)
    let b = random.polynomial(variables: 3, terms: 3)
    let product = a * a * b
    let found = PolynomialFactorization(product)
    let again = found.factors.reduce(Polynomial(found.unit)) { $0 * $1.polynomial.power($1.multiplicity) }
    #expect(again == product, "seed \(seed)")
    for (i, f) in found.factors.enumerated() {
      for g in found.factors[..<i] { #expect(Polynomial.gcd(f.polynomial, g.polynomial).isOne, "seed \(seed)") }
    }
  }

  @Test("square roots are exact or refused", arguments: [UInt64](1...20))
  func squareRoots(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let a = random.polynomial(variables: 3)
    let root = (a * a).exactSquareRoot()
    #expect(root == a || root == -a, "seed \(seed)")
    #expect((a * a * Polynomial(variable: 5) + .one).exactSquareRoot() == nil, "seed \(seed)")
    let cube = a.power(3).exactRoot(3)
    #expect(cube == a || cube == -a, "seed \(seed)")
  }
}
