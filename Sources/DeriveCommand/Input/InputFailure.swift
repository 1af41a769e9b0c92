import Diagnostics

/// Diagnostics together with the text that they point into.
struct InputFailure: Error {
  let diagnostics: DiagnosticList
  let source: SourceText

  init(_ diagnostics: DiagnosticList, in source: SourceText) {
    self.diagnostics = diagnostics
    self.source = source
  }

  /// A failure that no place in the text is to blame for.
  init(_ diagnostic: Diagnostic, in name: String) {
    self.init(DiagnosticList([diagnostic]), in: SourceText(name: name, text: ""))
  }
}
