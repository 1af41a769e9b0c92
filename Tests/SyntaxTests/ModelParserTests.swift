import Diagnostics
import Expressions
import Syntax
import Testing

struct ModelParserTests {
  private let store = ExpressionStore()

  private func parse(_ text: String) throws -> ParsedModel {
    try ModelParser(store: store).parse(SourceText(text: text))
  }

  private func names(_ symbols: [Expr]?) -> [String]? { symbols?.map { store.symbolName($0) ?? "?" } }

  @Test(arguments: [
    ("log p = x", "p", true, false), ("p = x", "p", false, false), ("log f ~ x", "f", true, true),
    ("q ~ x", "q", false, true), ("x", "", true, false), ("ln L = x", "L", true, false),
    (#"\log p(x \mid \theta) = x*\theta"#, "p", true, false), ("log gamma(x | a) = x*a", "gamma", true, false),
    ("log p ∝ x", "p", true, true), ("p propto x", "p", false, true), ("log = x", "log", false, false),
    // A logarithm in one word, or with its argument in parentheses.
    ("logp = x", "p", true, false), ("ln_f(x) = x", "f", true, false), ("logpdf(x; a) = a*x", "pdf", true, false),
    ("loglik(a) = a*x", "L", true, false), ("log-likelihood = x", "L", true, false), ("LL = x", "L", true, false),
    ("log(p) = x", "p", true, false), ("ln[f(x; a)] ~ a*x", "f", true, true), ("log(L(a)) = a*x", "L", true, false),
    ("logistic(x) = x", "logistic", false, false), ("lognormal = x", "lognormal", false, false),
  ])
  func headers(_ text: String, _ label: String, _ isLogarithm: Bool, _ isUpToNormalizer: Bool) throws {
    let model = try parse(text)
    #expect(model.label == label)
    #expect(model.isLogarithm == isLogarithm)
    #expect(model.isUpToNormalizer == isUpToNormalizer)
  }

  @Test func listedVariables() throws {
    let model = try parse("log p(y | b0, b1; x) = y*(b0+b1*x) - log(1+exp(b0+b1*x)), y in {0,1}")
    #expect(names(model.observed) == ["y"])
    #expect(names(model.parameters) == ["b0", "b1"])
    #expect(names(model.known) == ["x"])
    #expect(model.conditions.count == 1)
    #expect(model.symbols.map { store.symbolName($0.symbol) } == ["y", "b0", "b1", "x"])
  }

  @Test func labelIsNoSymbol() throws {
    let model = try parse("p(x | p) = p^x*(1-p)^(1-x), x in {0,1}, 0 < p < 1")
    #expect(names(model.parameters) == ["p"])
    #expect(model.label == "p")
    #expect(model.symbols.map { store.symbolName($0.symbol) } == ["x", "p"])
  }

  /// Cases and the support that they state, nil where they are refused or state none.
  static let cases: [(text: String, support: String?)] = [
    ("p(x | l; c) = cases(l*exp(-l*x) if 0 <= x < c, exp(-l*c) if x = c), l > 0, c > 0", "x in [0, c]"),
    ("p(x | l; c) = cases(exp(-l*c) if x = c, l*exp(-l*x) if 0 <= x < c, 0 otherwise), l > 0, c > 0", "x in [0, c]"),
    ("log p(x | q, l) = cases(log(q) if x = 0, log(1-q) + log(l) - l*x if x > 0), l > 0", "x >= 0"),
    ("log p(x | m) = cases(x if x < m, -x if m <= x < m + 1, -inf otherwise)", nil),
    ("log p(x | m) = cases(x if x < m, -x if m <= x < m + 1, 0 if x = m + 1, -inf otherwise)", "x <= m + 1"),
    ("log p(x | m) = cases(x if x < m, -x if m < x < m + 1)", nil),
    ("log p(x | m) = cases(x if x < 1, -x if x < 2), 0 < m < 1", "x < 2"),
    ("log p(x | m) = cases(x if x < m, -x if x >= m)", nil),
    ("p(x | q) = cases(q if x = 1, 1 - q if x = 0)", "x in {0, 1}"),
    ("log p(x | q) = cases(log(q) if x in {-1, 1}, log(1-2*q) if x = 0)", "x in {-1, 0, 1}"),
    ("p = cases(l*exp(-l*x) if 0 < x), l > 0", "x > 0"),
    ("p(x, y | q) = cases(q if x = 1, 1 - q if x = 0)", nil),
  ]

  @Test(arguments: cases)
  func casesStateTheSupport(text: String, support: String?) throws {
    let printer = PlainPrinter(store)
    let inferred = try? parse(text).conditions.filter(\.isInferred).map { printer.print($0.condition) }
    #expect(inferred ?? [] == (support.map { [$0] } ?? []))
  }

  @Test func chainedComparisonsAreSeveralConditions() throws {
    let model = try parse("log p = -log(theta), 0 < x < theta")
    let printer = PlainPrinter(store)
    #expect(model.conditions.map { printer.print($0.condition) } == ["0 < x", "x < theta"])
    #expect(model.conditions.map { model.source.text(in: $0.span) } == ["0 < x", "x < theta"])
  }

  @Test(arguments: [
    ("-z^2/2 - log(s) where z = (x - m)/s", "-((x - m)/s)^2/2 - log(s)"),
    (
      "p = exp(-w)/b, x > m, where w = (x - m)/b and b = exp(t), m > 0", "p = exp(-(x - m)/exp(t))/exp(t), x > m, m > 0"
    ),
    (#"\log p = -\frac{z^2}{2}, \text{where } z = x - \mu"#, "log p = -(x - mu)^2/2"),
    ("log p = -e where e = x*t, x > e", "log p = -(x*t), x > x*t"),
    ("log p = x*a, where a = 2, x = 0, 1", "log p = x*2, x in {0, 1}"),
    ("log p = sum(i in 1..2, i*a) where a = x*t, i = 7*t, t < i", "log p = 3*x*t, t < 7*t"),
  ])
  func definitionsArePutIn(_ text: String, _ written: String) throws {
    let (defined, plain) = (try parse(text), try parse(written))
    #expect(defined.density == plain.density)
    #expect(defined.conditions.map(\.condition) == plain.conditions.map(\.condition))
    #expect(names(defined.symbols.map(\.symbol)).map(Set.init) == names(plain.symbols.map(\.symbol)).map(Set.init))
  }

  @Test func definitionsInDefinitionsAreNoDeeperThanParentheses() throws {
    let powers = (1...8).map {
      "a\($0) = \(String(repeating: "-(", count: 60))a\($0 + 1)\(String(repeating: ")", count: 60))"
    }
    let text = "log p = x*a1 where " + powers.joined(separator: ", ")
    #expect {
      _ = try parse(text)
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.id) == ["limit.nesting"]
    }
  }

