import Testing

@testable import Diagnostics

struct DiagnosticRendererTests {
  private let renderer = DiagnosticRenderer()

  @Test func carets() {
    let source = SourceText(name: "Families/weibull.family", text: "family weibull\n  log density  log(k) - k*log(*)\n")
    let star = SourceSpan(45, 46)
    #expect(source.text(in: star) == "*")
    let diagnostic = Diagnostic(
      id: "syntax.operand", message: "expected an expression, found `*`",
      primary: Label(star, "nothing here to multiply"),
      secondary: [Label(SourceSpan(41, 44), "inside this call to `log`")],
      notes: ["a note"], help: "write a variable, number or call in place of `*`")
    #expect(
      renderer.render(diagnostic, source: source, colour: false) == """
        error: expected an expression, found `*`
          --> Families/weibull.family:2:31
           |
         2 |   log density  log(k) - k*log(*)
           |                           --- ^ nothing here to multiply
           |                           |
           |                           inside this call to `log`

        note: a note
        help: write a variable, number or call in place of `*`

        """)
  }

  @Test func columnsCountCharacters() {
    let source = SourceText(text: "θ²·é + %")
    let offset = source.bytes.count - 1
    let location = source.location(of: offset)
    #expect(location == SourceLocation(line: 1, column: 8))
    let rendered = renderer.render(
      Diagnostic(id: "x", message: "m", primary: Label(SourceSpan(offset, offset + 1))), source: source, colour: false)
    #expect(rendered.contains("\n   |        ^\n"))
  }

  @Test func labelsOnSeveralLines() {
    let source = SourceText(text: "a\nb\nc\nd")
    let diagnostic = Diagnostic(
      id: "x", message: "m", primary: Label(SourceSpan(6, 7), "last"), secondary: [Label(SourceSpan(0, 1), "first")])
    #expect(
      renderer.render(diagnostic, source: source, colour: false) == """
        error: m
          --> input:4:1
           |
         1 | a
           | - first
         ...
         4 | d
           | ^ last

        """)
  }

  @Test func longLinesAreCut() {
    let source = SourceText(text: String(repeating: "x+", count: 400) + "%" + String(repeating: "+x", count: 400))
    let diagnostic = Diagnostic(id: "x", message: "m", primary: Label(SourceSpan(800, 801), "here"))
    let rows = renderer.render(diagnostic, source: source, colour: false).split(separator: "\n")
    #expect(rows[1] == "  --> input:1:801")
    #expect(rows[3].count == 5 + ExcerptLine.maximumWidth)
    let caret = rows[4].firstIndex(of: "^").map { rows[4].distance(from: rows[4].startIndex, to: $0) }
    let percent = rows[3].firstIndex(of: "%").map { rows[3].distance(from: rows[3].startIndex, to: $0) }
    #expect(caret == percent)
  }

  @Test func controlCharactersAreNotPassedOn() {
    let source = SourceText(text: "x\u{1B}[31m %")
    let rendered = renderer.render(
      Diagnostic(id: "x", message: "m", primary: Label(SourceSpan(7, 8))), source: source, colour: false)
    #expect(!rendered.contains("\u{1B}"))
  }

  @Test func colourChangesNothingButColour() {
    let source = SourceText(text: "log p = lgama(x)")
    let diagnostic = Diagnostic(
      id: "x", message: "unknown function `lgama`", primary: Label(SourceSpan(8, 13), "here"),
      secondary: [Label(SourceSpan(0, 3), "there")], help: "did you mean `lgamma`?")
    let plain = renderer.render(diagnostic, source: source, colour: false)
    let coloured = renderer.render(diagnostic, source: source, colour: true)
    #expect(coloured != plain)
    #expect(stripped(coloured) == plain)
  }

  private func stripped(_ text: String) -> String {
    var out = ""
    var isInside = false
    for character in text {
      if character == "\u{1B}" { isInside = true }
      if !isInside { out.append(character) }
      if isInside, character == "m" { isInside = false }
    }
    return out
  }
}
