import Calculus
import Expressions
import Syntax
import Testing

@testable import Typesetting

/// Long formulas are broken at the outermost signs that let their lines fit, and nothing is lost.
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
    #expect(texts.allSatisfy { $0.count <= width }, "\(texts)")
    let joined = texts.enumerated().map { $0 == 0 ? $1 : $1.trimmingBlanks }.joined(separator: " ")
    // A dot at the beginning of a line stands for what is left out between two factors.
    func compared(_ text: String) -> String { text.filter { $0 != " " && $0 != "·" } }
    #expect(compared(joined) == compared("=" + UnicodeBackend().line(box)))
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

  /// Sums are broken first, then products, then quotients, and what stands in parentheses last.
  static let breaks: [(typed: String, width: Int, lines: [String])] = [
    (
      "(1 - tt)^2*abs(aa*bb*cc + dd*ee*ff)*gamma(aa + bb)", 40,
      ["(1 − tt)²|aa·bb·cc + dd·ee·ff|", "  · Γ(aa + bb)"]
    ),
    ("(aa + bb + cc)/(dd + ee + ff)^2", 24, ["(aa + bb + cc)", "  /(dd + ee + ff)²"]),
    (
      "xxx + (aa1 + aa2)*(bb1 + bb2 + bb3)", 35,
      ["xxx", "  + (aa₁ + aa₂)(bb₁ + bb₂ + bb₃)"]
    ),
    ("xx*exp(aa1 + aa2 + aa3 + aa4)", 24, ["xx·e^(aa₁ + aa₂ + aa₃", "  + aa₄)"]),
  ]

  @Test(arguments: breaks)
  func parenthesesAreBrokenLast(typed: String, width: Int, lines: [String]) throws {
    let store = ExpressionStore()
    let box = BoxBuilder(store, layout: .inline).box(try store.parse(typed))
    let broken = TextRenderer(width: width).broken(box, after: StyledLine(""), hanging: 2)
    #expect(broken.map { $0.text(colour: false) } == lines)
  }

  @Test func aSignAtTheBeginningOfALineOfAPageStandsBetweenTerms() throws {
    let fixture = ReportFixture()
    var report = try fixture.oneParameter()
    report.setting.logDensity = try fixture.expression((1...60).map { "x\($0)" }.joined(separator: " + "))
    let page = HTMLRenderer().render(ReportWriter(report, layout: .stacked, showsDerivations: false).article())
    #expect(page.contains(#"<mrow><mo form="infix">+</mo>"#) && !page.contains("<mrow><mo>+</mo>"))
  }

  @Test func smallFactorsStayAboveTheLineOfAWideFraction() throws {
    let store = ExpressionStore()
    let sum = (1...20).map { "x\($0)" }.joined(separator: " + ")
    let box = BoxBuilder(store, layout: .stacked).box(try store.parse("3*nu*(\(sum))/((nu + 1)^2*(nu + 3))"))
    let text = LaTeXBackend().segments(box, limit: 40).map(\.text).joined()
    #expect(text.hasPrefix(#"\frac{3 \nu}{(\nu + 1)^{2} (\nu + 3)} \bigl(x_{1}"#), "\(text)")
  }

  @Test func longReasonsAreParagraphs() throws {
    var report = try ReportFixture().oneParameter()
    let rule = Rule(id: "long", sentence: "by " + String(repeating: "a very long reason and ", count: 8)) { _ in
      Rewriting(report.score[0])
    }
    var derivation = Derivation(.moment, from: report.hessian[0][0])
    derivation.apply(rule, in: report.store)
    report.derivations = try Derivation.checked([derivation], in: report.store, by: ReportFixture.Accepting())
    let text = LaTeXRenderer().render(ReportWriter(report, layout: .stacked, showsDerivations: true).article())
    #expect(text.contains(#"\tag*{\parbox[t]{0.9\linewidth}{\footnotesize\raggedleft by a very long"#))
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
