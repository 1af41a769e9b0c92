import Multiprecision
import Numerics
import Testing

@Suite("Absolute values on pieces that end at their kinks")
struct KinkTests {
  @Test("what vanishes on both sides of a kink costs no levels")
  func secondDerivativeOfAnAbsoluteValue() throws {
    let known = IntegralCase(
      "Laplace", "-abs(x - m)/b - log(2*b)", on: .interval(nil, nil, kinks: ["m"]), at: [("m", "1"), ("b", "2")],
      [("1/abs(x-m) - (x-m)^2/abs(x-m)^3", "0"), ("(x-m)^2/abs(x-m)", "b")])
    // Rounding alone would be refined to the deepest level, some ten thousand nodes.
    let found = try known.estimates(digits: 50, limits: WorkLimits(maximumEvaluations: 3000))
    #expect(found[0].value.isZero && found[0].digits >= 50)
    #expect((found[1].value - Real(2)).magnitude.exponent10 <= -49)
  }
}