  @Test func definitionsInDefinitionsAreNoLargerThanATextMayBe() throws {
    let doubled = (1...20).map { "a\($0) = exp(a\($0 + 1)) + exp(-a\($0 + 1))" }
    for text in ["log p = x*a1 where ", "log p = x, a1 > 0, where "] {
      #expect {
        _ = try parse(text + doubled.joined(separator: ", "))
      } throws: { error in
        (error as? DiagnosticList)?.diagnostics.map(\.id) == ["limit.nodes"]
      }
    }
  }

  /// A regression: every listed name was compared with every indexed symbol of the formula.
  @Test func namesWithoutComponentsTakeNoTime() throws {
    let names = (0..<20_000).map { "a\($0)" }.joined(separator: ",")
    let sum = (0..<20_000).map { "b_\($0)" }.joined(separator: " + ")
    #expect {
      _ = try parse("p(\(names) | t) = \(sum)")
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.allSatisfy { $0.id == "name.undeclared" } ?? false
    }
  }

  /// Quadratic work would take hours here.
  @Test(arguments: ["log p = x*t, ", "log p = x*t, known ", "log p(x | "])
  func aLongListOfNamesTakesNoTime(_ opening: String) throws {
    let listed = opening + (1...130_000).map { "a\($0)" }.joined(separator: ",")
    let isHeader = opening.hasSuffix("| ")
    let isRefused = (try? parse(isHeader ? listed + ") = x" : listed)) == nil
    #expect(isRefused != isHeader)
  }

  @Test func knownNamesEndBeforeAClause() throws {
    let model = try parse("log p = -(x-mu)^2/(2*v)*w, known v, w, mu in R, v > 0")
    #expect(names(model.known) == ["v", "w"])
    #expect(model.conditions.count == 2)
    #expect(model.observed == nil)
    #expect(model.parameters == nil)
  }

  @Test func infiniteBoundsSayNothingMore() throws {
    let printer = PlainPrinter(store)
    #expect(try parse("x, 0 < x < inf").conditions.map { printer.print($0.condition) } == ["0 < x"])
    #expect(try parse("x, -inf < x < inf").conditions.map { printer.print($0.condition) } == ["x in R"])
  }

  @Test func eulersNumberUnlessDeclared() throws {
    #expect(try parse("e^x").symbols.map { store.symbolName($0.symbol) } == ["x"])
    #expect(try parse("e^x, e > 0").symbols.map { store.symbolName($0.symbol) } == ["e", "x"])
    #expect(try parse("log p(x | e) = e^x").density == store.power(store.symbol("e"), store.symbol("x")))
  }

  /// With several arguments a product is no possible reading, so that a symbol of the same name does not matter.
  @Test func callsThatCannotBeProducts() throws {
    let model = try parse("log p(x | alpha, beta) = alpha*x - log(beta(alpha, beta))")
    let expected = try store.parse("alpha*x - log(beta(alpha, beta))")
    #expect(model.density == expected)
  }

  @Test func conditionsOnTheirOwn() throws {
    let printer = PlainPrinter(store)
    let parsed = try ModelParser(store: store).parseConditions(SourceText(text: "a > 1, 0 < p < 1/2, n in {1,2,...}"))
    #expect(parsed.map { printer.print($0.condition) } == ["a > 1", "0 < p", "p < 1/2", "n in {1, 2, ...}"])
    #expect(throws: DiagnosticList.self) {
      try ModelParser(store: store).parseConditions(SourceText(text: "a > 1, a < 0"))
    }
  }

  @Test func partsOfALargerText() throws {
    let source = SourceText(name: "a.family", text: "log density  x*log(theta)\nparameter theta in (2, 1)")
    let model = ModelParser(store: store)
    #expect(try model.parseExpression(source, in: SourceSpan(13, 25)) == store.parse("x*log(theta)"))
    #expect {
      _ = try model.parseConditions(source, in: SourceSpan(36, 51))
    } throws: { error in
      let place = (error as? DiagnosticList)?.diagnostics.first?.primary?.span
      return place.map { source.text(in: $0) } == "(2, 1)"
    }
  }

  @Test func severalErrorsAreFoundInOneGo() {
    #expect {
      _ = try parse("log p = lgama(x) + foo(x, y), theta in (2, 1), x >< 3, y in {}")
    } throws: { error in
      let ids = (error as? DiagnosticList)?.diagnostics.map(\.id)
      return ids == ["syntax.operand", "domain.empty-set"]
    }
    #expect {
      _ = try parse("log p = lgama(x) + foo(x, y), theta in (2, 1)")
    } throws: { error in
      let ids = (error as? DiagnosticList)?.diagnostics.map(\.id)
      return ids == ["name.unknown-function", "name.unknown-function", "domain.empty-interval"]
    }
  }
}
