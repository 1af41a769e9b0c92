/// What a long run is at, on standard error: one line that is overwritten on a terminal, and a line each elsewhere.
struct ProgressLine: Sendable {
  private let total: Int
  private let columns = StandardStream.error.columns

  init(total: Int) {
    self.total = total
  }

  /// Says which item begins.
  func begin(_ index: Int, _ name: String) {
    let text = "[\(index + 1)/\(total)] \(name)"
    StandardStream.error.write(columns.map { "\r\u{1B}[K" + text.prefix($0 - 1) } ?? text + "\n")
  }

  /// Clears the line.
  func end() {
    if columns != nil { StandardStream.error.write("\r\u{1B}[K") }
  }
}
