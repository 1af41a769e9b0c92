import Multiprecision
import TestSupport
import Testing

/// Exponential and logarithms in fixed point against functions of MPFR that take another way.
@Suite("Elementary functions in fixed point")
struct FixedPointTests {
  static let precisions = [
    2, 24, 53, 64, 94, 128, 158, 192, 222, 256, 448, 1024, 2560, 2624, 3392, 3456, 4000, 6700, 8250,
  ]
  private static let seed: UInt64 = 5
  private static let trials = 120
  /// Sizes of arguments, from those that are hardly seen to those at the ends of the range.
  private static let scales = [1e-60, 1e-20, 1e-7, 1e-5, 1e-4, 1e-3, 0.1, 1, 30, 1e3, 1e6]

  /// One call with `precision` bits, and its error in units of the last place of a better value.
  private struct Trial: ~Copyable {
    var rough: Registers
    var better: Registers

    init(_ argument: Double, precision: Int) {
      var third = Registers(count: 1, precision: precision)
      third.set(0, argument)
      third.divide(0, 0, integer: 3)
      self.init(third.real(0), precision: precision)
    }

    init(_ argument: Real, precision: Int) {
      rough = Registers(count: 2, precision: precision)
      // (x - 1)/(x + 1) differs from -1 for the smallest argument, 1e-60, only beyond 200 bits.
      better = Registers(count: 3, precision: precision + 400)
      rough.set(0, argument)
      better.set(0, from: rough, 0)
    }

    /// `better` 1 is the exponential: (exp |x| - 1) + 1, and its inverse for negative x, so that nothing cancels.
    mutating func findExponential() {
      better.absolute(1, 0)
      better.expm1(1, 1)
      better.add(1, 1, integer: 1)
      if better.sign(0) < 0 { better.divide(1, integer: 1, 1) }
    }

    /// `better` 1 is the logarithm: 2 artanh((x - 1)/(x + 1)).
    mutating func findLogarithm() {
      better.subtract(1, 0, integer: 1)
      better.add(2, 0, integer: 1)
      better.divide(1, 1, 2)
      better.atanh(1, 1)
      better.multiply(1, 1, integer: 2)
    }

    /// The distance of `rough` register 1 from `better` register 1, in units of the last place.
    mutating func error() -> Double {
      better.set(2, from: rough, 1)
      better.subtract(2, 2, 1)
      if better.isZero(2) { return 0 }
      better.multiplyByPowerOfTwo(2, 2, rough.precision - better.exponent(1))
      return better.double(2).magnitude
    }
  }

  private static func arguments(_ precision: Int) -> [Double] {
    var generator = SplitMix(seed: seed)
    return (0..<trials).map { k in Double.random(in: -1...1, using: &generator) * scales[k % scales.count] }
  }

  @Test("the exponential is within 0.51 units", arguments: precisions)
  func exponential(precision: Int) {
    for x in Self.arguments(precision) {
      var trial = Trial(x, precision: precision)
      trial.rough.exp(1, 0)
      trial.findExponential()
      #expect(trial.error() < 0.51, "exp of \(x) with \(precision) bits, seed \(Self.seed)")
    }
  }

  @Test("the logarithm is within 0.51 units", arguments: precisions)
  func logarithm(precision: Int) {
    for x in Self.arguments(precision) {
      for argument in [x.magnitude, 3 + 3 * x] where argument > 0 {
        var trial = Trial(argument, precision: precision)
        trial.rough.log(1, 0)
        trial.findLogarithm()
        #expect(trial.error() < 0.51, "log of \(argument)/3 with \(precision) bits, seed \(Self.seed)")
      }
    }
  }

  @Test("the logarithm of a successor is within 0.51 units", arguments: precisions)
  func logarithmOfSuccessor(precision: Int) {
    // With two bits a third of what lies nearer to -3 rounds to -1.
    for x in Self.arguments(precision) where x > (precision < 8 ? -2 : -2.9) {
      var trial = Trial(x, precision: precision)
      trial.rough.log1p(1, 0)
      // 2 artanh(x/(x + 2))
      trial.better.add(1, 0, integer: 2)
      trial.better.divide(1, 0, 1)
      trial.better.atanh(1, 1)
      trial.better.multiply(1, 1, integer: 2)
      #expect(trial.error() < 0.51, "log of 1 + \(x)/3 with \(precision) bits, seed \(Self.seed)")
    }
  }

  /// Products of numbers `1 + i/16^k`, at which the digits of what is split off change: what is left is as large, or as small,
  /// as it gets.
  @Test("next to products of digits both are within 0.51 units", arguments: precisions.filter { $0 >= 53 })
  func nextToProductsOfDigits(precision: Int) {
    var generator = SplitMix(seed: Self.seed)
    for _ in 0..<Self.trials {
      var product = Registers(count: 2, precision: precision + 64)
      product.set(0, integer: 1)
      for level in 1...14 where Bool.random(using: &generator) {
        product.set(1, integer: Int.random(in: 1...15, using: &generator))
        product.multiplyByPowerOfTwo(1, 1, -4 * level)
        product.add(1, 1, integer: 1)
        product.multiply(0, 0, 1)
      }
      product.set(1, integer: Int.random(in: -1...1, using: &generator))
      product.multiplyByPowerOfTwo(1, 1, 2 - precision)
      product.add(0, 0, 1)
      product.divide(1, integer: 1, 0)
      var logarithm = Trial(product.real(1), precision: precision)
      logarithm.rough.log(1, 0)
      logarithm.findLogarithm()
      #expect(logarithm.error() < 0.51, "log of \(product.double(1)) with \(precision) bits, seed \(Self.seed)")
      var exponential = Trial(-logarithm.rough.real(1), precision: precision)
      exponential.rough.exp(1, 0)
      exponential.findExponential()
      #expect(
        exponential.error() < 0.51, "exp of \(exponential.rough.double(0)) with \(precision) bits, seed \(Self.seed)")
    }
  }

  @Test func specialValuesStay() {
    var registers = Registers(count: 2, precision: 128)
    registers.set(0, integer: 0)
    registers.exp(1, 0)
    #expect(registers.double(1) == 1)
    registers.log(1, 0)
    #expect(registers.double(1) == -.infinity)
    registers.set(0, integer: 1)
    registers.log(1, 0)
    #expect(registers.double(1) == 0)
    registers.set(0, integer: -1)
    registers.log(1, 0)
    #expect(registers.double(1).isNaN)
    registers.log1p(1, 0)
    #expect(registers.double(1) == -.infinity)
    registers.setInfinity(0)
    registers.exp(1, 0)
    #expect(registers.double(1) == .infinity)
    registers.setInfinity(0, sign: -1)
    registers.exp(1, 0)
    #expect(registers.double(1) == 0)
  }

  @Test func ofTwoAndItsPowers() {
    var registers = Registers(count: 3, precision: 320)
    registers.logTwo(1)
    for exponent in [-100_000, -3, -1, 1, 2, 64, 100_000] {
      registers.set(0, integer: 1)
      registers.multiplyByPowerOfTwo(0, 0, exponent)
      registers.log(0, 0)
      registers.multiply(2, 1, integer: exponent)
      #expect(registers.compare(0, 2) == 0, "log of 2^\(exponent)")
    }
  }
}
