import Multiprecision
import Testing

/// Registers cannot be copied, hence not be named inside an expectation: each test collects what it sees first.
@Suite struct RegistersTests {
  @Test func startAtZeroWithTheirPrecision() {
    let registers = Registers(count: 3, precision: 123)
    let seen = (0..<3).map { (registers.isZero($0), registers.exponent($0)) }
    let (count, precision) = (registers.count, registers.precision)
    #expect(count == 3 && precision == 123)
    #expect(seen.allSatisfy { $0 == (true, Int.min) })
  }

  @Test func roundsToNearest() {
    var registers = Registers(count: 2, precision: 10)
    registers.set(0, Rational(1, 3))
    registers.set(1, integer: 2049)
    let values = [registers.double(0), registers.double(1)]
    #expect(values == [683.0 / 2048, 2048])
  }

  @Test func destinationMayBeAnOperand() {
    var registers = Registers(count: 2, precision: 80)
    var seen: [Double] = []
    registers.set(0, integer: 5)
    registers.set(1, integer: 3)
    registers.subtract(1, 0, 1)
    seen.append(registers.double(1))
    registers.fusedMultiplyAdd(0, 0, 0, 0)
    seen.append(registers.double(0))
    registers.divide(0, 0, 0)
    seen.append(registers.double(0))
    registers.multiplyByPowerOfTwo(0, 0, -3)
    seen.append(registers.double(0))
    registers.swap(0, 1)
    seen += [registers.double(0), registers.double(1)]
    #expect(seen == [2, 30, 1, 0.125, 2, 0.125])
  }

  @Test func dividesByShortNumbersAsByOthers() {
    let divisors = [
      Rational(3), Rational(-7, 2), Rational(1), Rational(1, 1 << 60), Rational(Integer(2).power(64) - Integer(1)),
      Rational(Integer(2).power(64) + Integer(1)), Rational(-(Integer(3) * Integer(2).power(200)), Integer(1)),
    ]
    for precision in [53, 64, 65, 127, 128, 130, 1000] {
      for (position, divisor) in divisors.enumerated() {
        var registers = Registers(count: 4, precision: precision)
        registers.set(0, Rational(position % 2 == 0 ? 2 : -5, 7))
        registers.set(1, divisor)
        let exact = Rational(exactly: registers.real(0)).flatMap { a in
          Rational(exactly: registers.real(1)).map { a / $0 }
        }
        registers.divide(2, 0, 1)
        if let exact { registers.set(3, exact) } else { registers.setNaN(3) }
        registers.divide(1, 0, 1)
        let (differs, own) = (registers.compare(2, 3), registers.compare(1, 3))
        #expect(exact != nil && differs == 0 && own == 0, "by \(divisor), \(precision) bits")
      }
    }
    var registers = Registers(count: 3, precision: 200)
    registers.set(0, integer: 1)
    registers.divide(2, 0, 1)
    #expect(!registers.isFinite(2) && !registers.isNaN(2))
  }

  @Test func compares() {
    var registers = Registers(count: 3, precision: 64)
    registers.set(0, -2.5)
    registers.set(1, integer: 2)
    registers.setNaN(2)
    let orders = [
      registers.compare(0, 1), registers.compareMagnitudes(0, 1), registers.compare(1, 1),
      registers.compare(0, integer: -3), registers.compare(0, 2),
    ]
    let signs = (0..<3).map { registers.sign($0) }
    let integers = [registers.integer(0), registers.integer(1), registers.integer(2)]
    #expect(orders == [-1, 1, 0, 1, 0] && signs == [-1, 1, 0] && integers == [nil, 2, nil])
  }

  @Test func knowsSpecialValues() {
    var registers = Registers(count: 3, precision: 64)
    registers.setInfinity(0, sign: -1)
    registers.log(1, 0)
    let finite = (0..<3).map { registers.isFinite($0) }
    let isNaN = (0..<3).map { registers.isNaN($0) }
    let exponents = (0..<3).map { registers.exponent($0) }
    #expect(finite == [false, false, true] && isNaN == [false, true, false])
    #expect(exponents == [Int.max, Int.max, Int.min])
  }

  @Test func valuesOutliveTheirRegisters() {
    var value: Real
    do {
      var registers = Registers(count: 1, precision: 200)
      registers.pi(0)
      value = registers.real(0)
    }
    #expect(value.description(digits: 50) == "3.1415926535897932384626433832795028841971693993751")
    value = value * value
    #expect(value.precision == 200 && value > Real(9.8) && value < Real(9.9))
  }

  @Test func sizesWithoutRegistersOrPrecision() {
    let empty = Registers(count: 0, precision: 0)
    let (count, precision) = (empty.count, empty.precision)
    #expect(count == 0 && precision >= 2)
  }

  /// A regression: an exponential by fixed-point arithmetic was 1 without a sign of rounding, so that e^(10^-60) - 1 passed
  /// for an exact 0.
  @Test func whatIsNextToOneHasRounded() {
    var registers = Registers(count: 2, precision: 128)
    registers.set(0, Rational(Integer(1), Integer(10).power(60)))
    registers.forgetRounding()
    registers.exp(1, 0)
    #expect(registers.integer(1) == 1 && registers.hasRounded)
    registers.set(0, integer: 1)
    registers.forgetRounding()
    registers.log(1, 0)
    #expect(registers.isZero(1) && !registers.hasRounded)
  }
}
