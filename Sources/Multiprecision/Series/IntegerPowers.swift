/// The powers `k^-s` of the integers from 1 on: an exponential for each prime, a product for each composite number.
struct IntegerPowers: ~Copyable {
  private var powers: Registers
  private let exponent: Int
  private let integerExponent: Int?
  private let smallestFactors: [Int]
  /// The number of integers whose powers are at hand.
  let count: Int

  /// Takes the exponent `s` from a register of `outer`; the powers get its precision when they are asked for in turn.
  init(_ outer: borrowing Registers, exponent: Int, count: Int) {
    self.exponent = exponent
    self.count = count
    integerExponent = outer.integer(exponent)
    powers = Registers(count: count + 1, precision: outer.precision)
    var factors = Array(0..<count + 1)
    var p = 2
    while p * p <= count {
      if factors[p] == p {
        for multiple in stride(from: p * p, through: count, by: p) where factors[multiple] == multiple {
          factors[multiple] = p
        }
      }
      p += 1
    }
    smallestFactors = factors
  }

  /// `dst = k^-s`; to be asked for every `k` from 1 on, in order.
  mutating func power(of k: Int, _ outer: inout Registers, _ dst: Int) {
    let factor = smallestFactors[k]
    if k == 1 {
      powers.set(1, integer: 1)
    } else if factor < k {
      powers.multiply(k, factor, k / factor)
    } else {
      powers.set(k, integer: k)
      if let integerExponent {
        powers.powerInteger(k, k, -integerExponent)
      } else {
        powers.log(k, k)
        powers.multiply(k, k, from: outer, exponent)
        powers.negate(k, k)
        powers.exp(k, k)
      }
    }
    outer.set(dst, from: powers, k)
  }
}
