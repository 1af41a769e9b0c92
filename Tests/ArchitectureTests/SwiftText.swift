/// A Swift source taken apart into its code, its string literals and its comments, so that a search can ask for one of them.
///
/// Newlines are kept in `code`, so its lines are the lines of the file. An interpolation belongs to the code.
struct SwiftText {
  /// The text without comments, each literal as an empty one.
  var code: String { String(decoding: codeBytes, as: UTF8.self) }
  private(set) var literals: [String] = []

  private var codeBytes: [UInt8] = []
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    codeBytes.reserveCapacity(bytes.count)
    readCode(isInterpolation: false)
  }

  /// Reads code up to the end, or up to the parenthesis that closes an interpolation.
  private mutating func readCode(isInterpolation: Bool) {
    var depth = 0
    while let byte = peek() {
      switch byte {
      case .slash where starts(with: "//"): skipLine()
      case .slash where starts(with: "/*"): skipBlockComment()
      case .quote: readLiteral()
      case .hash where literalFollowsHashes(): readLiteral()
      case .close where isInterpolation && depth == 0: return
      default:
        if byte == .open { depth += 1 }
        if byte == .close { depth -= 1 }
        codeBytes.append(byte)
        position += 1
      }
    }
  }

  private mutating func readLiteral() {
    var hashes = 0
    while peek() == .hash {
      hashes += 1
      position += 1
    }
    let fence = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    position += fence.utf8.count
    let close = fence + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    var content: [UInt8] = []
    while let byte = peek(), !starts(with: close) {
      if starts(with: escape + "(") {
        position += escape.utf8.count + 1
        readCode(isInterpolation: true)
        position += 1
        content.append(.blank)
      } else if starts(with: escape) {
        position += escape.utf8.count + 1
        content.append(.blank)
      } else {
        if byte == .newline { codeBytes.append(byte) }
        content.append(byte)
        position += 1
      }
    }
    position += close.utf8.count
    codeBytes += [.quote, .quote]
    literals.append(String(decoding: content, as: UTF8.self))
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != .newline { position += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        position += 2
      } else if starts(with: "*/") {
        depth -= 1
        position += 2
      } else {
        if peek() == .newline { codeBytes.append(.newline) }
        position += 1
      }
    } while depth > 0 && position < bytes.count
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func starts(with text: String) -> Bool {
    var i = position
    for byte in text.utf8 {
      guard i < bytes.count, bytes[i] == byte else { return false }
      i += 1
    }
    return true
  }

  private func literalFollowsHashes() -> Bool { bytes[position...].first { $0 != .hash } == .quote }
}

extension UInt8 {
  fileprivate static let blank = UInt8(ascii: " ")
  fileprivate static let close = UInt8(ascii: ")")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let open = UInt8(ascii: "(")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let slash = UInt8(ascii: "/")
}
