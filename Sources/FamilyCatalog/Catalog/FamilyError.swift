public import Diagnostics

/// Why a family could not be loaded: diagnostics, and the text that they point into.
public struct FamilyError: Error, Sendable {
  /// What is wrong.
  public let diagnostics: DiagnosticList
  /// The file, or an empty text under its name where the file itself is the trouble.
  public let source: SourceText
}
