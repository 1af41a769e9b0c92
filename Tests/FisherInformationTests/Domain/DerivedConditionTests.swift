import Calculus
import Diagnostics
import Expressions
import FisherInformation
import Multiprecision
import Syntax
import Testing

/// A model and the conditions that have to be derived from it.
struct ConditionCase: CustomTestStringConvertible, Sendable {
  let model: String
  /// Where the information holds.
  let conditions: [String]
  /// Where the model is regular.
  let when: [String]
  /// The information, where it has a closed form.
  var fisher: String?

  var testDescription: String { model }
}

/// Where a result holds is read off the leading powers of the integrands, and seen to fail outside.
@Suite("Derived conditions")
struct DerivedConditionTests {
  private func report(_ model: String, at point: [(name: String, value: Rational)]? = nil) throws -> Report {
    try Analysis(options: AnalysisOptions(digits: 25, point: point)).run(SourceText(name: "input", text: model))
  }

  private func texts(_ conditions: [Condition], _ report: Report) -> [String] {
    conditions.map { PlainPrinter(report.store).print($0) }
  }

  /// Models that are regular everywhere, although a form of the score has a denominator with a zero that cancels, or whose
  /// sign is not seen at once.
  static let unconditional = [
    "log p(k | s) = k*log(1-sqrt(s)/(1+sqrt(s))) + log(sqrt(s)/(1+sqrt(s))), k in {0,1,2,...}, s > 0",
    "log p(y | t) = -log(1+exp(-t))*y + log(log(1+exp(-t))), y > 0, t in R",
    "log p(x | m; h) = -log(arctan(h+m) + arctan(h-m)) - log(1+(x-m)^2), -h < x < h, m in R, h > 0",
    // A regression: a normaliser that was found, which is positive, was said to have to differ from 0.
    "log p(x | l) ~ log(1+x) - l*x, 0 < x < 2, l > 0", "log p(x | m) ~ m*x - x^2/2, -1 < x < 2",
  ]

  /// A regression: s = 1 was said to be a point without a derivative, and log(1 + exp(t)) > t to be asked for.
  @Test("zeros of denominators that cancel are no conditions", arguments: unconditional)
  func regularEverywhere(model: String) throws {
    let report = try report(model)
    #expect(report.regularity.extent == .always && report.regularity.conditions.isEmpty, "\(report.regularity)")
    #expect(report.conditions.isEmpty, "\(texts(report.conditions, report))")
  }

  /// A regression: the even function of a root of a sum of squares was said to have no derivative where that is 0, and so was
  /// a geometric sum where its ratio is 1; the root itself has none.
  @Test(
    "a formula without value where the density is smooth leaves the model regular",
    arguments: [
      ("log p(x | a, b) ~ a*cos(x) + b*sin(x), -pi < x < pi", "a^2 + b^2 != 0", true),
      ("log p(x | a, b) = -(x - cosh(sqrt(a^2+b^2)))^2/2 - log(2*pi)/2, x in R", "a^2 + b^2 != 0", true),
      ("log p(x | t; n) ~ t*x, x in {0..n}, n in {1,2,...}", "t != 0", true),
      ("log p(x | a, b) = -(x - sqrt(a^2+b^2))^2/2 - log(2*pi)/2, x in R", "a^2 + b^2 != 0", false),
      ("log p(x | t) = -(x - abs(t)^(4/3))^2/2 - log(2*pi)/2, x in R", "t != 0", false),
    ])
  func removablePoints(model: String, condition: String, isRegular: Bool) throws {
    let report = try report(model)
    #expect((report.regularity.extent == .always) == isRegular, "\(report.regularity)")
    #expect(texts(report.conditions, report) == [condition])
    #expect(texts(report.regularity.conditions, report) == (isRegular ? [] : [condition]))
  }

  /// Models whose mean has a kink or an infinite slope at t = 0, beside the other variable.
  static let kinked = [
    "log p(x,y|t) = -x - (y-sqrt(t^2*x+t^2))^2/2 - log(2*pi)/2, x>0, y in R, t in R",
    "log p(x,y|t) = -x - (y-(t*x+t)^(2/3))^2/2 - log(2*pi)/2, x>0, y in R, t>=0",
  ]

