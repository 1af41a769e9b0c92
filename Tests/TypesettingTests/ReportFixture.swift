import Calculus
import Expressions
import Multiprecision
import Syntax

/// Reports put together by hand, with the shapes that an analysis gives.
struct ReportFixture {
  let store = ExpressionStore()

  struct Accepting: EqualityOracle {
    func verdicts(on pairs: [(Expr, Expr)]) -> [EqualityVerdict] { pairs.map { _ in .agrees } }
  }

  func expression(_ text: String) throws -> Expr { try store.parse(text) }

  private func matrix(_ rows: [[String]]) throws -> [[Expr]] {
    try rows.map { row in try row.map { try expression($0) } }
  }

  /// One parameter, verified, with a derivation of two lines.
  func oneParameter() throws -> Report {
    let theta = store.symbol("theta")
    let support = try [store.parseCondition("x in {0, 1}")]
    let domain = try [store.parseCondition("theta > 0"), store.parseCondition("theta < 1")]
    var report = Report(
      store: store,
      setting: .init(
        observed: [store.symbol("x")], support: support, supportInferred: true, parameters: [theta], known: [],
        domains: [(theta, domain, true)], logDensity: try expression("x*log(theta) + (1-x)*log(1-theta)")))
    let information = try expression("1/(theta*(1-theta))")
    report.status = .verified
    report.score = [try expression("x/theta - (1-x)/(1-theta)")]
    report.hessian = [[try expression("-x/theta^2 - (1-x)/(1-theta)^2")]]
    report.moments.expectedScore = [store.zero]
    report.moments.expectedScoreOuter = [[information]]
    report.moments.covarianceOfScore = [[information]]
    report.moments.expectedNegativeHessian = [[information]]
    report.fisher = [[information]]
    report.entryStatus = [[.verified]]
    report.firstBartlett = .proved
    report.secondBartlett = .proved
    report.structure.rank = 1
    report.structure.cramerRao = [[try expression("theta*(1-theta)")]]
    report.notes = ["`x` is the only symbol for which the density normalises"]
    report.numeric = [point(theta, Rational(2, 5), 50), point(theta, Rational(1, 7), 20)]
    report.derivations = try Derivation.checked([try derivation()], in: store, by: Accepting())
    return report
  }

  private func point(_ symbol: Expr, _ value: Rational, _ digits: Int) -> Report.NumericPoint {
    let number = "4.1666666666666666666666666666666666666666666666667"
    return .init(
      at: [(symbol, value)], digits: digits, normalizer: "1", expectedScore: ["0"], expectedScoreOuter: [[number]],
      covarianceOfScore: [[number]], expectedNegativeHessian: [[number]], closedForm: [[number]], agreedDigits: digits)
  }

  /// E[s^2] by a sum, a tidying step and a last step under a condition.
  private func derivation() throws -> Derivation {
    let subject = store.call("expectation", [try expression("(x/theta - (1-x)/(1-theta))^2")])
    var derivation = Derivation(.expectedScoreOuter(0, 0), from: subject)
    let steps: [(id: String, sentence: String, isMinor: Bool, after: String, condition: String?)] = [
      ("expectation.finite-sum", "by summing over {points}", false, "theta/theta^2 + (1-theta)/(theta-1)^2", nil),
      ("simplify.powers", "collecting powers", true, "1/theta + 1/(1-theta)", nil),
      ("simplify.together", "over a common denominator", false, "1/(theta*(1-theta))", "theta < 1"),
    ]
    for step in steps {
      let after = try expression(step.after)
      let conditions = try step.condition.map { [try store.parseCondition($0)] } ?? []
      let points = store.symbol("x")
      let source = step.isMinor ? nil : "source of \(step.id)"
      let rule = Rule(id: step.id, sentence: step.sentence, source: source, isMinor: step.isMinor) { _ in
        Rewriting(after, bindings: [.init("points", points)], conditions: conditions)
      }
      derivation.apply(rule, in: store)
    }
    return derivation
  }

  /// Two parameters, one entry without a closed form, orthogonal, regular on a part of the domain.
  func twoParameters() throws -> Report {
    let names = [store.symbol("alpha"), store.symbol("beta")]
    let domains = try ["alpha > 0", "beta > 0"].map { [try store.parseCondition($0)] }
    var report = Report(
      store: store,
      setting: .init(
        observed: [store.symbol("x")], support: [try store.parseCondition("x > 0")], supportInferred: false,
        parameters: names, known: [], domains: [(names[0], domains[0], false), (names[1], domains[1], false)],
        logDensity: try expression("alpha*log(beta) - lgamma(alpha) + (alpha-1)*log(x) - beta*x")))
    report.status = .numeric
    report.score = try ["log(beta) - digamma(alpha) + log(x)", "alpha/beta - x"].map { try expression($0) }
    report.hessian = try matrix([["-trigamma(alpha)", "1/beta"], ["1/beta", "-alpha/beta^2"]])
    report.moments.expectedScore = [store.zero, store.zero]
    report.fisher = try matrix([["trigamma(alpha)", "-1/beta"], ["-1/beta", "alpha/beta^2"]])
    report.fisher?[0][0] = nil
    report.entryStatus = [[.numeric, .verified], [.verified, .verified]]
    report.firstBartlett = .proved
    report.secondBartlett = .agrees
    report.regularity.extent = .when
    report.regularity.conditions = [try store.parseCondition("alpha > 2")]
    report.regularity.reasons = [.init(condition: "alpha <= 2", detail: "the second moment of the score is infinite")]
    report.conditions = [try store.parseCondition("alpha > 2")]
    report.structure.rank = 2
    report.structure.orthogonal = [(0, 1)]
    return report
  }

  /// One parameter whose support moves with it.
  func irregular() throws -> Report {
    let theta = store.symbol("theta")
    var report = Report(
      store: store,
      setting: .init(
        observed: [store.symbol("x")], support: try ["x > 0", "x < theta"].map { try store.parseCondition($0) },
        supportInferred: false, parameters: [theta], known: [],
        domains: [(theta, [try store.parseCondition("theta > 0")], true)], logDensity: try expression("-log(theta)")))
    report.status = .irregular
    report.score = [try expression("-1/theta")]
    report.hessian = [[try expression("1/theta^2")]]
    report.moments.expectedScore = [try expression("-1/theta")]
    report.moments.expectedScoreOuter = [[try expression("1/theta^2")]]
    report.moments.expectedNegativeHessian = [[try expression("-1/theta^2")]]
    report.firstBartlett = .fails
    report.secondBartlett = .fails
    report.entryStatus = [[.irregular]]
    report.regularity.extent = .never
    report.regularity.reasons = [.init(condition: "0 < x < theta", detail: "the support depends on theta")]
    return report
  }
}
