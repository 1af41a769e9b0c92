import Multiprecision
import Numerics
import Testing

/// Integrals and sums that break rules which were not made for them, with values from elsewhere.
@Suite("Hard integrals")
struct HardIntegralTests {
  @Test func theTableIsRead() { #expect(HardIntegral.all.count >= 55) }

  /// Forty digits of these are out of reach; what is given instead must be true.
  static let outOfReach: Set<String> = [
    "cauchy, power", "three, a sum",
  ]

  @Test("what is out of reach is said", arguments: HardIntegral.all.filter { outOfReach.contains($0.name) })
  func nothingIsPadded(_ known: HardIntegral) throws {
    do {
      let found = try known.estimate(digits: 40)
      let value = try #require(Real(known.value, precision: 256))
      #expect(found.status == .limit && found.digits < 40)
      #expect((found.value - value).magnitude.exponent10 < found.absoluteErrorExponent10)
    } catch is LimitReached {
      // No number is no wrong number.
    }
  }

  @Test("forty digits agree with the table", arguments: HardIntegral.all.filter { !outOfReach.contains($0.name) })
  func fortyDigits(_ known: HardIntegral) throws {
    let found = try known.estimate(digits: 40)
    guard let value = Real(known.value, precision: 256), value.isFinite else {
      #expect(found.status == .divergent(sign: known.value.hasPrefix("-") ? -1 : 1))
      return
    }
    #expect(found.status == .converged)
    #expect(found.digits >= 40)
    let error = (found.value - value).magnitude
    let largest = found.scale.exponent10 - 39
    #expect(error.isZero || error.exponent10 <= largest, "\(found.value.description(digits: 40))")
  }
}
