import Diagnostics

/// One statement of a family's file: a keyword and what follows it on the line.
struct FamilyStatement {
  /// The keyword as it stands there, whether or not it is one.
  let keyword: Passage
  let body: Passage

  /// All statements of a file, in order.
  ///
  /// A `#` outside quotes begins a comment; a backslash at the end of a line continues it on the next.
  static func all(in source: SourceText) -> [FamilyStatement] {
    let bytes = blanked(source.bytes)
    return bytes.indices.split { bytes[$0] == UInt8(ascii: "\n") }.compactMap { line in
      let text = String(decoding: bytes[line.startIndex..<line.endIndex], as: UTF8.self)
      return FamilyStatement(Passage(text: text, span: SourceSpan(line.startIndex, line.endIndex)))
    }
  }

  private init?(_ line: Passage) {
    let words = line.words
    guard let first = words.first else { return nil }
    // The one keyword of two words.
    let isPair = first.text == "log" && words.count > 1 && words[1].text == "density"
    let end = (isPair ? words[1] : first).span.upper - line.span.lower
    keyword = line[0..<end]
    body = line[end..<line.text.utf8.count]
  }

  /// The bytes with comments, continued line ends and carriage returns as blanks, at the same offsets.
  private static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    let blank = UInt8(ascii: " ")
    var result = bytes.map { $0 == UInt8(ascii: "\r") ? blank : $0 }
    var isQuoted = false
    let lines = bytes.indices.split(omittingEmptySubsequences: false) { bytes[$0] == UInt8(ascii: "\n") }
    for line in lines {
      var last: Int?
      for i in line {
        if result[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if result[i] == UInt8(ascii: "#") && !isQuoted {
          for k in i..<line.endIndex { result[k] = blank }
          break
        }
        if !result[i].isBlank { last = i }
      }
      if let last, result[last] == UInt8(ascii: "\\"), line.endIndex < bytes.count {
        result[last] = blank
        result[line.endIndex] = blank
      } else {
        isQuoted = false
      }
    }
    return result
  }
}
