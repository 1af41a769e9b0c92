/// A text that a person wrote, with the name under which diagnostics show it.
public struct SourceText: Hashable, Sendable {
  /// The name of the place that the text comes from: a file, or `input`.
  public let name: String
  /// The text as it was written.
  public let text: String
  /// The UTF-8 bytes that spans count.
  public let bytes: [UInt8]

  /// Creates a source from a text and the name of the place that it comes from.
  public init(name: String = "input", text: String) {
    self.name = name
    self.text = text
    self.bytes = Array(text.utf8)
  }

  /// The span of the whole text.
  public var wholeSpan: SourceSpan { SourceSpan(0, bytes.count) }

  /// The text under a span.
  public func text(in span: SourceSpan) -> String {
    let lower = min(max(span.lower, 0), bytes.count)
    return String(decoding: bytes[lower..<min(max(span.upper, lower), bytes.count)], as: UTF8.self)
  }

  /// The line and column of a byte offset; offsets beyond the text count as its end.
  public func location(of offset: Int) -> SourceLocation {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var start = 0
    for i in 0..<end where bytes[i] == UInt8(ascii: "\n") {
      line += 1
      start = i + 1
    }
    return SourceLocation(line: line, column: text(in: SourceSpan(start, end)).count + 1)
  }

  /// The span of the line that holds a byte offset, without its line break.
  public func lineSpan(at offset: Int) -> SourceSpan {
    var lower = min(max(offset, 0), bytes.count)
    var upper = lower
    while lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
    if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return SourceSpan(lower, upper)
  }
}
