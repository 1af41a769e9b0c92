internal import Multiprecision

/// The integers modulo a prime below 2^62, in Montgomery's form: an element a stands as a·2^64 mod p.
///
/// With that many residues an unlucky prime or point is a rarity rather than an event to be planned for. Products need three
/// word multiplications and no division (Montgomery 1985).
struct PrimeField {
  /// The prime.
  let modulus: UInt64
  /// 1/p modulo 2^64.
  private let inverseOfModulus: UInt64
  /// 2^128 modulo p.
  private let square: UInt64
  /// The element 1.
  let one: UInt64

  /// The arithmetic modulo an odd number; a field where that is prime.
  private init(modulus: UInt64) {
    self.modulus = modulus
    // Newton's iteration doubles the correct bits, of which an odd number has three as its own inverse.
    var inverse = modulus
    for _ in 0..<5 { inverse = inverse &* (2 &- modulus &* inverse) }
    inverseOfModulus = inverse
    one = (UInt64.max % modulus + 1) % modulus
    square = modulus.dividingFullWidth(one.multipliedFullWidth(by: one)).remainder
  }

  /// The field of the largest such prime: every computation begins with it and goes on with `next`.
  static let first = below(1 << 62)

  /// The field of the next smaller prime.
  var next: PrimeField { Self.below(modulus) }

  private static func below(_ bound: UInt64) -> PrimeField {
    var candidate = (bound - 1) | 1
    if candidate >= bound { candidate -= 2 }
    while true {
      let arithmetic = PrimeField(modulus: candidate)
      if arithmetic.hasPrimeModulus { return arithmetic }
      candidate -= 2
    }
  }

  /// The test of Miller and Rabin; for these bases it is a proof below 3.3·10^24 (Sorenson & Webster 2015).
  private var hasPrimeModulus: Bool {
    let twos = (modulus - 1).trailingZeroBitCount
    let minusOne = subtract(0, one)
    let bases: [UInt64] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    return bases.allSatisfy { base in
      var value = power(element(base), (modulus - 1) >> UInt64(twos))
      if value == one { return true }
      for _ in 0..<twos {
        if value == minusOne { return true }
        value = multiply(value, value)
      }
      return false
    }
  }

  @inline(__always)
  func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let sum = a &+ b
    return sum >= modulus ? sum &- modulus : sum
  }

  @inline(__always)
  func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a &- b : a &+ modulus &- b }

  @inline(__always)
  func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    let correction = (low &* inverseOfModulus).multipliedFullWidth(by: modulus).high
    return high >= correction ? high &- correction : high &+ modulus &- correction
  }

  func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, square, rest) = (one, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      square = multiply(square, square)
      rest >>= 1
    }
    return result
  }

  /// The reciprocal of an element other than 0, by Fermat's theorem.
  func inverse(_ a: UInt64) -> UInt64 { power(a, modulus - 2) }

  /// The powers from 0 to a highest one.
  func powers(_ base: UInt64, upTo highest: Int) -> [UInt64] {
    var result = [one]
    result.reserveCapacity(highest + 1)
    for k in 0..<highest { result.append(multiply(result[k], base)) }
    return result
  }

  /// The element that a number below the prime stands for.
  func element(_ number: UInt64) -> UInt64 { multiply(number, square) }

  /// The element that an integer leaves.
  func element(_ integer: Integer) -> UInt64 { element(integer.residue(modulo: modulus)) }

  /// The number from 0 to p - 1 of an element.
  func number(_ element: UInt64) -> UInt64 { multiply(element, 1) }
}
