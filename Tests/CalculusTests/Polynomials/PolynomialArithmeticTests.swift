import Calculus
import Multiprecision
import Testing

@Suite("Polynomial arithmetic")
struct PolynomialArithmeticTests {
  static let seeds: [UInt64] = Array(1...12)

  @Test("values at rational points follow sums, differences, products and powers", arguments: seeds)
  func valuesArePreserved(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    for _ in 0..<20 {
      let a = random.polynomial(variables: 6)
      let b = random.polynomial(variables: 6)
      let point = random.point(variables: 6)
      let (x, y) = (a.evaluated(at: point), b.evaluated(at: point))
      #expect((a + b).evaluated(at: point) == x + y, "seed \(seed)")
      #expect((a - b).evaluated(at: point) == x - y, "seed \(seed)")
      #expect((a * b).evaluated(at: point) == x * y, "seed \(seed)")
      #expect(a.power(3).evaluated(at: point) == x.power(3), "seed \(seed)")
    }
  }

  @Test("equal polynomials have equal representations", arguments: seeds)
  func representationIsUnique(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    for _ in 0..<20 {
      let (a, b, c) = (
        random.polynomial(variables: 5), random.polynomial(variables: 5), random.polynomial(variables: 3)
      )
      #expect(a + b - b == a, "seed \(seed)")
      #expect((a - a).isZero, "seed \(seed)")
      #expect(a * (b + c) == c * a + b * a, "seed \(seed)")
      #expect(Polynomial.sum([a, b, c]) == c + a + b, "seed \(seed)")
      #expect((a + b - b).hashValue == a.hashValue, "seed \(seed)")
    }
  }

  @Test("division undoes multiplication and refuses remainders", arguments: seeds)
  func division(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    for _ in 0..<20 {
      let a = random.polynomial(variables: 5)
      let b = random.polynomial(variables: 5)
      #expect((a * b).exactQuotient(by: b) == a, "seed \(seed)")
      if !b.isConstant { #expect((a * b + .one).exactQuotient(by: b) == nil, "seed \(seed)") }
    }
  }

  @Test("the derivative of a product", arguments: seeds)
  func derivative(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let a = random.polynomial(variables: 3)
    let b = random.polynomial(variables: 3)
    let product = a.derivative(by: 1) * b + a * b.derivative(by: 1)
    #expect((a * b).derivative(by: 1) == product, "seed \(seed)")
  }

  @Test("coefficients in one variable put the polynomial together again", arguments: seeds)
  func univariateView(seed: UInt64) {
    var random = SeededPolynomials(seed: seed)
    let a = random.polynomial(variables: 5, terms: 9, exponent: 3)
    for variable in a.variables {
      let parts = a.coefficients(in: variable)
      #expect(parts.first?.exponent == a.degree(in: variable), "seed \(seed)")
      let sum = Polynomial.sum(parts.map { $0.coefficient * Polynomial(variable: variable, exponent: $0.exponent) })
      #expect(sum == a, "seed \(seed)")
    }
  }

  @Test("content and primitive part")
  func content() {
    let p = Polynomial(terms: [(-6, [(0, 2), (3, 1)]), (4, [(0, 1), (3, 2)])])
    #expect(p.content == -2)
    #expect(p.primitivePart.content == 1)
    #expect(p.primitivePart.scaled(by: -2) == p)
    #expect(p.monomialContent.map(\.exponent) == [1, 1])
  }
}
