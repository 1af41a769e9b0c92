import Expressions
import Syntax

/// One run of `derive language`: the grammar with its remarks, and every function of the table.
struct LanguageRun {
  /// Writes the reference and says how it ended.
  func status() -> ExitStatus {
    StandardStream.output.write(text)
    return .success
  }

  private var text: String {
    let rows = LanguageReference.functions(of: .standard).map { [$0.call, $0.meaning] }
    return """
      \(LanguageReference.grammar)
      Functions

      \(TextTable(rows).text)
      """
  }
}
