import Diagnostics
import Expressions
import Foundation
import Syntax

/// Parses the model on standard input and the first half, quarter and eighth of its terms; prints the bytes and the median
/// of five times in seconds of
/// each.
@main
struct Parsing {
  private static let rounds = 5

  static func main() throws {
    let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    for parts in [8, 4, 2, 1] {
      let prefix = Self.prefix(of: text, bytes: text.utf8.count / parts)
      let times = try (0..<rounds).map { _ in try Self.seconds(prefix) }.sorted()
      print(prefix.utf8.count, times[rounds / 2])
    }
  }

  /// The terms that fit into so many bytes.
  private static func prefix(of text: String, bytes: Int) -> String {
    guard bytes < text.utf8.count else { return text }
    let cut = text.utf8.index(text.utf8.startIndex, offsetBy: bytes)
    guard let last = text[..<cut].range(of: " + ", options: .backwards) else { return text }
    return String(text[..<last.lowerBound])
  }

  /// Processor time, as the machine may have other work.
  private static func seconds(_ text: String) throws -> Double {
    let store = ExpressionStore()
    let start = clock()
    let expression = try ModelParser(store: store).parseExpression(SourceText(text: text))
    let end = clock()
    precondition(store.terms(expression).count > 1, "a sum was to be parsed")
    return Double(end - start) / Double(CLOCKS_PER_SEC)
  }
}
