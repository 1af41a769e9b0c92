import Multiprecision
import Numerics
import Testing

/// Integrals that do not exist are never given a number.
@Suite("Divergent integrals")
struct DivergenceTests {
  /// A density and integrands, each with the sign of its divergence: "+", "-", "?" for both, or "" for none.
  static let cases: [IntegralCase] = [
    IntegralCase(
      "cauchy", "-log(1 + x^2)", on: .line, [("1", ""), ("x", "?"), ("x^2", "+"), ("-x^2", "-"), ("abs(x)", "+")]),
    IntegralCase(
      "student, two degrees", "-3/2*log(1 + x^2/2)", on: .line, [("1", ""), ("(1 + x^2)^(1/4)", ""), ("x^2", "+")]),
    IntegralCase("uniform", "0*x", on: .unit, [("1/x", "+"), ("x^(-1/2)", ""), ("-1/(1 - x)", "-"), ("x^(-3)", "+")]),
    IntegralCase(
      "gamma, singular", "-log(x)/2 - x", on: .positive, [("1/x", "+"), ("log(x)^2", ""), ("1/x - 1", "+")]),
    IntegralCase("pareto", "-2*log(x)", on: .interval("1", nil), [("1", ""), ("x", "+"), ("log(x)^3", "")]),
    IntegralCase("no density", "-log(x)", on: .positive, [("1", "+")]),
    IntegralCase("constant on the line", "0*x", on: .line, [("1", "+"), ("exp(-x^2)", "")]),
    IntegralCase(
      "normal", "-x^2/2", on: .line, [("exp(x^2)", "+"), ("exp(x^2/2)", "+"), ("exp(x^2/4)", ""), ("1", "")]),
    IntegralCase(
      "laplace", "-abs(x)", on: .interval(nil, nil, kinks: ["0"]),
      [("1/abs(x)", "+"), ("1/x", "?"), ("log(abs(x))", "")]),
    IntegralCase("zeta", "-2*log(x)", on: .positiveIntegers, [("1", ""), ("x", "+"), ("log(x)", ""), ("-x^2", "-")]),
    IntegralCase("harmonic", "-log(x)", on: .positiveIntegers, [("1", "+")]),
    IntegralCase("growing", "x*log(2)", on: .naturals, [("1", "+")]),
    IntegralCase("growing half-line", "x", on: .positive, [("1", "+"), ("-x", "-")]),
    IntegralCase("growing line", "-x/3", on: .line, [("1", "+"), ("x", "-")]),
    IntegralCase("growing interval", "1/x", on: .unit, [("1", "+"), ("log(x)", "-")]),
    IntegralCase("two-sided", "-log(1 + x^2)", on: .lattice(nil, nil), [("1", ""), ("x", "?"), ("x^2", "+")]),
  ]

  @Test("divergence is said, with its sign", arguments: cases)
  func signs(_ known: IntegralCase) throws {
    for (estimate, (integrand, sign)) in zip(try known.estimates(digits: 30), known.values) {
      let label = "\(known.name): \(integrand)"
      switch sign {
      case "": #expect(estimate.status == .converged, "\(label)")
      case "?": #expect(estimate.status == .divergent(sign: 0), "\(label)")
      default:
        #expect(estimate.status == .divergent(sign: sign == "+" ? 1 : -1), "\(label)")
        #expect(estimate.value.isInfinite && estimate.value.isNegative == (sign == "-"), "\(label)")
        #expect(estimate.digits == 0)
      }
    }
  }
}
