import Calculus
import Expressions
import Testing

@testable import Typesetting

/// Reports as pages: valid, accessible, complete, and nothing from elsewhere.
@Suite struct HTMLReportTests {
  private static func page(_ report: Report) -> String {
    HTMLRenderer().render(ReportWriter(report, layout: .stacked, showsDerivations: true).article())
  }

  @Test(arguments: ["one parameter", "two parameters", "irregular"])
  func everyPageIsValid(name: String) throws {
    let fixture = ReportFixture()
    let report =
      switch name {
      case "one parameter": try fixture.oneParameter()
      case "two parameters": try fixture.twoParameters()
      default: try fixture.irregular()
      }
    let reader = PageReader.read(Self.page(report))
    #expect(reader.faults.isEmpty, "\(reader.faults)")
    #expect(reader.formulas > 5)
    #expect(reader.elements["h1"] == 1 && reader.elements["title"] == 1 && reader.elements["main"] == 1)
  }

  @Test func stepsOpenAndCloseAndCarryTheirReasons() throws {
    let page = Self.page(try ReportFixture().oneParameter())
    #expect(page.contains("<details>"))
    #expect(page.contains("<summary>Second moment of the score "))
    #expect(page.contains(#"<p class="reason">by summing over <math><mi>x</mi></math>"#))
    #expect(page.contains("<code>simplify.together</code>"))
  }

  @Test func aMarkStaysOnTheLineOfItsFormula() {
    let formula = ProsePart.formula(.name(MathName("p")))
    let renderer = HTMLRenderer()
    #expect(
      renderer.sentence([.words("it is "), formula]) == #"It is <span class="tied"><math><mi>p</mi></math>.</span>"#)
    #expect(
      renderer.text([formula, .words(", and "), formula, .words(" (so).")])
        == #"<span class="tied"><math><mi>p</mi></math>,</span> and <math><mi>p</mi></math> (so)."#)
    #expect(renderer.sentence([formula, .words(":")]) == #"<span class="tied"><math><mi>p</mi></math>:</span>"#)
  }

  @Test func theReaderOfPagesFindsFaults() {
    let faults = [
      "<html lang='en'><math><mfrac><mi>a</mi></mfrac></math></html>": "<mfrac> has 1 parts",
      "<html lang='en'><math><mfenced><mi>a</mi></mfenced></math></html>": "<mfenced> is not in MathML Core",
      "<html lang='en'><math>x</math></html>": "loose text",
      "<html lang='en'><script>x</script></html>": "<script>",
      "<html lang='en'><a href='https://example.org'>x</a></html>": "href points at",
      "<html><p>x</p></html>": "no language",
      "<html lang='en'><p>x</html>": "line",
    ]
    for (page, fault) in faults {
      #expect(PageReader.read(page).faults.contains { $0.contains(fault) }, "\(page)")
    }
  }

  /// Boxes of every kind, as backends see them.
  @Test func longFormulasAreBrokenIntoValidLines() throws {
    let store = ExpressionStore()
    let names = (1...40).map { "(a\($0) + b)^2*c\($0)/(d + \($0))" }.joined(separator: " + ")
    for text in [names, "(\(names))/(x+y)", "(\(names))^3", "log(\(names))", "(\(names))/(\(names.prefix(500)) + 1)))"]
    {
      guard let e = try? store.parse(text) else { continue }
      let article = Article(
        title: Prose("lines"),
        sections: [
          .init(
            heading: Prose("one"),
            blocks: [
              .equations([.init(left: .words("f"), right: BoxBuilder(store, layout: .stacked).box(e))])
            ])
        ], verdict: nil)
      let reader = PageReader.read(HTMLRenderer().render(article))
      #expect(reader.faults.isEmpty, "\(reader.faults)")
      #expect((reader.elements["mtr"] ?? 0) > 5)
    }
  }
}
