import Foundation

/// The normative grammar as data: productions in the EBNF of the XML recommendation, and the examples in its comments.
struct GrammarFile {
  indirect enum Node: Sendable {
    case literal(String)
    case characters([ClosedRange<UInt32>])
    case reference(String)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, isUnbounded: Bool)
    case exclusion(Node, Node)
  }

  struct UnreadableGrammar: Error { let place: String }

  private(set) var productions: [String: Node] = [:]
  private(set) var names: [String] = []
  /// Texts that must be accepted.
  private(set) var accepted: [String] = []
  /// Texts that must be rejected, each with the identifier of its first diagnostic.
  private(set) var rejected: [(id: String, text: String)] = []

  static func load() throws -> GrammarFile {
    let root = GoldenFiles.folder("").deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Grammar/log-density.ebnf")
    return try GrammarFile(String(contentsOf: file, encoding: .utf8))
  }

  init(_ text: String) throws {
    readExamples(text)
    var scanner = GrammarScanner(text)
    while let name = scanner.name() {
      guard scanner.skip("::=") else { throw UnreadableGrammar(place: scanner.rest) }
      productions[name] = try scanner.choice()
      names.append(name)
    }
    guard scanner.isAtEnd else { throw UnreadableGrammar(place: scanner.rest) }
  }

  /// Replaces a production.
  mutating func narrow(_ name: String, to node: Node) { productions[name] = node }

  private mutating func readExamples(_ text: String) {
    guard let start = text.range(of: "/* examples"), let end = text.range(of: "*/", options: .backwards) else { return }
    for line in text[start.upperBound..<end.lowerBound].split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("+ ") { accepted.append(String(line.dropFirst(2))) }
      guard line.hasPrefix("- "), let colon = line.firstIndex(of: ":") else { continue }
      let text = line[line.index(after: colon)...].drop { $0 == " " }
      rejected.append((String(line[..<colon].dropFirst(2)), String(text)))
    }
  }
}

/// Reads the notation of the grammar file.
struct GrammarScanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool {
    var copy = self
    copy.skipBlanks()
    return copy.position >= characters.count
  }

  var rest: String { String(characters[position...].prefix(40)) }

  private mutating func skipBlanks() {
    while position < characters.count {
      if characters[position].isWhitespace {
        position += 1
      } else if matches("/*") {
        while position < characters.count, !matches("*/") { position += 1 }
        position += 2
      } else {
        return
      }
    }
  }

  mutating func skip(_ text: String) -> Bool {
    skipBlanks()
    guard matches(text) else { return false }
    position += text.count
    return true
  }

  private func matches(_ text: String) -> Bool {
    position < characters.count && characters[position...].starts(with: text)
  }

  mutating func name() -> String? {
    skipBlanks()
    var found = ""
    while position < characters.count, characters[position].isLetter, characters[position].isASCII {
      found.append(characters[position])
      position += 1
    }
    return found.isEmpty ? nil : found
  }

  mutating func choice() throws -> GrammarFile.Node {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws -> GrammarFile.Node {
    var parts: [GrammarFile.Node] = []
    while let part = try item() { parts.append(part) }
    guard !parts.isEmpty else { throw GrammarFile.UnreadableGrammar(place: rest) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// An atom with its suffixes; nil where the sequence ends.
  private mutating func item() throws -> GrammarFile.Node? {
    var copy = self
    if copy.name() != nil, copy.skip("::=") { return nil }
    guard var node = try atom() else { return nil }
    if skip("?") { node = .repeated(node, least: 0, isUnbounded: false) }
    if skip("*") { node = .repeated(node, least: 0, isUnbounded: true) }
    if skip("+") { node = .repeated(node, least: 1, isUnbounded: true) }
    if skip("-") {
      guard let excluded = try atom() else { throw GrammarFile.UnreadableGrammar(place: rest) }
      node = .exclusion(node, excluded)
    }
    return node
  }

  private mutating func atom() throws -> GrammarFile.Node? {
    if let name = name() { return .reference(name) }
    if skip("(") {
      let inner = try choice()
      guard skip(")") else { throw GrammarFile.UnreadableGrammar(place: rest) }
      return inner
    }
    if skip("\"") { return .literal(until("\"")) }
    if skip("'") { return .literal(until("'")) }
    if skip("[") { return .characters(try ranges()) }
    return nil
  }

  private mutating func until(_ end: Character) -> String {
    var text = ""
    while position < characters.count, characters[position] != end {
      text.append(characters[position])
      position += 1
    }
    position += 1
    return text
  }

  private mutating func ranges() throws -> [ClosedRange<UInt32>] {
    var found: [ClosedRange<UInt32>] = []
    while position < characters.count, characters[position] != "]" {
      let lower = try scalar()
      var upper = lower
      if characters[position] == "-" {
        position += 1
        upper = try scalar()
      }
      found.append(lower...upper)
    }
    position += 1
    return found
  }

  private mutating func scalar() throws -> UInt32 {
    if matches("#x") {
      position += 2
      var digits = ""
      while characters[position].isHexDigit {
        digits.append(characters[position])
        position += 1
      }
      guard let value = UInt32(digits, radix: 16) else { throw GrammarFile.UnreadableGrammar(place: rest) }
      return value
    }
    guard let value = characters[position].unicodeScalars.first?.value else {
      throw GrammarFile.UnreadableGrammar(place: rest)
    }
    position += 1
    return value
  }
}
