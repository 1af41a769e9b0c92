import Diagnostics
import Expressions
import FamilyCatalog
import Syntax
import Testing

/// Distributions that a model names are put in as text.
struct NamedModelTests {
  private func named(_ text: String) throws(DiagnosticList) -> NamedModel? {
    try NamedModel(SourceText(text: text), catalog: FamilyFixture.catalog)
  }

  @Test(arguments: [
    ("x ~ Gamma(shape = alpha, rate = beta)", "log p(x) = alpha*log(beta) - lgamma(alpha) + (alpha-1)*log(x) - beta*x"),
    ("x ~ Gamma(rate = 2, shape = a)", "log p(x) = a*log(2) - lgamma(a) + (a-1)*log(x) - 2*x"),
    ("y ~ Normal(mu, sigma^2)", "log p(y) = -(y - mu)^2/(2*sigma^2) - log(2*pi*sigma^2)/2"),
    ("k ~ Binomial(n, p)", "log p(k) = log(binomial(n, k)) + k*log(p) + (n - k)*log(1 - p)"),
    ("t ~ Exponential(mean = m + 1)", "log p(t) = -log(m + 1) - t/(m + 1)"),
    ("X ~ N(mu, sigma^2)", "log p(X) = -(X - mu)^2/(2*sigma^2) - log(2*pi*sigma^2)/2"),
    ("x ~ Exp(lambda)", "log p(x) = log(lambda) - lambda*x"), ("x ~ U(0, theta)", "log p(x) = -log(theta - 0)"),
    ("x ~ Bin(n,p)", "log p(x) = log(binomial(n, x)) + x*log(p) + (n - x)*log(1 - p)"),
    ("x ~ Pois(lambda)", "log p(x) = x*log(lambda) - lambda - lfactorial(x)"),
    ("Y | x ~ N(a + b*x, sigma^2)", "log p(Y) = -(Y - (a + b*x))^2/(2*sigma^2) - log(2*pi*sigma^2)/2"),
  ])
  func densityIsTheCatalogues(_ text: String, _ model: String) throws {
    let store = ExpressionStore()
    let inserted = try #require(try named(text))
    let parser = ModelParser(store: store)
    let found = try parser.parse(SourceText(text: inserted.text))
    let expected = try parser.parse(SourceText(text: model))
    #expect(found.density == expected.density, "\(inserted.text)")
    #expect(found.observed == expected.observed)
  }

  @Test func whatIsGivenIsKnown() throws {
    let inserted = try #require(try named("y | x, z ~ N(a + b*x + c*z, 1), a > 0"))
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(SourceText(text: inserted.text))
    #expect(parsed.observed?.compactMap(store.symbolName) == ["y"])
    #expect(parsed.known.compactMap(store.symbolName) == ["x", "z"])
    #expect(inserted.text.hasSuffix(", a > 0"))
  }

  @Test(arguments: [
    ("x ~ U(a, b)", ["a", "b"], []), ("x ~ U(upper = b, lower = a)", ["b", "a"], []), ("k ~ Bin(n, p)", ["p"], ["n"]),
    ("x ~ N(mu, e)", nil, []), ("x ~ N(mu, s), known s", nil, ["s"]),
  ])
  func parametersComeAsTyped(_ text: String, _ parameters: [String]?, _ known: [String]) throws {
    let inserted = try #require(try named(text))
    let store = ExpressionStore()
    let parsed = try ModelParser(store: store).parse(SourceText(text: inserted.text))
    #expect(parsed.parameters?.compactMap(store.symbolName) == parameters)
    #expect(parsed.known.compactMap(store.symbolName) == known)
  }

  @Test func assumedParameterisationIsSaid() throws {
    #expect(
      try named("x ~ Normal(mu, sigma^2)")?.note
        == "Normal is read with mean = mu, variance = sigma^2, as in the family normal")
  }

  @Test(arguments: [
    "p ~ gamma(x)", "log p ~ (a-1)*log(x) - b*x, x > 0", "p ~ exp(-x^2)", "x", "p(x) = Normal(0, 1)", "|x| ~ 1",
  ])
  func otherTextsAreNoCalls(_ text: String) throws {
    #expect(try named(text) == nil)
  }

  @Test(arguments: [
    ("x ~ Weibul(k, l)", "family.unknown-distribution"), ("x ~ Normal(mu)", "family.arguments"),
    ("x ~ Normal(mean = a, mean = b)", "family.arguments"), ("x ~ Gamma(shape = a, speed = b)", "family.arguments"),
  ])
  func mistakesAreExplained(_ text: String, _ id: String) {
    #expect {
      _ = try named(text)
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.id) == [id]
    }
  }

  @Test func everyCallOfTheCatalogueParses() throws {
    for name in FamilyFixture.catalog.names {
      let family = try FamilyFixture.catalog.family(named: name)
      for call in family.calls {
        let arguments = call.arguments.map { "\($0.key) = \($0.symbol.text)" }.joined(separator: ", ")
        let inserted = try #require(try named("x ~ \(call.name.text)(\(arguments))"), "\(name)")
        let store = ExpressionStore()
        _ = try ModelParser(store: store).parse(SourceText(text: inserted.text))
      }
    }
  }
}
