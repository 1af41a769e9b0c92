extension String {
  /// The text cut to a length that fits in a message, on one line.
  var excerpt: String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= 40 ? line : String(line.prefix(24)) + "…" + String(line.suffix(12))
  }

  /// The text without blanks at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
