import Multiprecision
import Testing

@Suite struct SpecialFunctionTests {
  @Test func everyLineOfTheFixturesIsRead() {
    #expect(SpecialFunctionValues.table.count > 500)
    #expect(Set(SpecialFunctionValues.table.map(\.name)) == Set(SpecialFunctionValues.functions.keys))
  }

  /// Arguments are rationals, rounded to so many more bits than the digits need that no condition number matters.
  private func expectAgreement(_ expected: SpecialFunctionCase, digits: Int) throws {
    let precision = digits * 10 / 3 + 200
    let reference = try #require(Real(expected.value, precision: precision))
    let value = expected.function(expected.arguments(precision: precision), precision: precision)
    #expect(value.relativeDigits(agreeingWith: reference) >= digits - 1, "\(value) instead of \(expected.value)")
  }

  @Test(arguments: SpecialFunctionValues.table)
  func agreesWithTheReferenceTo50Digits(_ expected: SpecialFunctionCase) throws {
    try expectAgreement(expected, digits: 50)
  }

  @Test(arguments: SpecialFunctionValues.table)
  func agreesWithTheReferenceTo300Digits(_ expected: SpecialFunctionCase) throws {
    try expectAgreement(expected, digits: 300)
  }

  @Test(arguments: SpecialFunctionValues.table.filter { $0.digits > 400 })
  func agreesWithTheReferenceTo1000Digits(_ expected: SpecialFunctionCase) throws {
    try expectAgreement(expected, digits: 1000)
  }

  /// The same arguments at two precisions: the lower one must be right to all but a few of its bits.
  @Test(arguments: SpecialFunctionValues.table)
  func agreesWithItselfAtAHigherPrecision(_ expected: SpecialFunctionCase) {
    for precision in [53, 113, 200] {
      let arguments = expected.arguments(precision: precision)
      let low = expected.function(arguments, precision: precision)
      let high = expected.function(arguments, precision: 2 * precision + 100)
      let difference = (low - high).magnitude
      let lost = difference.isZero ? 0 : difference.exponent - high.exponent + precision
      #expect(lost <= 2, "\(expected.testDescription) at \(precision) bits is off by 2^\(lost) units in the last place")
    }
  }

  @Test(arguments: SpecialFunctionValues.table)
  func resultMayBeAnArgument(_ expected: SpecialFunctionCase) {
    let arguments = expected.arguments(precision: 100)
    var registers = Registers(count: arguments.count, precision: 100)
    for (index, argument) in arguments.enumerated() { registers.set(index, argument) }
    let last = arguments.count - 1
    expected.function.apply(&registers, last, Array(0...last))
    #expect(registers.real(last) == expected.function(arguments, precision: 100))
  }

  @Test(arguments: [
    SpecialFunctionCase(.log, "log", "-1", "nan"), .init(.asin, "asin", "2", "nan"),
    .init(.lgamma, "lgamma", "0", "inf"), .init(.lgamma, "lgamma", "-3", "inf"),
    .init(.lgamma, "lgamma", "-5/2", "nan"),
    .init(.gamma, "gamma", "0", "nan"), .init(.gamma, "gamma", "-3", "nan"), .init(.digamma, "digamma", "0", "nan"),
    .init(.digamma, "digamma", "-3", "nan"), .init(.trigamma, "trigamma", "-3", "nan"),
    .init(.polygamma, "polygamma", "1/2, 1", "nan"), .init(.polygamma, "polygamma", "-1, 1", "nan"),
    .init(.polygamma, "polygamma", "3, 0", "nan"), .init(.beta, "beta", "0, 1", "nan"),
    .init(.lbeta, "lbeta", "-1/2, 1", "nan"), .init(.factorial, "factorial", "-3/2", "nan"),
    .init(.lfactorial, "lfactorial", "-1", "inf"), .init(.binomial, "binomial", "5, 7", "0"),
    .init(.binomial, "binomial", "5, -1", "0"), .init(.beta, "beta", "-1/2, -1/2", "0"),
    .init(.beta, "beta", "-2, 1/2", "nan"),
    .init(.zeta, "zeta", "1", "nan"), .init(.zetaDeriv, "zetaDeriv", "1, 1", "nan"),
    .init(.zetaDeriv, "zetaDeriv", "1/2, 2", "nan"), .init(.hurwitzZeta, "hurwitzZeta", "2, 0", "nan"),
    .init(.hurwitzZeta, "hurwitzZeta", "1, 2", "nan"), .init(.besseli, "besseli", "1/2, -1", "nan"),
    .init(.besseli, "besseli", "0, 0", "1"), .init(.besseli, "besseli", "2, 0", "0"),
    .init(.besselk, "besselk", "1, -1", "nan"), .init(.besselk, "besselk", "1, 0", "inf"),
    .init(.gammainc, "gammainc", "1, -1", "nan"), .init(.gammainc, "gammainc", "-1, 0", "inf"),
    .init(.expint, "expint", "1, 0", "inf"), .init(.expint, "expint", "1, -1", "nan"), .init(.e1, "e1", "-1", "nan"),
    .init(.e1, "e1", "0", "inf"), .init(.ei, "ei", "0", "-inf"), .init(.li2, "li2", "2", "nan"),
    .init(.polylog, "polylog", "1, 1", "nan"), .init(.polylog, "polylog", "2, 2", "nan"),
    .init(.lerch, "lerch", "1/2, 1, 0", "nan"), .init(.lerch, "lerch", "1, 1/2, 1", "nan"),
    .init(.lgamma, "lgamma", "1", "0"), .init(.lgamma, "lgamma", "2", "0"), .init(.lbeta, "lbeta", "1, 1", "0"),
    .init(.lfactorial, "lfactorial", "0", "0"), .init(.li2, "li2", "0", "0"), .init(.polylog, "polylog", "2, 0", "0"),
  ])
  func edgesOfTheDomain(_ expected: SpecialFunctionCase) {
    let value = expected.function(expected.arguments(precision: 100), precision: 100)
    #expect(value == (Real(expected.value, precision: 100) ?? Real(.nan)) || (value.isNaN && expected.value == "nan"))
  }

  /// Sizes far from those of any model, in every position: a value or not a number, not work without end.
  @Test(arguments: SpecialFunctionValues.oneOfEach)
  func toleratesExtremeArguments(_ expected: SpecialFunctionCase) throws {
    let arguments = expected.arguments(precision: 80)
    for text in ["1e12", "-1e12", "1e300", "-1e300", "1e-300", "-1e-300", "123456789/7", "-123456789/7"] {
      let extreme = Real(try #require(Rational(text)), precision: 80)
      for index in arguments.indices {
        var changed = arguments
        changed[index] = extreme
        let value = expected.function(changed, precision: 80)
        let again = expected.function(changed, precision: 120)
        #expect(
          value.isNaN || again.isNaN || value == again || value.relativeDigits(agreeingWith: again) >= 22,
          "\(expected.name) at \(changed): \(value), \(again)")
      }
    }
  }

  /// Whatever is put in, something comes out: infinities and not a number in every position.
  @Test(arguments: SpecialFunctionValues.table)
  func toleratesSpecialArguments(_ expected: SpecialFunctionCase) {
    let arguments = expected.arguments(precision: 80)
    for index in arguments.indices {
      for special in [Double.infinity, -.infinity, .nan, 0, -0.0] {
        var changed = arguments
        changed[index] = Real(special)
        let value = expected.function(changed, precision: 80)
        if special.isNaN { #expect(value.isNaN, "\(expected.name) of not a number is \(value)") }
      }
    }
  }
}