  @Test("zeros of denominators that hold observations are conditions", arguments: kinked)
  func conditionsBesideObservations(model: String) throws {
    let report = try report(model)
    #expect(report.regularity.extent == .when && texts(report.regularity.conditions, report) == ["t != 0"])
  }

  /// A regression: said to be regular on the whole domain, or nowhere if a point that was tried is such an integer.
  @Test(
    "a discrete support that loses a point at single values of a parameter is regular at the others",
    arguments: [
      ("p(x | a, l) = exp(-l)*l^x/x!*(x-a)^2/(l+(l-a)^2), x in {0,1,2,...}, l > 0, a > 0", "a != x"),
      ("p(x | a) ~ (x-a)^2, x in {0..3}", "a != x"), ("p(x | a, b) ~ (x-a-b)^2, x in {0..3}", "a != x - b"),
    ])
  func lostPoints(model: String, condition: String) throws {
    let report = try report(model)
    #expect(report.status == .verified && report.regularity.extent == .when)
    #expect(texts(report.regularity.conditions, report) == [condition])
  }

  /// A regression: what was said of the whole domain held inside it only; the ends are left out once.
  @Test(
    "an end that belongs to the domain is left out of what is regular",
    arguments: [
      ("f(x | m, k) = exp(k*cos(x-m))/(2*pi*besseli(0,k)), -pi<x<pi", "k != 0"),
      ("f(x | l) = exp(-(x+l)/2)/2*besseli(0,sqrt(l*x)), x>0", "l != 0"),
      ("f(x | s) = exp(-x^2/(2*s))/sqrt(2*pi*s), x in R, s >= 1", "s != 1"),
    ])
  func closedEnds(model: String, condition: String) throws {
    let report = try report(model)
    #expect(report.regularity.extent == .when && texts(report.regularity.conditions, report) == [condition])
  }

  /// A regression: the substituted integrand lost the digits with which its divergence is seen, and the report contradicted
  /// itself; next to a bar it lost them as well, and there was no report.
  @Test(
    "a density that vanishes like a line at a moving end is irregular",
    arguments: [
      "f(x | a, b) = 6*(x-a)*(b-x)/(b-a)^3, a < x < b, a < b", "f(x | t) = (t-abs(x))/t^2, -t < x < t, t > 0",
      "f(x | t) = 1 - abs(x-t), t-1 < x < t+1", "f(x | t) = cos(x-t)/2, t - pi/2 < x < t + pi/2",
      // A regression: 1/(cos(x/s)^2 - 1) in the second derivative had no finite value next to 0.
      "f(x | s) = sin(x/s)/(2*s), 0 < x < pi*s, s > 0", "f(x | t) = pi/(2*t)*sin(pi*x/t), 0 < x < t, t > 0",
    ])
  func linearEnds(model: String) throws {
    let report = try report(model)
    #expect(report.status == .irregular && report.contradictions.isEmpty, "\(report.contradictions)")
  }

  /// A regression: a form of the score divided by sin(x), which is 0 inside the support.
  @Test("a score has no zeros of the sine below the line")
  func sineBelowTheLine() throws {
    let report = try report("f(x | b; a) = (1 + a*cos(x) + b*sin(x))/(2*pi), 0 < x < 2*pi, a^2 + b^2 < 1")
    #expect(report.status == .verified && report.regularity.extent == .always)
    #expect(PlainPrinter(report.store).print(report.score[0]) == "sin(x)/(1 + a*cos(x) + b*sin(x))")
  }

  /// A regression: the conjugate of a sum with a root of 2 brought poles that the score has not.
  @Test("a score has no conjugates below the line")
  func rootsBelowTheLine() throws {
    let report = try report("p(x | w) = (1-w)*exp(-x^2/2)/sqrt(2*pi) + w/(pi*(1+x^2)), x in R, 0 < w < 1")
    let score = PlainPrinter(report.store).print(report.score[0])
    #expect(report.status == .numeric)
    #expect(score.hasSuffix("/(pi*sqrt(2)*(1 - w)*(1 + x^2) + 2*w*sqrt(pi)*exp(x^2/2))"), "\(score)")
  }

