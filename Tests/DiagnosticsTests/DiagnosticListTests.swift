import Diagnostics
import Testing

struct DiagnosticListTests {
  private func diagnostic(_ offset: Int, id: String = "syntax.x") -> Diagnostic {
    Diagnostic(id: id, message: "m", primary: Label(SourceSpan(offset, offset + 1)))
  }

  @Test func sortedWithoutRepetitionsAndCut() {
    let list = DiagnosticList((0..<9).reversed().flatMap { [diagnostic($0), diagnostic($0)] })
    #expect(list.diagnostics.map { $0.primary?.span.lower } == [0, 1, 2, 3, 4])
  }

  @Test func limitsOnlyWhenNothingElseIsWrong() {
    #expect(DiagnosticList([diagnostic(0, id: "limit.nesting")]).isLimit)
    #expect(!DiagnosticList([diagnostic(0, id: "limit.nesting"), diagnostic(1)]).isLimit)
  }
}
