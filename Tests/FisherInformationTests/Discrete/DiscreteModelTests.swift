import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Syntax
import Testing

/// Lattices, circles and regressions, typed in many ways.
@Suite("Lattices, circles, regressions")
struct DiscreteModelTests {
  @Test(
    "the information is derived and verified",
    arguments: ModelCase.lattice + ModelCase.periodic + ModelCase.regressions)
  func informationIsVerified(model: ModelCase) throws {
    try model.expectVerified(digits: 25)
  }

  @Test(
    "what has no closed form comes back with its digits",
    arguments: [
      "log p(x | l, nu) = x*log(l) - nu*lfactorial(x) - log(sum(j in 0..inf, exp(j*log(l) - nu*lfactorial(j)))), "
        + "x in {0,1,2,...}, l > 0, nu > 0",
      "log p(x | r) = log(r) + lbeta(x, r+1), x in {1,2,...}, r > 0",
      "log p(k | a, b) = -a - b + (k/2)*log(a/b) + log(besseli(abs(k), 2*sqrt(a*b))), k in {...,-1,0,1,...}, a > 0, "
        + "b > 0",
      "log p(x | a, b; n) = log(binomial(n,x)) + lbeta(x+a,n-x+b) - lbeta(a,b), x in {0..n}, a > 0, b > 0, "
        + "n in {1,2,...}",
      "log p(x | u, w) = log(u^(x^(1/w)) - u^((x+1)^(1/w))), x in {0,1,2,...}, u in (0,1), w > 0",
    ])
  func numericIsAgreed(text: String) throws {
    let report = try Analysis(options: AnalysisOptions(digits: 30)).run(SourceText(name: "input", text: text))
    #expect(report.status == .numeric && report.contradictions.isEmpty)
    #expect(try #require(report.numeric.first).agreedDigits >= 28)
  }

  @Test("a sum that does not converge has no value")
  func divergentSumIsRefused() {
    let text = "log p(x | l) = x*log(l) - log(sum(j in 0..inf, l^j)), x in {0,1,2,...}, l > 1"
    #expect(throws: DiagnosticList.self) {
      try Analysis(options: AnalysisOptions(digits: 25)).run(SourceText(name: "input", text: text))
    }
  }
}
