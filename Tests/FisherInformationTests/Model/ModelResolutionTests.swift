import Calculus
import Diagnostics
import Expressions
import Multiprecision
import Syntax
import Testing

@testable import FisherInformation

/// How typed models are understood: observed variables, supports, parameters, domains, and what is refused.
struct ModelResolutionTests {
  /// A model and how it is understood; lists are written with `; ` between their members.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let observed: String
    let parameters: String
    let known: String
    let domains: String
    var testDescription: String { text }

    init(_ text: String, _ observed: String, _ parameters: String, known: String = "", domains: String = "") {
      self.text = text
      self.observed = observed
      self.parameters = parameters
      self.known = known
      self.domains = domains
    }
  }

  @Test(arguments: understood)
  func understanding(_ test: Case) throws {
    let model = try Self.resolved(test.text)
    let printer = PlainPrinter(model.store)
    func list(_ symbols: [Expr]) -> String { symbols.map(printer.print).joined(separator: "; ") }
    let observed = model.observed.map { printer.print(Condition.membership($0.symbol, $0.range)) }
    #expect(observed.joined(separator: "; ") + (model.supportInferred ? " inferred" : "") == test.observed)
    #expect(list(model.parameters) == test.parameters)
    #expect(list(model.known) == test.known)
    let domains = model.domains.map { domain in
      domain.conditions.map(printer.print).joined(separator: " and ") + (domain.isInferred ? " inferred" : "")
    }
    #expect(domains.joined(separator: "; ") == test.domains)
    for domain in model.domains where domain.isInferred {
      let name = printer.print(domain.symbol)
      #expect(
        model.notes.contains { $0.text(printer).contains(name) }, "nothing is inferred silently")
    }
    #expect(!model.samplePoints.points(upTo: 4).isEmpty)
  }

  static let refused: [(text: String, id: String, message: String)] = [
    // A regression: the mass is 1 at most points, but not between the zeros of the mean.
    ("f(x | m) = sqrt(1/(2*pi*x^3))*exp(-(x-m^2+m/10)^2/(2*(m^2-m/10)^2*x)), x > 0", "model.mass", "over `x > 0`"),
    ("log p = -x^2/2", "model.mass", "`sqrt(2*pi)` = 2.50663 over `x in R`"),
    ("log p(x | theta) = -x/theta, x > 0, theta > 0", "model.mass", "`theta` over `x > 0`"),
    ("log p = -log(2*pi)/2 - x^2/2", "model.no-parameter", "no parameter"),
    ("log p(x) = -log(2*pi)/2 - (x-mu)^2/2, known mu", "model.no-parameter", "no parameter"),
    ("log p(x | k) = log(k) + (k-1)*log(x), 0 < x < 1, k in {1,2,3}", "model.lattice-parameter", "`k`"),
    (
      "log p(k | p, n) = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}", "model.lattice-parameter",
      "it bounds the support"
    ),
    // A regression: the mass over 0 < k < 1 was complained of.
    ("p(k | n, p) = binomial(n,k)*p^k*(1-p)^(n-k)", "model.lattice-parameter", "it bounds the support"),
    ("log p = log(theta) - theta*x, x > 0, theta < 0", "model.not-real", "`log(theta)`"),
    ("log p = theta*x, x > 0, theta > 0", "model.not-integrable", "no finite mass over `x > 0`"),
    ("log p ~ theta, x in R", "model.not-integrable", "no finite mass"),
    ("log p ~ theta*x, x in {0,1,2,...}, theta > 0", "model.not-integrable", "no finite mass"),
    ("log p(x, y | a) = -2*log(a), x > 0, y > 0, x + y < a", "model.mass", "over `x > 0, y > 0, x + y < a`, not 1"),
    ("p = theta*exp(-theta*x) + 1, x > 0", "model.not-integrable", "no finite mass"),
    ("log p(x | a, b) = -log(b-a), a < x < b, b < a", "model.empty-support", "no value"),
    ("log p(x | a, b) = -x, x > 0, a < b, b < c, c < a, known c", "model.contradiction", "together"),
    ("log p(x | xi) = -(1+1/xi)*log(1+xi*x), 1 + xi*x > 0", "model.support-side", "sign of `xi`"),
    ("log p(x | a, b) = -x, x > a, x > b", "model.support-shape", "lower bounds"),
    ("log p(k | q) ~ k*log(q), k in {0,1,2,...}, k^2 < 8, q > 0", "model.support-shape", "linearly"),
    ("log p(x | a) = -a*x, x^3 < 1", "model.support-shape", "linearly"),
    ("log p ~ -(x-mu)^2/2", "model.support-missing", "several are possible"),
    ("log p = x*log(theta) + y*log(1-theta)", "model.observed-unknown", "`x`, `y`"),
    ("log p = log(theta) - theta*w", "model.observed-unknown", "no symbol"),
    ("log p = -(x-y)^2/2 - log(2*pi)/2", "model.observed-ambiguous", "`x` and `y`"),
  ]

  @Test(arguments: refused)
  func refusal(_ test: (text: String, id: String, message: String)) throws {
    let error = #expect(throws: DiagnosticList.self) { try Self.resolved(test.text) }
    let found = error?.diagnostics.first
    #expect(found?.id == test.id)
    #expect(found?.message.contains(test.message) == true, "\(found?.message ?? "")")
  }

  @Test(
    "a density whose formula leaves the range of numbers far out still has a mass",
    arguments: [
      "log p(t | g) = -log(exp(-2*t)) - 2*t - (2*t + g)^2/2 + log(2) - log(2*pi)/2, t in R",
      "log p(x | a, b, c) = log(c + a*exp(b*x)) - c*x - a/b*(exp(b*x)-1), x > 0, a > 0, b > 0, c > 0",
    ])
  func overflowFarOutIsNoDivergence(_ text: String) throws {
    #expect(try Self.resolved(text).observed.count == 1)
  }

  @Test func aDomainThatWasSeenAtPointsIsSaidToBeAssumed() throws {
    let model = try Self.resolved("p(x | m) = exp(-m*x)*(m*x)^(x-1)/x!, x in {1,2,...}")
    let notes = model.notes.map { $0.text(PlainPrinter(model.store)) }
    #expect(
      notes.contains("m in (0, 1) is assumed: at the points tried there the formula is a density, and not at m = 7/2"),
      "\(notes)")
  }

  @Test(arguments: [
    ("f(x, y | a, b) = a*b*exp(-a*x-b*y)", "x > 0, y > 0"),
    ("f(x, y | l, m) = exp(-l-m)*l^x*m^y/(x!*y!)", "x in {0, 1, 2, ...}, y in {0, 1, 2, ...}"),
    ("f(x, y | t) = 1+t*(1-2*x)*(1-2*y)", "x in (0, 1), y in (0, 1)"),
    ("f(x, y | a, b) = exp(-(x-a)^2/2-(y-b)^2/2)/(2*pi)", "x in R, y in R"),
  ])
  func severalVariablesHaveAStandardSupportInCommon(_ text: String, _ support: String) throws {
    let model = try Self.resolved(text)
    let printer = PlainPrinter(model.store)
    #expect(model.supportConditions.map { printer.print($0) }.joined(separator: ", ") == support)
    #expect(model.supportInferred)
    #expect(model.notes.contains { $0.text(printer).contains("\(support) is inferred: of the standard supports") })
  }

  @Test func missingMassAndMissingParameterAreBothTold() throws {
    let error = #expect(throws: DiagnosticList.self) { try Self.resolved("log p = -x^2/2") }
    #expect(error?.diagnostics.map(\.id) == ["model.mass", "model.no-parameter"])
    #expect(error?.diagnostics.first?.help?.contains("`~`") == true)
  }

  @Test(arguments: [
    ("log p ~ (a-1)*log(x) - b*x, x > 0", "lgamma(a) - a*log(b)"), ("log p ~ -x/theta, x > 0", "log(theta)"),
    ("log p ~ -(x-mu)^2/(2*v), x in R", "log(2*pi*v)/2"),
  ])
  func normalizer(_ text: String, _ expected: String) throws {
    let model = try Self.resolved(text)
    let logNormalizer = try #require(model.logNormalizer)
    let simplifier = Simplifier(model.assumptions)
    let difference = model.store.difference(logNormalizer, try model.store.parse(expected))
    #expect(simplifier.isZero(simplifier.expandedLogarithms(difference)))
  }

  @Test func furtherAssumptionsNarrowTheDomain() throws {
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(SourceText(text: "log p = log(r) - r*x, x > 0, r > 0"))
    let resolution = ModelResolution(store: store)
    let model = try resolution.model(parsed, assuming: [try store.parseCondition("r > 3")])
    #expect(model.samplePoints.points(upTo: 3).allSatisfy { $0[0] > Rational(3) })
    let error = #expect(throws: DiagnosticList.self) {
      try resolution.model(parsed, assuming: [try store.parseCondition("r < -1")])
    }
    #expect(error?.diagnostics.map(\.id) == ["model.contradiction"])
  }

  static func resolved(_ text: String) throws -> Model {
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(SourceText(text: text))
    let formulas = FunctionFormulas(store)
    return try ModelResolution(
      store: store, formulas: formulas, normalizer: SymbolicNormalizer(formulas: formulas, tools: DerivationTools())
    )
    .model(parsed)
  }
}