  static let cases = [
    ConditionCase(
      model: "log p(x | m; k) = (k-1)*log(x-m) - (x-m) - lgamma(k), x > m, k > 0", conditions: ["k > 2"],
      when: ["k > 2"], fisher: "1/(k - 2)"),
    ConditionCase(
      model: "log q(t | c; r) = (r-1)*log(c-t) + t - c - lgamma(r), t < c, r > 1/2", conditions: ["r > 2"],
      when: ["r > 2"], fisher: "1/(r - 2)"),
    ConditionCase(
      model: "log p(x | m; b) = log(b) - log(2) - lgamma(1/b) - abs(x-m)^b, x in R, b > 0", conditions: ["b > 1/2"],
      when: ["b > 1"], fisher: "b^2*gamma(2 - 1/b)/gamma(1/b)"),
    ConditionCase(
      model: "log p(x | m, k) = log(k) + (k-1)*log(x-m) - (x-m)^k, x > m, k > 0", conditions: ["k > 2"],
      when: ["k > 2"]),
    ConditionCase(
      model: "log p(x | m, s; xi) = -log(s) - (1+1/xi)*log(1+xi*(x-m)/s) - (1+xi*(x-m)/s)^(-1/xi), "
        + "1 + xi*(x-m)/s > 0, xi < 0, s > 0", conditions: ["xi > -1/2"], when: ["xi > -1/2"]),
    ConditionCase(
      model: "log p(x | t; a, b) = (a-1)*log(x) + (b-1)*log(t-x) - (a+b-1)*log(t) - lbeta(a,b), 0 < x < t, t > 0, "
        + "a > 0, b > 0", conditions: ["b > 2"], when: ["b > 2"]),
  ]

  @Test("are those of the whole integrands", arguments: cases)
  func conditions(expected: ConditionCase) throws {
    let report = try report(expected.model)
    #expect(report.status == .verified || report.status == .numeric)
    #expect(texts(report.conditions, report) == expected.conditions)
    #expect(texts(report.regularity.conditions, report) == expected.when)
    #expect(report.regularity.extent == .when)
    if let fisher = expected.fisher {
      #expect(report.status == .verified)
      let entry = try #require(report.fisher?[0][0])
      #expect(PlainPrinter(report.store).print(entry) == fisher)
    }
  }

  @Test("are seen to fail outside", arguments: cases)
  func failureOutside(expected: ConditionCase) throws {
    let report = try report(expected.model)
    let printer = PlainPrinter(report.store)
    for condition in expected.conditions + expected.when {
      let reason = try #require(report.regularity.reasons.first { $0.condition.text(printer) == condition })
      let detail = reason.detail.text(printer)
      #expect(detail.hasPrefix("outside, at "), "\(detail)")
    }
  }

  @Test("are not asked for where everything holds on the declared domain")
  func noCondition() throws {
    let kumaraswamy = "log p(x | a, b) = log(a*b) + (a-1)*log(x) + (b-1)*log(1-x^a), 0 < x < 1, a > 0, b > 0"
    let shifted = "log p(x | m; k) = (k-1)*log(x-m) - (x-m) - lgamma(k), x > m, k > 2"
    for model in [kumaraswamy, shifted] {
      let report = try report(model)
      #expect(report.conditions.isEmpty)
      #expect(report.regularity.extent == .always)
      #expect(report.status == .verified)
    }
  }

  @Test("make a point outside irregular, and leave the information where only the Hessian fails")
  func pointOutside() throws {
    let cusp = "log p(x | m; b) = log(b) - log(2) - lgamma(1/b) - abs(x-m)^b, x in R, b > 0"
    let between = try report(cusp, at: [("m", Rational(0)), ("b", Rational(2, 3))])
    #expect(between.status == .irregular)
    #expect(between.fisher?[0][0] != nil)
    let below = try report(cusp, at: [("m", Rational(0)), ("b", Rational(1, 3))])
    #expect(below.status == .irregular)
    #expect(below.fisher?[0][0] == nil)
    #expect(texts(below.regularity.conditions, below) == ["b > 1"])
  }
}
