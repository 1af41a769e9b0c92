import Multiprecision
import Numerics
import Testing

/// What can't be had is said: by fewer digits, or by an error.
@Suite("Limits and errors of quadrature")
struct HonestyTests {
  /// A kink that nobody declared: the rule converges slowly, and claims no more digits than it has.
  @Test("an undeclared kink costs digits, which are not claimed", arguments: ["abs(x - 1/3)", "sqrt(abs(x - 1/3))"])
  func undeclaredKink(integrand: String) throws {
    let range = IntegralCase.Range.interval("0", "1")
    let split = IntegralCase.Range.interval("0", "1", kinks: ["1/3"])
    let rough = try IntegralCase("kink", "0*x", on: range, [(integrand, "0")]).estimates(digits: 50)[0]
    let exact = try IntegralCase("kink", "0*x", on: split, [(integrand, "0")]).estimates(digits: 50)[0]
    #expect(exact.status == .converged)
    #expect(rough.status == .limit && rough.digits < 50)
    #expect((rough.value - exact.value).magnitude.exponent10 < rough.absoluteErrorExponent10)
  }

  @Test("a jump that nobody declared never looks like convergence")
  func undeclaredJump() throws {
    let integrand = "(1 + (x - 1/3)/abs(x - 1/3))/2"
    let rough = try IntegralCase("jump", "-x", on: .positive, [(integrand, "0")]).estimates(digits: 30)[0]
    #expect(rough.status == .limit)
    let error = (rough.value - Real("0.71653131057378925", precision: 64)!).magnitude
    #expect(error.exponent10 < rough.absoluteErrorExponent10)
  }

  @Test("an integrand that is undefined inside the support is reported with the node")
  func undefinedIntegrand() throws {
    let known = IntegralCase("square root", "0*x", on: .unit, [("x", "1/2"), ("sqrt(x - 1/2)", "0")])
    #expect {
      _ = try known.estimates(digits: 20)
    } throws: { error in
      guard case UndefinedIntegrand.integrand(1, variable: "x", at: _) = error else { return false }
      return true
    }
  }

  @Test("an undefined log-density is reported")
  func undefinedDensity() throws {
    let known = IntegralCase("logarithm", "log(x) - x^2", on: .line, [("1", "0")])
    #expect(throws: UndefinedIntegrand.self) { try known.estimates(digits: 20) }
  }

  @Test(
    "bounds out of order, or no integers, are reported",
    arguments: [IntegralCase.Range.interval("1", "0"), .lattice("3", "1"), .lattice("1/2", nil)])
  func badBounds(range: IntegralCase.Range) throws {
    let known = IntegralCase("bounds", "-x", on: range, [("1", "0")])
    #expect(throws: UndefinedIntegrand.bounds(variable: "x")) { try known.estimates(digits: 20) }
  }

  /// A regression: growth up to 2^40 was taken for divergence.
  @Test("a sum whose largest term lies beyond the integers that are looked at is not said to be infinite")
  func farMode() throws {
    let known = IntegralCase(
      "far mode", "log(x + 1) - x*log(1 + 2*exp(-88)) - 2*log(1 + exp(88)/2)", on: .naturals, [("1", "0")])
    #expect(try known.estimates(digits: 20)[0].status == .limit)
  }

  @Test("work and time are limited")
  func limits() throws {
    let known = IntegralCase("normal", "-x^2", on: .line, [("1", "sqrt(pi)")])
    #expect(throws: LimitReached.evaluations(20)) {
      try known.estimates(digits: 50, limits: WorkLimits(maximumEvaluations: 20))
    }
    #expect(throws: LimitReached.time) {
      try known.estimates(digits: 50, limits: WorkLimits(isExpired: { true }))
    }
    #expect(throws: LimitReached.time) {
      try known.estimates(digits: 50, limits: WorkLimits(deadline: .now))
    }
  }

  @Test("inert functions and unknown symbols have no value")
  func inertFunctions() {
    let inert = IntegralCase("inert", "-x", on: .positive, [("expectation(x)", "0")])
    #expect(throws: TapeError.functionWithoutEvaluator("expectation")) { try inert.estimates(digits: 20) }
    let unbound = IntegralCase("unbound", "-x", on: .positive, [("x*unknown", "0")])
    #expect(throws: TapeError.unboundSymbol("unknown")) { try unbound.estimates(digits: 20) }
    let closed = IntegralCase("closed", "-x", on: .positive, [("1", "expectation(2)")])
    #expect(throws: TapeError.functionWithoutEvaluator("expectation")) { try closed.expected(digits: 20) }
  }

  @Test("digits may be counted from another scale")
  func otherScales() throws {
    let known = IntegralCase("odd", "-x^2/2", on: .line, [("x", "0"), ("1", "sqrt(2*pi)")])
    let found = try known.estimates(digits: 30)
    #expect(found[0].isIndistinguishableFromZero && !found[1].isIndistinguishableFromZero)
    #expect(found[0].digits >= 30)
    #expect(found[0].digits(relativeTo: Real(2)) >= 30)
    #expect(found[0].digits(relativeTo: Real(2e-20)) == found[0].digits(relativeTo: Real(2)) - 20)
  }

  @Test("a density that is nowhere positive gives no digits")
  func noMass() throws {
    let known = IntegralCase("nothing", "log(0*x)", on: .unit, [("1", "0"), ("x", "0")])
    for estimate in try known.estimates(digits: 20) {
      #expect(estimate.status == .limit && estimate.digits == 0)
    }
  }
}
