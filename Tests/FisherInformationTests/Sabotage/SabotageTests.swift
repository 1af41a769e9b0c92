import Calculus
import Diagnostics
import Expectation
import Expressions
import Syntax
import Testing

@testable import FisherInformation

/// What is broken on purpose must not come out as verified.
@Suite("Sabotage")
struct SabotageTests {
  private func report(_ model: String, _ tools: DerivationTools) throws -> Report {
    try Analysis(options: AnalysisOptions(digits: 30), tools: tools).run(SourceText(name: "input", text: model))
  }

  /// A kernel of the table with its log-integral changed.
  private func tools(breaking id: String, adding text: String) -> DerivationTools {
    let table = Kernel.standard.map { kernel in
      kernel.id == id ? kernel.replacing(logIntegral: "\(kernel.logIntegral) + \(text)") : kernel
    }
    return DerivationTools(routes: [KernelRouteKind(table)])
  }

  static let models = [
    ("kernel.gamma", "log(s)", "log p(x | a, b) = a*log(b) - lgamma(a) + (a-1)*log(x) - b*x, x > 0, a > 0, b > 0"),
    ("kernel.gaussian", "b/7", "log p(x | m, v) = -(x^2 - 2*m*x + m^2)/(2*v) - log(2*pi*v)/2, x in R, v > 0"),
    ("kernel.beta", "s/100", "log p(x | a, b) = (a-1)*log(x) + (b-1)*log(1-x) - lbeta(a,b), 0 < x < 1, a > 0, b > 0"),
    ("kernel.exponential-series", "c/5", "log p(x | m) = x*log(m) - m - lfactorial(x), x in {0,1,2,...}, m > 0"),
  ]

  @Test("a kernel with a wrong factor never gives a verified report", arguments: models)
  func wrongKernel(id: String, change: String, model: String) throws {
    let sound = try report(model, DerivationTools(routes: [KernelRouteKind()]))
    #expect(sound.status == .verified)
    let broken = try report(model, tools(breaking: id, adding: change))
    #expect(broken.status != .verified)
    #expect(!broken.contradictions.isEmpty)
  }

  /// A rule without its condition.
  struct Unconditional: RewriteRule, CustomTestStringConvertible {
    let id: String
    let rewriting: @Sendable (Expr, ExpressionStore) -> Expr?

    var testDescription: String { id }

    func rewrite(_ e: Expr, _ context: RewriteContext) -> Rewriting? {
      rewriting(e, context.store).map { Rewriting($0) }
    }
  }

  /// Rules that hold for positive bases only, with models that have others, and rules that never hold.
  static let rules: [(rule: Unconditional, model: String)] = [
    (
      Unconditional(id: "sqrt(a^2) = a") { e, store in
        guard store.op(e) == .power, store.baseAndExponent(e).1 == store.half else { return nil }
        let (inner, exponent) = store.baseAndExponent(store.baseAndExponent(e).0)
        return exponent == store.two ? inner : nil
      }, "log p(x | t) = -(x - t - sqrt(t^2))^2/2 - log(2*pi)/2, x in R"
    ),
    (
      Unconditional(id: "abs(a) = a") { e, store in
        store.op(e) == .call && store.functionName(e) == "abs" ? store.operands(e)[0] : nil
      }, "log p(x | t) = -(x - t - abs(t))^2/2 - log(2*pi)/2, x in R, t in R"
    ),
    (
      Unconditional(id: "log(a^2) = 2*log(a)") { e, store in
        guard store.op(e) == .call, store.functionName(e) == "log" else { return nil }
        let (base, exponent) = store.baseAndExponent(store.operands(e)[0])
        return exponent == store.two ? store.product([store.two, store.call("log", [base])]) : nil
      }, "log p(x | t) = -(x - log(t^2)^2)^2/2 - log(2*pi)/2, x in R, t < 0"
    ),
    (
      Unconditional(id: "log(a*b) = log(a) + log(b)") { e, store in
        guard store.op(e) == .call, store.functionName(e) == "log" else { return nil }
        let factors = store.factors(store.operands(e)[0])
        return factors.count > 1 ? store.sum(factors.map(store.log)) : nil
      }, "log p(x | a, b) = -(x - log(a*b))^2/2 - log(2*pi)/2, x in R, a < 0, b < 0"
    ),
    (
      Unconditional(id: "(a^b)^c = a^(b*c)") { e, store in
        guard store.op(e) == .power else { return nil }
        let (base, outer) = store.baseAndExponent(e)
        guard store.op(base) == .power else { return nil }
        let (inner, exponent) = store.baseAndExponent(base)
        return store.power(inner, store.product([exponent, outer]))
      }, "log p(x | t) = -(x - (t^2)^(3/2))^2/2 - log(2*pi)/2, x in R"
    ),
    (
      Unconditional(id: "lgamma(a + 1) = lgamma(a)") { e, store in
        guard store.op(e) == .call, store.functionName(e) == "lgamma" else { return nil }
        let argument = store.operands(e)[0]
        guard store.terms(argument).contains(store.one) else { return nil }
        return store.call("lgamma", [store.difference(argument, store.one)])
      }, "log p(x | a) = a*log(x) - x - lgamma(a + 1), x > 0, a > 0"
    ),
    (
      Unconditional(id: "exp(a + b) = exp(a) + exp(b)") { e, store in
        guard store.op(e) == .call, store.functionName(e) == "exp" else { return nil }
        let terms = store.terms(store.operands(e)[0])
        return terms.count > 1 ? store.sum(terms.map(store.exp)) : nil
      }, "log p(x | a, b) = -(x - exp(a + b))^2/2 - log(2*pi)/2, x in R"
    ),
  ]

  @Test("a rule without its condition never gives a verified report", arguments: rules)
  func ruleWithoutCondition(rule: Unconditional, model: String) throws {
    // A rule may leave nothing to report on: that is no verdict either.
    let broken = try? report(model, DerivationTools(furtherRules: [rule]))
    #expect(broken?.status != .verified)
    let sound = try report(model, DerivationTools())
    #expect(sound.contradictions.isEmpty)
  }
}
