import Multiprecision
import Testing

@testable import Calculus

/// Arithmetic modulo large primes, against that of integers.
@Suite("Prime fields and what is solved in them")
struct PrimeFieldTests {
  static let fields = Array(sequence(first: PrimeField.first, next: \.next).prefix(5))

  @Test("sums, differences, products and reciprocals", arguments: 0..<5)
  func arithmetic(index: Int) {
    let field = Self.fields[index]
    let modulus = Integer(UInt(field.modulus))
    var random = SeededPolynomials(seed: 77)
    func integer(_ element: UInt64) -> Integer { Integer(UInt(field.number(element))) }
    func same(_ element: UInt64, _ value: Integer) -> Bool {
      (integer(element) - value).residue(modulo: field.modulus) == 0
    }
    for _ in 0..<200 {
      let m = Integer(UInt(random.next()))
      let n = -Integer(UInt(random.next())) * modulus - Integer(UInt(random.next()))
      let (a, b) = (field.element(m), field.element(n))
      #expect(same(a, m) && same(b, n))
      #expect(same(field.add(a, b), m + n) && same(field.subtract(a, b), m - n) && same(field.multiply(a, b), m * n))
      #expect(a == 0 || field.multiply(a, field.inverse(a)) == field.one)
    }
    #expect(field.number(field.one) == 1)
    #expect(field.power(field.element(3 as Integer), 41) == field.element(Integer(3).power(41)))
  }

  @Test("primes descend from 2^62, and are prime")
  func primes() {
    for (field, next) in zip(Self.fields, Self.fields.dropFirst()) { #expect(next.modulus < field.modulus) }
    // The three largest, from the list of primes just below powers of two (Caldwell, The Prime Pages).
    #expect(Self.fields.prefix(3).map { (1 << 62) - $0.modulus } == [57, 87, 117])
  }

  @Test("residues of integers", arguments: [(7, 5, 2), (-7, 5, 3), (0, 5, 0), (-5, 5, 0), (Int.min, 3, 1)])
  func residues(value: Int, modulus: Int, rest: Int) {
    let big = Integer(modulus) * Integer(10).power(40)
    #expect(Integer(value).residue(modulo: UInt64(modulus)) == UInt64(rest))
    #expect((Integer(value) + big).residue(modulo: UInt64(modulus)) == UInt64(rest))
    #expect((Integer(value) - big).residue(modulo: UInt64(modulus)) == UInt64(rest))
  }

  @Test("coefficients from values at powers", arguments: [1, 2, 5, 30])
  func vandermonde(count: Int) {
    let field = PrimeField.first
    var points = PointSequence(seed: UInt64(count))
    let nodes = points.elements(count, of: field)
    let coefficients = points.elements(count, of: field)
    let values = (1...(count + 1)).map { exponent in
      zip(nodes, coefficients).reduce(0 as UInt64) { sum, pair in
        field.add(sum, field.multiply(pair.1, field.power(pair.0, UInt64(exponent))))
      }
    }
    let system = VandermondeSystem(nodes: nodes, over: field)
    #expect(system.solution(values) == coefficients)
    #expect(system.predicts(values[count], at: count + 1, coefficients))
    #expect(!system.predicts(field.add(values[count], field.one), at: count + 1, coefficients))
  }

  @Test("polynomials from values, with no more points than they need", arguments: [0, 1, 4])
  func newton(degree: Int) {
    let field = PrimeField.first
    var points = PointSequence(seed: 5)
    let coefficients = (0..<3).map { _ in points.elements(degree + 1, of: field) }
    var newton = NewtonInterpolation(count: 3, over: field)
    for _ in 0...10 {
      let point = points.element(of: field)
      let values = coefficients.map { own in
        own.reversed().reduce(0 as UInt64) { field.add(field.multiply($0, point), $1) }
      }
      if !newton.add(values, at: point) { break }
    }
    #expect(newton.pointCount == degree + 1)
    #expect(newton.coefficients() == (0...degree).map { power in coefficients.map { $0[power] } })
  }
}
