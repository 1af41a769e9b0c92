/// Writes JSON with two-space indentation; whatever fits on a line stays on one line.
public struct JSONWriter: Sendable {
  /// The column beyond which a value is broken into lines.
  let width = 100

  /// Creates a writer.
  public init() {}

  /// The value as text, ending in a line break.
  public func text(_ value: JSONValue) -> String { broken(value, indent: 0, used: 0) + "\n" }

  /// The value on one line if it fits after so many columns, else one member or element a line.
  private func broken(_ value: JSONValue, indent: Int, used: Int) -> String {
    let line = compact(value)
    if used + line.count <= width { return line }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch value {
    case .array(let elements):
      let lines = elements.map { inner + broken($0, indent: indent + 2, used: indent + 3) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { member in
        let key = "\(inner)\(quoted(member.key)): "
        return key + broken(member.value, indent: indent + 2, used: key.count + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    case .null, .bool, .integer, .string: return line
    }
  }

  private func compact(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): "\(integer)"
    case .string(let text): quoted(text)
    case .array(let elements): "[" + elements.map { compact($0) }.joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ " + members.map { "\(quoted($0.key)): \(compact($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  /// A string literal; control characters are escaped, everything else is written as it is.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += Self.escape(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
