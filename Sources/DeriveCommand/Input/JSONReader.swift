import Typesetting

/// Reads JSON (RFC 8259): numbers that are no integers become their text; Foundation would cost more start-up time than a
/// derivation.
struct JSONReader {
  /// Where a text stops being JSON.
  struct Failure: Error {
    /// The offset in bytes.
    let offset: Int
  }

  /// Values nested deeper than this are refused.
  private static let deepest = 100

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// The value that a text states.
  static func value(of text: String) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == reader.bytes.count else { throw reader.failure }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var failure: Failure { Failure(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func value() throws(Failure) -> JSONValue {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try items())
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func members() throws(Failure) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    try list(until: UInt8(ascii: "}")) { (reader: inout JSONReader) throws(Failure) in
      reader.skipBlanks()
      let key = try reader.string()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.failure }
      members.append(.init(key, try reader.value()))
    }
    return members
  }

  private mutating func items() throws(Failure) -> [JSONValue] {
    var items: [JSONValue] = []
    try list(until: UInt8(ascii: "]")) { (reader: inout JSONReader) throws(Failure) in
      items.append(try reader.value())
    }
    return items
  }

  /// Reads what stands between brackets, separated by commas.
  private mutating func list(
    until end: UInt8, _ item: (inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    position += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw failure }
    if take(end) { return }
    repeat { try item(&self) } while take(UInt8(ascii: ","))
    guard take(end) else { throw failure }
  }

  /// A number, or one of the three words.
  private mutating func word() throws(Failure) -> JSONValue {
    let start = position
    while let byte = next, Self.isInWord(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      if let number = Int(text) { return .integer(number) }
      guard Double(text) != nil else { throw Failure(offset: start) }
      return .string(text)
    }
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

// Strings with their escapes.
extension JSONReader {
  private mutating func string() throws(Failure) -> String {
    guard next == UInt8(ascii: "\"") else { throw failure }
    position += 1
    var units: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw failure }
        return text
      case UInt8(ascii: "\\"): units += Array(String(try escaped()).utf8)
      case 0..<0x20: throw failure
      default: units.append(byte)
      }
    }
    throw failure
  }

  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    guard let byte = next else { throw failure }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try unicode()
    default: throw failure
    }
  }

  /// Four hexadecimal digits, twice where the first are the upper half of a surrogate pair.
  private mutating func unicode() throws(Failure) -> Unicode.Scalar {
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code) {
      guard bytes[position...].starts(with: Array("\\u".utf8)) else { throw failure }
      position += 2
      let lower = try hexadecimal()
      guard (0xDC00..<0xE000).contains(lower) else { throw failure }
      code = 0x10000 + (code - 0xD800) << 10 + (lower - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw failure }
    return scalar
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let end = position + 4
    guard end <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw failure }
    position = end
    return code
  }
}

extension JSONValue {
  /// The value of a key; nil where this is no object or has no such key.
  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The items of an array; nil for anything else.
  var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The text of a string; nil for anything else.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The texts of an array of strings; nil for anything else.
  var texts: [String]? { items.flatMap { all($0.map(\.text)) } }

  /// A matrix of strings; nil for anything else.
  var matrix: [[String]]? { items.flatMap { all($0.map(\.texts)) } }

  private func all<T>(_ values: [T?]) -> [T]? {
    let present = values.compactMap { $0 }
    return present.count == values.count ? present : nil
  }
}
