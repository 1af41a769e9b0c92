import Calculus
import Diagnostics
import Expectation
import Syntax
import Testing

@testable import FisherInformation

/// Every kernel of the table, broken on purpose, alone and on the density that it integrates itself.
@Suite("Sabotaged kernels")
struct KernelSabotageTests {
  /// One parameter of a kernel is unknown, all other symbols have the values of a sample.
  struct Case: CustomTestStringConvertible, Sendable {
    let kernel: Kernel
    let parameter: String
    let sample: [String: String]

    var testDescription: String { "\(kernel.id), \(parameter)" }

    /// exp(logIntegrand - logIntegral) on the range of the kernel.
    var model: String {
      let conditions = kernel.conditions.map(filled).filter { $0.contains(word: parameter) }
      let parts =
        ["\(filled(kernel.logIntegrand)) - (\(filled(kernel.logIntegral)))", filled(kernel.range)] + conditions
      return "log p(\(kernel.variable) | \(parameter)) = " + parts.joined(separator: ", ")
    }

    private func filled(_ text: String) -> String {
      sample.sorted { $0.key < $1.key }.filter { $0.key != parameter }.reduce(text) { text, value in
        text.replacing(word: value.key, with: "(\(value.value))")
      }
    }
  }

  static let cases: [Case] = Kernel.standard.flatMap { kernel in
    kernel.parameters.compactMap { parameter in
      kernel.samples.first.map { Case(kernel: kernel, parameter: parameter, sample: $0) }
    }
  }

  /// The verdict with one kernel alone; nil where there is no report but an explanation.
  private func report(_ model: String, _ kernel: Kernel) -> Report? {
    let tools = DerivationTools(routes: [KernelRouteKind([kernel])])
    return try? Analysis(options: AnalysisOptions(digits: 20), tools: tools)
      .run(SourceText(name: "input", text: model))
  }

  private func status(_ model: String, _ kernel: Kernel) -> Report.Status? { report(model, kernel)?.status }

  private func information(_ report: Report?) -> [String]? {
    guard let report, let fisher = report.fisher else { return nil }
    let printer = PlainPrinter(report.store)
    return fisher.joined().map { $0.map(printer.print) ?? "" }
  }

