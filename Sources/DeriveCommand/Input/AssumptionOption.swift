import Diagnostics
import Expressions
import Syntax

/// The conditions of `--assume`, read once by themselves so that a mistake is shown in their own text.
enum AssumptionOption {
  /// The texts as they were given.
  ///
  /// - Throws: what is not understood in one of them.
  static func understood(_ texts: [String]) throws(InputFailure) -> [String] {
    for text in texts {
      let source = SourceText(name: "--assume", text: text)
      do {
        _ = try ModelParser(store: ExpressionStore()).parseConditions(source)
      } catch {
        throw InputFailure(error, in: source)
      }
    }
    return texts
  }
}
