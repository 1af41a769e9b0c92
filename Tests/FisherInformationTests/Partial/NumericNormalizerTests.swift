import Calculus
import Diagnostics
import FisherInformation
import Multiprecision
import Syntax
import Testing

/// Densities up to a normaliser that has no closed form: the normaliser is integrated, the information a covariance.
@Suite("Normalisers without closed form")
struct NumericNormalizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let model: String
    let at: [(name: String, value: Rational)]
    /// Rows of the information, from sums and integrals of mpmath.
    let information: [[Double]]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "gamma cut off at 1", model: "log p(x | a) ~ (a-1)*log(x) - x, 0 < x < 1, a > 0", at: [("a", 2)],
      information: [[0.328_658_450_856_62]]),
    Case(
      name: "quartic exponent", model: "log p(x | a, b) ~ -a*x^4 - b*x^2, x in R, a > 0, b > 0",
      at: [("a", 2), ("b", 1)],
      information: [[0.031_052_385_172_45, 0.034_301_129_002_47], [0.034_301_129_002_47, 0.045_774_144_605_53]]),
    Case(
      name: "normal on the integers", model: "log p(x | a) ~ -a*x^2, x in {...,-1,0,1,...}, a > 0", at: [("a", 2)],
      information: [[0.175_116_711_519_99]]),
    Case(
      name: "logarithmic up to a known n, its normaliser a sum",
      model: "log p(x | a; n) = x*log(a) - log(x+1) - log(sum(j in 0..n, a^j/(j+1))), x in {0..n}, a > 0, "
        + "n in {1,2,...}",
      at: [("a", 2), ("n", 2)], information: [[0.1725]]),
    Case(
      name: "Conway-Maxwell-Poisson",
      model: "log p(x | l, n) ~ x*log(l) - n*lfactorial(x), x in {0,1,2,...}, l > 0, n > 0",
      at: [("l", 2), ("n", Rational(3, 2))],
      information: [[0.268_451_553_821_6, -0.373_157_100_160_2], [-0.373_157_100_160_2, 0.640_957_312_444_2]]),
  ]

  /// The mean of the Hessian takes second differences of the integrated mass, the covariance none.
  @Test("give the information by two ways that agree", arguments: cases)
  func information(_ test: Case) throws {
    let options = AnalysisOptions(digits: 30, point: test.at)
    let report = try Analysis(options: options).run(SourceText(name: "input", text: test.model))
    #expect(report.status == .numeric)
    #expect(report.firstBartlett == .agrees)
    let numbers = try #require(report.numeric.first)
    #expect(numbers.agreedDigits >= 20)
    for (i, row) in test.information.enumerated() {
      for (j, expected) in row.enumerated() {
        for matrix in [numbers.covarianceOfScore, numbers.expectedNegativeHessian] {
          let value = try #require(Double(matrix[i][j]))
          #expect(abs(value - expected) < 1e-12, "entry \(i), \(j)")
        }
      }
    }
  }

  /// A regression: the mean of the derivative of the kernel, beyond 10^100000 here, was taken for 0.
  @Test("are no reason for a false disagreement where a mean is beyond the numbers that are reckoned with")
  func meansBeyondAllBounds() throws {
    let model = """
      log p(k | t, a) ~ -log(k) - log(1-k) - exp(2*a)*(log(k/(1-k)) - log(t/(1-t))) \
      - 2*log(1 + exp(-exp(2*a)*(log(k/(1-k)) - log(t/(1-t))))) + 2*a, 0 < k < 1, 0 < t < 1, a in R
      """
    let point = [(name: "t", value: Rational(6, 7)), (name: "a", value: Rational(23, 3))]
    do {
      let report = try Analysis(options: AnalysisOptions(digits: 15, point: point)).run(
        SourceText(name: "input", text: model))
      #expect(report.status != .irregular)
    } catch {
      #expect(error.diagnostics.map(\.id) == ["limit.magnitude"])
    }
  }

  @Test("leave the information as a covariance")
  func unresolved() throws {
    let report = try Analysis(options: AnalysisOptions(digits: 15)).run(
      SourceText(name: "input", text: "log p(x | a) ~ a/(1-a)*log(1 + x^4) - x^2, x > 0, 0 < a < 1"))
    #expect(
      report.unresolved.map { $0.map { $0.map(PlainPrinter(report.store).print) } } == [
        ["(expectation(log(1 + x^4)^2) - expectation(log(1 + x^4))^2)/(1 - a)^4"]
      ])
  }

  /// Leibniz's rule has a boundary term there, which the moments do not see.
  @Test(
    "are not differentiated under the integral where support or kinks move with a parameter",
    arguments: ["log p(x | t) ~ -x^4, x > t, t > 0", "log p(x | t) ~ -abs(x - t) - x^4, x in R, t in R"])
  func moving(model: String) throws {
    let report = try Analysis(options: AnalysisOptions(digits: 15)).run(SourceText(name: "input", text: model))
    #expect(report.status == .undecided || report.status == .irregular)
    #expect(report.unresolved.isEmpty)
  }
}