  @Test("a kernel with a wrong integral never gives a wrong result that is verified", arguments: cases)
  func wrongIntegral(item: Case) throws {
    // Wrong at 0 as well, where a change of variable may have moved the parameter.
    let change = "\(item.parameter)/5 + \(item.parameter)^3/7"
    let broken = item.kernel.replacing(logIntegral: "\(item.kernel.logIntegral) + \(change)")
    let found = report(item.model, broken)
    // The result may not have needed the part that is broken; then it is what the sound kernel gives.
    if found?.status == .verified { #expect(information(found) == information(report(item.model, item.kernel))) }
  }

  @Test("the densities are those that the kernels integrate: sound, most of them are verified")
  func soundKernels() throws {
    let verified = Self.cases.filter { status($0.model, $0.kernel) == .verified }
    #expect(Set(verified.map(\.kernel.id)).count * 3 >= Kernel.standard.count * 2, "\(verified.map(\.testDescription))")
  }

  static let divergent = [
    ("kernel.gamma", "log p(x | b) ~ -3*log(x)/2 - b*x, x > 0, b > 0"),
    ("kernel.gamma", "log p(x | s) ~ (s - 1)*log(x) + x, x > 0, s > 0"),
    ("kernel.beta", "log p(x | b) ~ -3*log(x)/2 + (b - 1)*log(1 - x), 0 < x < 1, b > 0"),
    ("kernel.beta-prime", "log p(x | b) ~ -3*log(x)/2 - b*log(1 + x), x > 0, b > 1"),
    ("kernel.beta-prime", "log p(x | b) ~ 2*log(x) - b*log(1 + x), x > 0, 1 < b < 2"),
    ("kernel.gaussian", "log p(x | b) ~ b*x^2, x in R, b > 0"),
    ("kernel.half-line-gaussian", "log p(x | b) ~ b*x^2 - x, x > 0, b > 0"),
    ("kernel.geometric-series", "log p(k | q) ~ k*log(q), k in {0, 1, 2, ...}, q > 1"),
    ("kernel.binomial-series", "log p(k | q) ~ k*log(q) + lgamma(k + 5/2) - lfactorial(k), k in {0, 1, 2, ...}, q > 1"),
    ("kernel.logarithmic-series", "log p(k | q) ~ k*log(q) - log(k), k in {1, 2, ...}, q > 1"),
    ("kernel.polylogarithm-series", "log p(k | q) ~ k*log(q) - 3*log(k), k in {1, 2, ...}, q > 1"),
    ("kernel.lerch-series", "log p(k | q) ~ k*log(q) - 3*log(k + 1/2), k in {0, 1, 2, ...}, q > 1"),
    ("kernel.zeta-series", "log p(k | s) ~ -s*log(k), k in {1, 2, ...}, 0 < s < 1"),
    ("kernel.hurwitz-series", "log p(k | s) ~ -s*log(k + 1/2), k in {0, 1, 2, ...}, 0 < s < 1"),
    ("kernel.zeta-integral", "log p(x | a) ~ log(x) + a*x - log(exp(x) - 1), x > 0, a > 1"),
    ("kernel.zeta-integral-square", "log p(x | a) ~ 2*log(x) + a*x - 2*log(exp(x) - 1), x > 0, a > 2"),
    ("kernel.zeta-integral-cube", "log p(x | a) ~ 3*log(x) + a*x - 3*log(exp(x) - 1), x > 0, a > 3"),
    ("kernel.eta-integral", "log p(x | a) ~ log(x) + a*x - log(1 + exp(x)), x > 0, a > 1"),
    ("kernel.eta-integral-square", "log p(x | a) ~ 2*log(x) + a*x - 2*log(1 + exp(x)), x > 0, a > 2"),
    ("kernel.eta-integral-cube", "log p(x | a) ~ 3*log(x) + a*x - 3*log(1 + exp(x)), x > 0, a > 3"),
    ("kernel.reciprocal-gaussian", "log p(x | b) ~ -3*log(x)/2 - x + b/x, x > 0, b > 0"),
    ("kernel.reciprocal-gaussian", "log p(x | a) ~ -3*log(x)/2 + a*x - 1/x, x > 0, a > 0"),
    (
      "kernel.stieltjes-reciprocal-gaussian",
      "log p(x | a) ~ -3*log(x)/2 - log(1 + x) + a*x + a/x, x > 0, a > 0"
    ),
    ("kernel.bessel", "log p(x | b) ~ log(x) - x + b/x, x > 0, b > 0"),
    ("kernel.incomplete-gamma", "log p(x | a) ~ 2*log(1 + x) + a*x, x > 0, a > 0"),
    ("kernel.exponential-integral", "log p(x | a) ~ log(log(1 + x)) + a*x, x > 0, a > 0"),
    ("kernel.stieltjes-gamma", "log p(x | a) ~ -3*log(x)/2 - log(1 + x) - a*x, x > 0, a > 0"),
    ("kernel.stieltjes-gamma-square", "log p(x | a) ~ log(x)/2 - 2*log(1 + x) + a*x, x > 0, a > 0"),
  ]

  /// Those whose conditions only keep a form from its removable point, or hold of every model that is matched.
  static let harmless: Set = [
    "kernel.bessel-series", "kernel.exponential-remainder", "kernel.geometric-sum", "kernel.interval-exponential",
    "kernel.interval-gaussian",
  ]

  @Test("no kernel with conditions is left out")
  func conditionsAreCovered() {
    let conditional = Set(Kernel.standard.filter { !$0.conditions.isEmpty }.map(\.id))
    #expect(conditional.subtracting(Self.divergent.map(\.0)) == Self.harmless)
  }

  /// The continued value of an integral that diverges is no mass.
  @Test("a kernel without its conditions never gives a verified report", arguments: divergent)
  func withoutConditions(id: String, model: String) throws {
    let kernel = try #require(Kernel.standard.first { $0.id == id })
    #expect(status(model, kernel.replacing(conditions: [])) != .verified)
  }
}

extension String {
  fileprivate func contains(word: String) -> Bool { replacing(word: word, with: "") != self }

  /// The text with a whole name replaced; a name before a bracket is a function's.
  fileprivate func replacing(word: String, with other: String) -> String {
    replacing(/[A-Za-z_]\w*(\()?/) { match in
      String(match.output.0) == word ? other : String(match.output.0)
    }
  }
}
