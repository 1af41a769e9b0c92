import Typesetting

extension JSONValue {
  /// The object of a model in parts: what they have in common, null where they differ, and under `parts` each of them with
  /// the condition that it is under.
  static func joined(_ parts: [JSONValue], under conditions: [String]) -> JSONValue {
    guard parts.count > 1 || !conditions.isEmpty, let first = parts.first else { return parts.first ?? .null }
    let common = parts.dropFirst().reduce(first) { $0.common(with: $1) }
    guard case .object(var members) = common else { return common }
    let statuses = parts.compactMap { $0.member("status") }
    let order = ["contradiction", "undecided", "identity fails", "irregular", "numeric", "verified", "agrees"].map {
      JSONValue.string($0)
    }
    if let place = members.firstIndex(where: { $0.key == "status" }) {
      members[place] = .init("status", order.first { statuses.contains($0) } ?? .string("undecided"))
    }
    if let place = members.firstIndex(where: { $0.key == "numeric" }) {
      let all = parts.flatMap { part -> [JSONValue] in
        if case .array(let points)? = part.member("numeric") { points } else { [] }
      }
      members[place] = .init("numeric", .array(all))
    }
    let listed = zip(conditions, parts).map { condition, part -> JSONValue in
      guard case .object(let members) = part else { return part }
      return .object([.init("where", .string(condition))] + members)
    }
    return .object(members + [.init("parts", .array(listed))])
  }

  private func member(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  /// What two values have in common: null where they differ.
  private func common(with other: JSONValue) -> JSONValue {
    if self == other { return self }
    switch (self, other) {
    case (.object(let a), .object(let b)) where a.map(\.key) == b.map(\.key):
      return .object(zip(a, b).map { .init($0.key, $0.value.common(with: $1.value)) })
    case (.array(let a), .array(let b)) where a.count == b.count:
      return .array(zip(a, b).map { $0.common(with: $1) })
    default: return .null
    }
  }
}
