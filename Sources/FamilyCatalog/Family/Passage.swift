public import Diagnostics

/// A piece of a family's file that is written in the log-density language, with the place where it stands.
///
/// Comments and continued line ends are blanks here, so the text is as long as its span and offsets carry over.
public struct Passage: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Where it stands in the file.
  public let span: SourceSpan

  init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// The blank-free words, each with its place.
  var words: [Passage] {
    let bytes = Array(text.utf8)
    return bytes.indices.split { bytes[$0].isBlank }.map { self[$0.startIndex..<$0.endIndex] }
  }

  /// The part at a range of byte offsets, without the blanks around it.
  subscript(_ range: Range<Int>) -> Passage {
    let bytes = Array(text.utf8)
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    return Passage(
      text: String(decoding: bytes[lower..<upper], as: UTF8.self),
      span: SourceSpan(span.lower + lower, span.lower + upper))
  }

  /// What stands before and after the first mention of a word outside brackets and quotes; nil without one.
  func divided(at word: String) -> (before: Passage, after: Passage)? {
    let bytes = Array(text.utf8)
    let sought = Array(word.utf8)
    var depth = 0
    var isQuoted = false
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      let end = position + sought.count
      guard depth == 0, !isQuoted, bytes[position...].starts(with: sought),
        position == 0 || bytes[position - 1].isBlank, end == bytes.count || bytes[end].isBlank
      else { continue }
      return (self[0..<position], self[end..<bytes.count])
    }
    return nil
  }

  /// The parts between commas.
  var listed: [Passage] {
    let bytes = Array(text.utf8)
    return bytes.indices.split(omittingEmptySubsequences: false) { bytes[$0] == UInt8(ascii: ",") }
      .map { self[$0.startIndex..<$0.endIndex] }
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
