import Diagnostics
import FamilyCatalog
import Testing

/// What a file says, and what it is told when it says it wrongly.
@Suite struct ReadingTests {
  @Test func aFileIsRead() throws {
    let family = try FamilyFixture.read(FamilyFixture.weight)
    #expect(family.name.text == "weight")
    #expect(family.title == "Weight")
    #expect(family.tags == ["continuous", "half line"])
    #expect(family.variables.map(\.name.text) == ["x"])
    #expect(family.parameters.map(\.name.text) == ["k", "lambda"])
    #expect(family.parameters.map { $0.typical.map(\.text) } == [["0.7", "5/2"], []])
    #expect(family.known.map(\.condition.text) == ["n       in {1, 2, ...}"])
    let claim = try #require(family.claims.first)
    #expect(claim.value.text == "-(1 - euler_gamma)/lambda")
    #expect(claim.source == "A = B (1999), # 5")
    #expect(claim.expectation == .refuted)
  }

  @Test func theModelIsOneSentenceOfTheLanguage() throws {
    let family = try FamilyFixture.read(FamilyFixture.weight)
    let words = family.model.text.split(separator: " ").joined(separator: " ")
    #expect(
      words == "log p(x | k, lambda; n) = log(k) + (k - 1)*log(x) - (x/lambda)^k + 0*n, x in (0, inf), "
        + "k in (0, inf), lambda in (0, inf), n in {1, 2, ...}")
  }

  @Test(arguments: [
    ("density k*exp(-k*x)", "p(x | k) = k*exp(-k*x), "),
    ("log density log(k) - k*x", "log p(x | k) = log(k) - k*x, "),
    ("log density ~ -k*x", "log p(x | k) ~ -k*x, "),
  ])
  func aDensityMayBeGivenInThreeWays(statement: String, sentence: String) throws {
    let text = """
      family rate
        variable x in (0, inf)
        parameter k in (0, inf)
        \(statement)
      """
    #expect(try FamilyFixture.read(text).model.text.hasPrefix(sentence))
  }

  @Test func lineEndsOfOtherSystemsAreBlanks() throws {
    let text = FamilyFixture.weight.replacing("\n", with: "\r\n")
    #expect(try FamilyFixture.read(text).tags == ["continuous", "half line"])
  }

  /// One change to a correct file, the identifier of the diagnostic, and the text that it points at.
  @Test(arguments: [
    ("family weight", "famly weight", "family.unknown-keyword", "famly"),
    ("title        Weight", "title", "family.empty-statement", "title"),
    ("tag          continuous", "family       other", "family.repeated-statement", "family"),
    ("tag          continuous", "density      1", "family.repeated-statement", "density"),
    ("k       in (0, inf) ", "k       is (0, inf) ", "family.not-a-declaration", "k       is (0, inf)"),
    ("k       in (0, inf) ", "k       in", "family.not-a-declaration", "k       in"),
    ("0.7, 5/2", "0.7, 5/x", "family.not-an-exact-number", "5/x"),
    ("0.7, 5/2", "0.7, -5/2", "family.typical-value-outside", "-5/2"),
    ("typical 3", "typical 1/2", "family.typical-value-outside", "1/2"),
    ("information k lambda", "information k mu", "family.claim-about-stranger", "mu"),
    ("information k lambda", "information k", "family.not-a-claim", "information k"),
    ("information k lambda", "variance k lambda", "family.unknown-claim", "variance"),
    ("source \"A = B (1999), # 5\"", "source A", "family.claim-without-source", "A"),
    ("expect refuted", "expect doubt", "family.unknown-expectation", "doubt"),
  ])
  func aMistakeIsPointedAt(correct: String, wrong: String, id: String, place: String) throws {
    let text = FamilyFixture.weight.replacing(correct, with: wrong, maxReplacements: 1)
    #expect(text != FamilyFixture.weight)
    let diagnostic = try #require(mistake(in: text))
    #expect(diagnostic.id == id)
    let span = try #require(diagnostic.primary?.span)
    #expect(SourceText(text: text).text(in: span) == place)
  }

  @Test(arguments: ["family", "variable", "log density"])
  func whatIsMissingIsNamed(keyword: String) throws {
    // A statement without its continuation would leave a second mistake.
    let text = FamilyFixture.weight.replacing("\\\n", with: "").split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix(keyword) }.joined(separator: "\n")
    let diagnostic = try #require(mistake(in: text))
    #expect(diagnostic.id == "family.missing-statement")
    #expect(diagnostic.message.contains("`\(keyword)`"))
  }

  /// The language's own diagnostics point into the file, through the sentence that the file was made into.
  @Test(arguments: [
    ("log(k) +", "lg(k) +", "lg"),
    ("(x/lambda)^k", "(x/lamda)^k", "lamda"),
    ("x       in (0, inf)", "x       in (2, 1)", "(2, 1)"),
    ("-(1 - euler_gamma)/lambda", "-(1 - euler_gama(1))/lambda", "euler_gama"),
  ])
  func theLanguagePointsIntoTheFile(correct: String, wrong: String, place: String) throws {
    let text = FamilyFixture.weight.replacing(correct, with: wrong, maxReplacements: 1)
    let diagnostic = try #require(mistake(in: text))
    let span = try #require(diagnostic.primary?.span)
    #expect(SourceText(text: text).text(in: span).contains(place))
  }

  private func mistake(in text: String) -> Diagnostic? {
    do {
      _ = try FamilyFixture.read(text)
      return nil
    } catch let error as DiagnosticList {
      return error.diagnostics.first
    } catch {
      return nil
    }
  }
}
