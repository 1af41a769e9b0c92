import Expressions
import Syntax
import Testing

@testable import Typesetting

/// Long formulas are broken at the outermost sign that fills a line well, and nothing is lost.
@Suite struct LineBreakTests {
  static let formulas = [
    (1...30).map { "x\($0)" }.joined(separator: " + "),
    "log(" + (1...30).map { "y\($0)" }.joined(separator: " - ") + ")",
    "(" + (1...12).map { "alpha\($0)^2" }.joined(separator: " + ") + ")/("
      + (1...12).map { "beta\($0)" }.joined(separator: " + ") + ")",
    "(a + b + c)*(" + (1...25).map { "trigamma(x\($0) + 1)" }.joined(separator: " - ") + ")^2",
    "exp(" + (1...30).map { "z\($0)" }.joined(separator: " + ") + ")",
  ]

  @Test(arguments: formulas, [60, 80, 100])
  func textIsBrokenWithinTheWidth(formula: String, width: Int) throws {
    let store = ExpressionStore()
    let box = BoxBuilder(store, layout: .inline).box(try store.parse(formula))
    let lines = TextRenderer(width: width).broken(box, after: StyledLine("    = "), hanging: 6)
    let texts = lines.map { $0.text(colour: false) }
    if !formula.hasPrefix("exp") {
      #expect(texts.allSatisfy { $0.count <= width }, "\(texts)")
    }
    let joined = texts.enumerated().map { $0 == 0 ? $1 : $1.trimmingBlanks }.joined(separator: " ")
    #expect(joined.replacing("  ", with: " ") == "    = ".replacing("  ", with: " ") + UnicodeBackend().line(box))
  }

  @Test func theOutermostSignIsPreferred() throws {
    let store = ExpressionStore()
    let e = try store.parse("log(aa1 + aa2 + aa3) + log(bb1 + bb2 + bb3) + log(cc1 + cc2 + cc3)")
    let box = BoxBuilder(store, layout: .inline).box(e)
    let lines = TextRenderer(width: 52).broken(box, after: StyledLine(""), hanging: 2)
    #expect(
      lines.map { $0.text(colour: false) } == [
        "log(aa₁ + aa₂ + aa₃) + log(bb₁ + bb₂ + bb₃)", "  + log(cc₁ + cc₂ + cc₃)",
      ])
  }

  @Test(.enabled(if: LaTeXCompiler.isInstalled, "pdflatex is not installed"), arguments: formulas)
  func documentsStayWithinTheMargins(formula: String) throws {
    let fixture = ReportFixture()
    var report = try fixture.oneParameter()
    report.setting.logDensity = try fixture.expression(formula)
    let article = ReportWriter(report, layout: .stacked, showsDerivations: false).article()
    let log = try LaTeXCompiler.compile(LaTeXRenderer().render(article), complainsAboutWidth: !formula.hasPrefix("exp"))
    #expect(log == nil, "\(log ?? "")")
  }
}
