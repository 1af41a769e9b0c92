/// A value of JSON (RFC 8259) whose objects keep the order in which their keys were given, so that output is reproducible.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A list of strings.
  public static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// A string, or null.
  public static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A matrix of strings, null where an entry is missing.
  public static func matrix(_ rows: [[String?]]) -> JSONValue {
    .array(rows.map { row in .array(row.map { .string($0) }) })
  }
}
