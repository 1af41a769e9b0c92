import Multiprecision
import Testing

/// Trigonometric functions of arguments so large that their phase would cost more than any result is worth.
struct PhaseLimitTests {
  @Test(arguments: [RealFunction.sin, .cos, .tan].indices)
  func hugeArgumentsHaveNoPhase(_ index: Int) {
    let function = [RealFunction.sin, .cos, .tan][index]
    var registers = Registers(count: 1, precision: 64)
    registers.set(0, integer: 1)
    registers.multiplyByPowerOfTwo(0, 0, 1 << 30)
    #expect(function(registers.real(0), precision: 64).isNaN)
    registers.set(0, integer: 1)
    registers.multiplyByPowerOfTwo(0, 0, 1000)
    #expect(function(registers.real(0), precision: 64).isFinite)
    registers.set(0, integer: 0)
    #expect(function(registers.real(0), precision: 64).isFinite)
  }
}
