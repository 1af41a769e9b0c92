import Calculus
import Multiprecision

/// Random polynomials from a printed seed, the same in every run.
struct SeededPolynomials: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A non-zero polynomial in variables below a bound, with at most so many terms and exponents.
  mutating func polynomial(variables: Int, terms: Int = 4, exponent: Int = 2, height: Int = 9) -> Polynomial {
    while true {
      let made = Polynomial(
        terms: (0..<integer(in: 1...terms)).map { _ in
          (
            Integer(integer(in: -height...height)),
            (0..<variables).map { (variable: Int32($0), exponent: integer(in: 0...exponent)) }
          )
        })
      if !made.isZero { return made }
    }
  }

  /// A point with small rational coordinates.
  mutating func point(variables: Int) -> [Int32: Rational] {
    var point: [Int32: Rational] = [:]
    for variable in 0..<variables {
      point[Int32(variable)] = Rational(integer(in: -7...7), integer(in: 1...4))
    }
    return point
  }
}
